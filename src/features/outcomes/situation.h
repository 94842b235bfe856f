#pragma once

// The words of leaving and after: why somebody left, where they stand, how one knows. The codes are stable;
// each situation says what counts it. Pure.

#include <cstddef>
#include <string_view>
#include <utility>

#include "base/words.h"

namespace fabnum::outcomes {

enum class Reason { Term, Job, Studies, Agreement, Abandonment, Fault, Health, Move, HostClosed, NotNoted };
inline constexpr std::pair<std::string_view, Reason> reasons[] = {{"term", Reason::Term},
                                                                  {"job", Reason::Job},
                                                                  {"studies", Reason::Studies},
                                                                  {"agreement", Reason::Agreement},
                                                                  {"abandonment", Reason::Abandonment},
                                                                  {"fault", Reason::Fault},
                                                                  {"health", Reason::Health},
                                                                  {"move", Reason::Move},
                                                                  {"host_closed", Reason::HostClosed},
                                                                  {"not_noted", Reason::NotNoted}};

enum class Situation {
    Permanent,
    FixedLong,   // six months or more
    FixedShort,  // under six months
    Temporary,
    OwnBusiness,
    Apprenticeship,
    ProContract,
    Qualifying,
    PreQualifying,
    School,
    CivicService,
    Scheme,
    JobSearch,
    Health,
    Moved,
    Unreachable,
    Died,
    NoSolution,
    NotKnown
};
inline constexpr std::pair<std::string_view, Situation> situations[] = {
    {"permanent", Situation::Permanent},
    {"fixed_long", Situation::FixedLong},
    {"fixed_short", Situation::FixedShort},
    {"temporary", Situation::Temporary},
    {"own_business", Situation::OwnBusiness},
    {"apprenticeship", Situation::Apprenticeship},
    {"pro_contract", Situation::ProContract},
    {"qualifying", Situation::Qualifying},
    {"pre_qualifying", Situation::PreQualifying},
    {"school", Situation::School},
    {"civic_service", Situation::CivicService},
    {"scheme", Situation::Scheme},
    {"job_search", Situation::JobSearch},
    {"health", Situation::Health},
    {"moved", Situation::Moved},
    {"unreachable", Situation::Unreachable},
    {"died", Situation::Died},
    {"no_solution", Situation::NoSolution},
    {"not_known", Situation::NotKnown}};

// What a situation counts as. `positive`: work, training, civic service elsewhere. `forward`: a next step is
// agreed, a scheme towards work included. `short_work`: fixed-term or temporary. `indicator`: the result
// indicator of the European fund it may feed (regulation 2021/1057, annex I; to verify with the managing
// authority). `imilo`: the word of the missions locales’ own file, so that nobody translates twice.
struct Meaning {
    Situation situation;
    bool positive, forward, short_work;
    std::string_view indicator, imilo;
};
inline constexpr Meaning meanings[] = {
    {Situation::Permanent, true, true, false, "EECR04", "CDI"},
    {Situation::FixedLong, true, true, true, "EECR04", "CDD de plus de 6 mois"},
    {Situation::FixedShort, true, true, true, "EECR04", "CDD de moins de 6 mois"},
    {Situation::Temporary, true, true, true, "EECR04", "CDD de moins de 6 mois"},
    {Situation::OwnBusiness, true, true, false, "EECR04", "Autre"},
    {Situation::Apprenticeship, true, true, false, "EECR04", "Contrat d’apprentissage"},
    {Situation::ProContract, true, true, false, "EECR04", "Contrat de professionnalisation"},
    {Situation::Qualifying, true, true, false, "EECR02", "Formation"},
    {Situation::PreQualifying, true, true, false, "EECR02", "Formation"},
    {Situation::School, true, true, false, "EECR02", "Formation"},
    {Situation::CivicService, true, true, false, "", "Accès au service civique"},
    {Situation::Scheme, false, true, false, "", "Autre"},
    {Situation::JobSearch, false, false, false, "EECR01", "Sans solution"},
    {Situation::Health, false, false, false, "", "Autre"},
    {Situation::Moved, false, false, false, "", "Déménagement"},
    {Situation::Unreachable, false, false, false, "", "Autre"},
    {Situation::Died, false, false, false, "", "Décès"},
    {Situation::NoSolution, false, false, false, "", "Sans solution"},
    {Situation::NotKnown, false, false, false, "", "Autre"}};

consteval bool each_situation_has_its_meaning() {
    if (std::size(meanings) != std::size(situations)) return false;
    for (std::size_t i = 0; i < std::size(meanings); ++i) {
        if (meanings[i].situation != situations[i].second) return false;
        if (meanings[i].positive && !meanings[i].forward) return false;
        if (meanings[i].short_work && !meanings[i].positive) return false;
    }
    return true;
}
static_assert(each_situation_has_its_meaning(), "a situation is counted wrongly, or not at all");

constexpr const Meaning& meaning_of(Situation situation) {
    return meanings[static_cast<std::size_t>(situation)];
}

// The trade somebody goes towards; the first three are those a Fab’Num prepares for.
enum class Field { Communication, Information, Culture, Other };
inline constexpr std::pair<std::string_view, Field> fields[] = {{"communication", Field::Communication},
                                                                {"information", Field::Information},
                                                                {"culture", Field::Culture},
                                                                {"other", Field::Other}};

enum class Proof { Contract, Training, Adviser, Statement, None };
inline constexpr std::pair<std::string_view, Proof> proofs[] = {{"contract", Proof::Contract},
                                                                {"training", Proof::Training},
                                                                {"adviser", Proof::Adviser},
                                                                {"statement", Proof::Statement},
                                                                {"none", Proof::None}};

// Why there is no news.
enum class Missing { Unreachable, Refused, Died, Moved };
inline constexpr std::pair<std::string_view, Missing> missings[] = {{"unreachable", Missing::Unreachable},
                                                                    {"refused", Missing::Refused},
                                                                    {"died", Missing::Died},
                                                                    {"moved", Missing::Moved}};

enum class Channel { Sms, Mail, Call };
inline constexpr std::pair<std::string_view, Channel> channels[] = {
    {"sms", Channel::Sms}, {"mail", Channel::Mail}, {"call", Channel::Call}};
enum class Reply { Sent, NoReply, WrongAddress, WillAnswer };
inline constexpr std::pair<std::string_view, Reply> replies[] = {{"sent", Reply::Sent},
                                                                 {"no_reply", Reply::NoReply},
                                                                 {"wrong_address", Reply::WrongAddress},
                                                                 {"will_answer", Reply::WillAnswer}};

// What follows an exit. `within`: days after it; `only_early`: the State must hear of it.
enum class Task { Machines, Questionnaire, Review, Attestation, State, Civic };
inline constexpr std::pair<std::string_view, Task> tasks[] = {
    {"machines", Task::Machines}, {"questionnaire", Task::Questionnaire},
    {"review", Task::Review},     {"attestation", Task::Attestation},
    {"state", Task::State},       {"civic", Task::Civic}};
struct Following {
    Task task;
    int within;
    bool only_early;
};
inline constexpr Following following[] = {{Task::Machines, 0, false},       {Task::State, 7, true},
                                          {Task::Questionnaire, 28, false}, {Task::Review, 28, false},
                                          {Task::Attestation, 28, false},   {Task::Civic, 60, false}};

inline constexpr int follow_up_months[] = {1, 3, 6, 12};
inline constexpr int usual_tries = 3;

}  // namespace fabnum::outcomes
