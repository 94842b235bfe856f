#include <array>

#include "design/gallery_parts.h"

namespace fabnum::design::samples {

using namespace html;

Markup progress(const Say& say) {
    const i18n::Words& words = say.words;
    const std::vector<std::string> steps = {say("meet"), say("design"), say("try"), say("make"),
                                            say("deliver")};
    const std::vector<Session> good(4, Session::Present);
    const std::vector<Session> mixed = {Session::Present, Session::Late, Session::Late};
    return stepper({steps, 2}, words) + stepper({steps, 5}, words) + step_list({steps, 2}, words) +
           timeline({{When::Past, words.time(540), say("team_point"), say("led_by")},
                     {When::Now, words.time(570), say("laser"), say("running")},
                     {When::Next, words.time(990), say("delivery"), {}, here}}) +
           targets({{"2 359 h", say("done"), say("of_hours"), {0.315, 0.35, Tone::Good, say("gauge_read")}},
                    {"7", say("orders_done"), say("of_orders"), {0.47, 0.35, Tone::Good, say("gauge_read")}},
                    {"2", say("ways"), say("of_ways"), {0.17, 0.35, Tone::Watch, say("gauge_read")}},
                    {"62 %", say("printing"), "", {0.62, {}, Tone::Info, say("gauge_read")}}}) +
           div({stacks({good,
                        mixed,
                        {Session::Present, Session::Absent},
                        {Session::Next, Session::Next, Session::Next}},
                       say("stacks_read"))});
}

Markup answers(const Say& say) {
    const Markup undo = button({.word = say("cancel"), .look = Look::Bare, .size = Size::Small});
    return toast({say("saved"), Tone::Good,
                  html::element("form", {action(here), attr("method", "post"), undo})}) +
           toast({say("moved_meanwhile"), Tone::Alert}) +
           notice({Tone::Info, say("know"), say("know_more")}) + notice({Tone::Watch, {}, say("late_note")}) +
           notice({Tone::Alert, {}, say("stopped")}) + notice({Tone::Good, {}, say("saved")}) +
           empty_state({"package-open", say("no_order"), say("share_link"),
                        button({.word = say("copy_link"), .look = Look::Soft})}) +
           skeleton(4, say.words) +
           dialog({"sample", say("delete_question"), p({say("delete_detail")}),
                   button({.word = say("delete"), .look = Look::Danger}) +
                       plain_button({.word = say("keep"), .look = Look::Outline}, data("closes", ""))},
                  say.words);
}

Markup decisions(const Say& say) {
    const auto act = [](std::string word, Look look) {
        return link_button({.word = std::move(word), .look = look, .size = Size::Small}, here);
    };
    return card({.title = say("to_decide"),
                 .action = Link{say("see_all"), here},
                 .body = decision_list({{.person = noah,
                                         .title = say("no_news"),
                                         .detail = say("no_news_detail"),
                                         .tag = Tag{Tone::Alert, say("this_morning")},
                                         .action = act(say("call"), Look::Strong),
                                         .to = here},
                                        {.icon = "signature",
                                         .title = say("sign_sheet"),
                                         .detail = say("sign_detail_row"),
                                         .tag = Tag{Tone::Watch, say("before_noon")},
                                         .action = act(say("sign_verb"), Look::Outline)},
                                        {.icon = "package",
                                         .tone = Tone::Progress,
                                         .title = say("visors"),
                                         .detail = say("visors_detail"),
                                         .tag = Tag{Tone::Info, say("thursday")},
                                         .action = act(say("see_request"), Look::Outline)}}),
                 .flush = true});
}

Markup tables(const Say& say) {
    const i18n::Words& words = say.words;
    const auto row = [&](std::string_view title, const Tag& state, std::int64_t hours) {
        return std::vector<Markup>{row_link(title, here),
                                   text("Ville de Hem"),
                                   tag(state),
                                   text(words.number(hours) + " h"),
                                   people_stack({ines, noah}, words),
                                   icon_link({.word = say("see"), .icon = "arrow-right"}, here)};
    };
    const Table table{.caption = say("orders"),
                      .columns = {{.word = say("order"), .sort = here, .sorted = Sorted::Up},
                                  {.word = say("for_whom"), .sort = here, .extra = true},
                                  {.word = say("state")},
                                  {.word = say("hours"), .sort = here, .sorted = Sorted::No, .number = true},
                                  {.word = say("team"), .extra = true},
                                  {.word = say("actions"), .quiet = true}},
                      .rows = {row(say("boxes"), {Tone::Design, say("drawing")}, 14),
                               row(say("medals"), {Tone::Progress, say("running")}, 1068),
                               row(say("panel"), {Tone::Draft, say("received")}, 3)}};
    return part(say("filters"), filter_bar({.to = here,
                                            .fields = field({.name = "q",
                                                             .label = say("word_search"),
                                                             .input = Input::Search,
                                                             .id = "filter-q"},
                                                            words) +
                                                      select_field({.name = "state",
                                                                    .label = say("state"),
                                                                    .choices = {{"running", say("running")}},
                                                                    .empty_word = say("all"),
                                                                    .id = "filter-state"},
                                                                   words),
                                            .chosen = {{say("running"), here}},
                                            .clear = here,
                                            .at_right = export_menu({{"CSV", here}, {"XLSX", here}}, words)},
                                           words)) +
           card(
               {.title = say("orders"),
                .body = design::table(table, words) +
                        pager({.first = 26, .last = 50, .total = 200, .previous = here, .next = here}, words),
                .flush = true});
}

Markup boards(const Say& say) {
    const std::vector<Choice> moves = {{"try", say("try")}, {"make", say("make")}};
    return part(say("orders"), board({{"received",
                                       say("received"),
                                       Tone::Plain,
                                       {{"order-1", say("panel"), here, "Ville de Hem", say("to_price")}}},
                                      {"design",
                                       say("design"),
                                       Tone::Design,
                                       {{"order-2",
                                         say("game"),
                                         here,
                                         "Centre social",
                                         say("december"),
                                         false,
                                         {ines, karim},
                                         here,
                                         moves}}},
                                      {"try",
                                       say("try"),
                                       Tone::Watch,
                                       {{"order-3",
                                         say("boxes"),
                                         here,
                                         "École Jean-Moulin",
                                         say("december"),
                                         false,
                                         {ines, noah, chloe, fatou},
                                         here,
                                         {{"make", say("make")}}}}},
                                      {"make",
                                       say("make"),
                                       Tone::Progress,
                                       {{"order-4",
                                         say("medals"),
                                         here,
                                         "Service des sports",
                                         say("days_late"),
                                         true,
                                         {karim},
                                         here,
                                         {{"delivered", say("delivered")}}}}},
                                      {"delivered", say("delivered"), Tone::Good, {}, 12, here}},
                                     say.words));
}

Markup participant(const Say& say) {
    const i18n::Words& words = say.words;
    const auto skill = [&](std::string_view name, Tone tone, int parts, std::string_view words_of_skill,
                           std::string_view level, std::string_view news = {}) {
        return Skill{
            name, tone, parts, say(words_of_skill), say(level), news.empty() ? std::string() : say(news)};
    };
    return stack(
        {listen_button(words),
         now_card(
             {say("now"),
              say("laser"),
              {{"clock", say("until")}, {"map-pin", say("room")}},
              link_button({.word = say("instructions"), .icon = "book-open", .size = Size::Large}, here)}),
         done_line(say("clocked_in")),
         todo_card({"camera", say("take_photo"), say("one_more_proof"),
                    link_button(
                        {.word = say("take_photo_verb"), .icon = "camera", .size = Size::Large, .wide = true},
                        here)}),
         mission_card(
             {.to = here,
              .role = say("referent"),
              .title = say("boxes"),
              .detail = say("for_school"),
              .steps = Stepper{{say("meet"), say("design"), say("try"), say("make"), say("deliver")}, 2},
              .due = say("due")},
             words),
         week_card({"13 h",
                    say("of_24"),
                    text(say("left")),
                    {13, 24, say("layers_read")},
                    {{say("mon"), When::Past, "", say("mon_read")},
                     {say("tue"), When::Now, "", say("tue_read")},
                     {say("wed"), When::Next, "5 h", say("wed_read")},
                     {say("thu"), When::Next, "6 h", say("thu_read")},
                     {say("fri"), When::Next, "–", say("fri_read")}}}),
         skills({skill("users", Tone::Progress, 3, "teamwork", "alone_helps", "new"),
                 skill("scissors", Tone::Info, 2, "laser", "alone"),
                 skill("pen-tool", Tone::Design, 1, "drawing_2d", "with_help"),
                 skill("printer", Tone::Good, 0, "printing_3d", "to_discover")},
                say("your_skills")),
         message(
             {samira, words.time(1010), p({say("message")}),
              link_button({.word = say("answer"), .icon = "message-circle", .look = Look::Soft, .wide = true},
                          here)}),
         message({.from = ines, .when = words.time(1031), .body = p({say("reply")}), .mine = true})});
}

Markup pictures() {
    constexpr std::array<Picture, 8> all = {Picture::Object, Picture::Sign,    Picture::Series,
                                            Picture::Media,  Picture::Web,     Picture::Event,
                                            Picture::Repair, Picture::Workshop};
    return div({cls("grid-cards"), each(all, [](Picture kind) {
                    return div({cls("mission-cover"), picture(kind)});
                })});
}

}  // namespace fabnum::design::samples
