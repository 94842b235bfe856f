#include "features/recruitment/pages/pages.h"

#include "features/recruitment/pages/recruitment_pages.h"

namespace fabnum::recruitment {

void add_pages(web::Routes& routes, Room& room) {
    using web::Access;
    constexpr auto leads = Access::only({Role::Coordinator, Role::Admin});
    web::Table<Room> at{routes, room};

    at.get("/recrutement", leads, funnel);
    at.get("/recrutement.csv", leads, export_csv);
    at.get("/recrutement.xlsx", leads, export_xlsx);
    at.get("/recrutement/reunions", leads, meetings);
    at.get("/recrutement/reunions/nouvelle", leads, meeting_new);
    at.post("/recrutement/reunions", leads, meeting_plan);
    at.get("/recrutement/reunions/{}", leads, meeting_show);
    at.get("/recrutement/reunions/{}/changement", leads, meeting_edit);
    at.post("/recrutement/reunions/{}/changement", leads, meeting_change);
    at.post("/recrutement/reunions/{}/annulation", leads, meeting_call_off);
    at.post("/recrutement/reunions/{}/compte", leads, meeting_count);
    at.post("/recrutement/reunions/{}/venues", leads, meeting_note);
    at.post("/recrutement/reunions/{}/invitations", leads, meeting_invite);
    at.get("/recrutement/candidatures/nouvelle", leads, candidate_new);
    at.post("/recrutement/candidatures", leads, candidate_receive);
    at.get("/recrutement/candidatures/{}", leads, candidate_show);
    at.get("/recrutement/candidatures/{}/correction", leads, candidate_edit);
    at.post("/recrutement/candidatures/{}/correction", leads, candidate_correct);
    at.post("/recrutement/candidatures/{}/lien", leads, candidate_link_show);
    at.post("/recrutement/candidatures/{}/retrait", leads, candidate_withdraw);
    at.post("/recrutement/candidatures/{}/invitation", leads, candidate_invite);
    at.get("/recrutement/candidatures/{}/entretien", leads, interview);
    at.post("/recrutement/candidatures/{}/entretien", leads, interview_offer);
    at.post("/recrutement/candidatures/{}/entretien/suite", leads, interview_settle);
    at.get("/recrutement/candidatures/{}/positionnement", leads, positioning);
    at.post("/recrutement/candidatures/{}/positionnement", leads, positioning_keep);
    at.get("/recrutement/candidatures/{}/decision", leads, decision);
    at.post("/recrutement/candidatures/{}/decision", leads, decision_take);
    at.post("/recrutement/candidatures/{}/reprise", leads, decision_undo);
    at.get("/recrutement/orientation", leads, referrers);
    at.post("/recrutement/orientation", leads, referrer_send);
    at.post("/recrutement/orientation/{}/lien", leads, referrer_again);
    at.post("/recrutement/orientation/{}/fin", leads, referrer_end);
    at.get("/recrutement/reglages", leads, settings);
    at.post("/recrutement/reglages", leads, settings_keep);

    at.get("/orienter", Access::anyone(), referral_ask);
    at.post("/orienter", Access::anyone(), referral_recover);
    at.get("/orienter/{}", Access::link(), referral);
    at.get("/orienter/{}/nouveau", Access::link(), referral_new);
    at.post("/orienter/{}/nouveau", Access::link(), referral_send);
    at.post("/orienter/{}/{}/retrait", Access::link(), referral_withdraw);
    at.get("/reunions/{}", Access::link(), referral_meetings);
    at.post("/reunions/{}/{}/places", Access::link(), referral_book);

    at.get("/venir", Access::anyone(), interest);
    at.post("/venir", Access::anyone(), interest_begin);
    at.get("/venir/{}/{}", Access::link(), interest_question);
    at.post("/venir/{}/{}", Access::link(), interest_answer);
    at.post("/venir/{}/envoi", Access::link(), interest_send);

    at.get("/rendez-vous/{}", Access::link(), own);
    at.post("/rendez-vous/{}/reunions/{}", Access::link(), own_meeting);
    at.post("/rendez-vous/{}/entretien", Access::link(), own_interview);
    at.post("/rendez-vous/{}/retrait", Access::link(), own_withdraw);
}

}  // namespace fabnum::recruitment
