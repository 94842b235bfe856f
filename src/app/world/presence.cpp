// Presence in the small lab: the past weeks of the cohorts under way, signed half-day by half-day, this
// week's sessions, and this morning as the team finds it.

#include <algorithm>

#include "app/world/bulk_store.h"
#include "app/world/chapters.h"
#include "app/world/expect.h"
#include "base/words.h"
#include "features/attendance/attendance.h"
#include "features/statements/statements.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"

namespace fabnum::app::world {

namespace {

using attendance::Code;
using cohorts::Half;

// Who was not simply there, and when.
struct Exception {
    std::size_t who;         // by first name: 0 Bilal, 1 Chloé… 11 Yanis
    int weeks_ago, weekday;  // 1: Monday
    Half half;
    Code code;
};
constexpr Exception exceptions[] = {
    {11, 1, 4, Half::Afternoon, Code::Unexcused},    {11, 0, 1, Half::Afternoon, Code::Unexcused},
    {8, 1, 2, Half::Morning, Code::AppointmentMl},   {10, 1, 1, Half::Morning, Code::PresentLate},
    {10, 2, 3, Half::Morning, Code::PresentLate},    {0, 3, 1, Half::Morning, Code::SickCertified},
    {0, 3, 1, Half::Afternoon, Code::SickCertified}, {0, 3, 2, Half::Morning, Code::SickCertified},
    {3, 2, 4, Half::Afternoon, Code::LeftEarly},     {4, 4, 2, Half::Afternoon, Code::Excused},
    {7, 2, 1, Half::Morning, Code::TrainingOutside}, {7, 2, 1, Half::Afternoon, Code::TrainingOutside},
    {9, 5, 3, Half::Morning, Code::Unexcused},       {1, 4, 4, Half::Morning, Code::Leave},
    {1, 4, 4, Half::Afternoon, Code::Leave},
};

Code code_of(std::size_t who, Day day, Half half, Day today) {
    const int weeks_ago = days_between(monday_of(day), monday_of(today)) / 7;
    const int weekday = days_between(monday_of(day), day) + 1;
    for (const Exception& one : exceptions)
        if (one.who == who && one.weeks_ago == weeks_ago && one.weekday == weekday && one.half == half)
            return one.code;
    return Code::Present;
}

class Sheets {
 public:
    Sheets(const sql::Writer& db, Day today, PersonId trainer, std::string trainer_name)
        : today_(today), trainer_(trainer), trainer_name_(std::move(trainer_name)) {
        rows_.go_on_from(db);
    }

    void add(const cohorts::Cohort& cohort, const std::vector<people::Face>& faces,
             const cohorts::HalfDay& on) {
        std::string covers;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            const attendance::Mark mark =
                mark_of(cohort, faces[i], code_of(i, on.day, on.slot.half, today_), on);
            write(mark);
            const std::string line =
                std::string(attendance::word_of(mark.code)) + " " + std::to_string(mark.done);
            covers += (covers.empty() ? "" : ", ") + std::to_string(faces[i].id.value) + " " + line;
            if (attendance::is_here(mark.code))
                sign("participant", faces[i].id, people::full_name(faces[i]), cohort, on, line);
        }
        sign("trainer", trainer_, trainer_name_, cohort, on, covers);
    }

    void write_to(const sql::Writer& db) {
        if (last_.seq > 0) rows_.add(store::Table::AttendanceChainEnd, {last_.seq, sql::Bytes{last_.hash}});
        rows_.write(db);
        store::leave_numbers(db);
    }

    void write(const attendance::Mark& m) {
        rows_.add(store::Table::AttendanceMarks,
                  {rows_.next<attendance::MarkId>(store::Table::AttendanceMarks), m.person, m.cohort, m.site,
                   m.day, word_in(cohorts::halves, m.half), attendance::word_of(m.code), m.due, m.done,
                   m.arrived, m.gone, word_in(attendance::methods, m.method), m.by, m.at});
    }

    attendance::Mark mark_of(const cohorts::Cohort& cohort, const people::Face& face, Code code,
                             const cohorts::HalfDay& on) const {
        const attendance::Planned planned{on.slot.starts, on.slot.ends, on.slot.minutes()};
        attendance::Mark mark;
        mark.person = face.id;
        mark.cohort = cohort.id;
        mark.site = cohort.site;
        mark.day = on.day;
        mark.half = on.slot.half;
        mark.code = code;
        mark.due = planned.minutes;
        const int early =
            static_cast<int>((face.id.value * 7 + on.day.date.time_since_epoch().count() * 3) % 14);
        if (attendance::is_here(code)) mark.arrived = planned.starts - 9 + early;
        if (code == Code::PresentLate) mark.arrived = planned.starts + 25;
        if (code == Code::LeftEarly) mark.gone = planned.ends - 45;
        mark.done = attendance::minutes_done(code, planned, mark.arrived, mark.gone);
        mark.method = attendance::is_here(code) ? attendance::Method::Pin : attendance::Method::Staff;
        mark.by = trainer_;
        mark.at = clock::instant_in("Europe/Paris", on.day, mark.arrived.value_or(planned.starts + 25));
        return mark;
    }

 private:
    void sign(std::string role, PersonId person, std::string name, const cohorts::Cohort& cohort,
              const cohorts::HalfDay& on, std::string covers) {
        attendance::Content content;
        content.role = std::move(role);
        content.person = person.value;
        content.name = std::move(name);
        content.cohort = cohort.id.value;
        content.day = to_iso(on.day);
        content.half = word_in(cohorts::halves, on.slot.half);
        content.covers = std::move(covers);
        content.at = clock::instant_in("Europe/Paris", on.day, on.slot.ends + 3).micros;
        content.method = "pin";
        content.salt = crypto::random_bytes(16);
        last_ = attendance::linked(last_.seq + 1, last_.seq == 0 ? attendance::no_link : last_.hash, content);
        rows_.add(store::Table::AttendanceSignatures,
                  {last_.seq, content.role, content.person, content.name, content.cohort, content.day,
                   content.half, content.covers, content.at, content.method, sql::Bytes{content.salt},
                   sql::Bytes{last_.content_hash}, sql::Bytes{last_.previous}, sql::Bytes{last_.hash}});
    }

    Day today_;
    PersonId trainer_;
    std::string trainer_name_;
    store::Rows rows_;
    attendance::Link last_;
};

void write_past(Telling& telling, const Act& act) {
    const World& w = telling.world;
    const Day today = telling.story.today();
    expect(telling.database.write(act,
                                  [&](const sql::Writer& db) -> Result<Done> {
                                      Sheets sheets(db, today, w.karim, "Karim Belhadj");
                                      for (const auto id : {w.promo4, w.promo3}) {
                                          const auto cohort = cohorts::find(db, id);
                                          const auto faces = cohorts::present_members(db, id, today);
                                          for (const auto& on : cohorts::half_days(cohorts::programme(db, id),
                                                                                   cohort->starts, today - 1))
                                              sheets.add(*cohort, faces, on);
                                      }
                                      sheets.write_to(db);
                                      return Done{};
                                  }),
           "past presence");
}

// This morning: most are there, one is late, one has an appointment; of Yanis nothing is known.
void write_this_morning(Telling& telling, const Act& act) {
    const World& w = telling.world;
    const Day today = telling.story.today();
    const int minute = clock::minutes_in("Europe/Paris", act.at);
    if (clock::day_in("Europe/Paris", act.at) != today || minute < 9 * 60 + 25) return;
    expect(telling.database.write(
               act,
               [&](const sql::Writer& db) -> Result<Done> {
                   Sheets sheets(db, today, w.karim, "Karim Belhadj");
                   const auto cohort = cohorts::find(db, w.promo3);
                   for (const auto& on : cohorts::half_days(cohorts::programme(db, w.promo3), today, today)) {
                       if (on.slot.half != Half::Morning) continue;
                       for (const auto& face : cohorts::present_members(db, w.promo3, today)) {
                           if (face.id == w.yanis) continue;
                           const Code code = face.id == w.mehdi  ? Code::AppointmentMl
                                             : face.id == w.theo ? Code::PresentLate
                                                                 : Code::Present;
                           auto mark = sheets.mark_of(*cohort, face, code, on);
                           if (code == Code::PresentLate) mark.arrived = on.slot.starts + 20;
                           sheets.write(mark);
                       }
                   }
                   sheets.write_to(db);
                   return Done{};
               }),
           "this morning");
}

struct Planned {
    int weekday, starts, ends;
    timetable::Kind kind;
    std::string_view title, room;
    bool karim;
};
constexpr Planned this_week[] = {
    {1, 540, 720, timetable::Kind::Team, "Point d’équipe et commandes de la semaine", "Salle commune", false},
    {1, 810, 990, timetable::Kind::Orders, "Fabrication des commandes", "Atelier", true},
    {2, 540, 570, timetable::Kind::Team, "Point d’équipe", "Salle commune", false},
    {2, 570, 720, timetable::Kind::Training, "Découpe laser", "Salle du fond", true},
    {2, 810, 990, timetable::Kind::Residents, "Permanence habitants", "Atelier", true},
    {3, 540, 720, timetable::Kind::Orders, "Boîtes à livres", "Atelier", true},
    {3, 810, 990, timetable::Kind::Orders, "Fabrication des commandes", "Atelier", true},
    {4, 540, 720, timetable::Kind::Orders, "Photos et fiches", "Salle commune", true},
    {4, 810, 990, timetable::Kind::Interview, "Projet d’avenir", "Salle commune", false},
};

void plan_this_week(Telling& telling, const Act& act) {
    const World& w = telling.world;
    const Day monday = monday_of(telling.story.today());
    for (const Planned& one : this_week) {
        timetable::Session session;
        session.site = w.hem;
        session.cohort = w.promo3;
        session.kind = one.kind;
        session.nature = timetable::usual_nature(one.kind);
        session.title = one.title;
        session.room = one.room;
        session.capacity = 14;
        session.day = monday + (one.weekday - 1);
        session.starts = one.starts;
        session.ends = one.ends;
        session.contributors = {one.karim ? w.karim : w.samira};
        expect(timetable::plan(telling.database, act, {session}, "Semaine habituelle"), one.title);
    }
}

// Claire follows Promo 3; the statements of last month wait for her.
void send_statements(Telling& telling, const Act& act) {
    const World& w = telling.world;
    const Day today = telling.story.today();
    for (const PersonId person : {w.ines, w.yanis, w.chloe, w.mehdi, w.theo, w.bilal, w.enzo, w.fatou, w.hugo,
                                  w.kenza, w.lina, w.noah})
        expect(statements::follow(telling.database, act, person, w.claire, today), "follow");
    expect(statements::send(telling.database, act, w.promo3, statements::month_before(today), today,
                            "https://fabnum.example"),
           "statements");
}

}  // namespace

void tell_presence(Telling& telling) {
    const World& w = telling.world;
    const Act act{.by = w.coordinator(), .at = telling.story.now()};
    write_past(telling, act);
    plan_this_week(telling, act);
    send_statements(telling, act);
    write_this_morning(telling, {.by = {w.karim, Role::Fabmanager, w.hem}, .at = telling.story.now()});
}

}  // namespace fabnum::app::world
