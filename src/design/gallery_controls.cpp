#include <array>

#include "design/attributes.h"
#include "design/gallery_parts.h"

namespace fabnum::design::samples {

using namespace html;

Markup colours() {
    constexpr std::array<std::string_view, 20> names = {
        "paper",      "surface",   "plywood",    "line",     "edge",         "ink",           "ink-2",
        "blue",       "blue-dark", "blue-pale",  "filament", "filament-ink", "filament-pale", "plexi",
        "plexi-pale", "amber",     "amber-pale", "laser",    "laser-pale",   "violet"};
    return div({cls("swatches"), each(names, [](std::string_view name) {
                    return div(
                        {cls("swatch"),
                         svg({aria("hidden", "true"), rect({classes({"paint-" + std::string(name)}),
                                                            attr("width", "100%"), attr("height", "100%")})}),
                         code({name})});
                })});
}

Markup buttons(const Say& say) {
    return button_row(
               {button({.word = say("accept"), .icon = "check"}),
                button({.word = say("see"), .look = Look::Outline}),
                button({.word = say("answer"), .icon = "message-circle", .look = Look::Soft}),
                button({.word = say("cancel"), .look = Look::Bare}),
                button({.word = say("delete"), .icon = "trash-2", .look = Look::Danger, .opens = "sample"}),
                button({.word = say("save"), .disabled = true}),
                button({.word = say("save"), .busy = true, .busy_word = say("saving")})}) +
           button_row({button({.word = say("small"), .look = Look::Outline, .size = Size::Small}),
                       button({.word = say("large"), .icon = "camera", .size = Size::Large}),
                       link_button({.word = say("link"), .icon = "arrow-right", .look = Look::Outline}, here),
                       icon_button({.word = say("phone"), .icon = "phone"}),
                       icon_link({.word = say("news"), .icon = "bell"}, here, 3),
                       menu({.word = say("more"),
                             .items = menu_link("printer", say("print"), here) +
                                      menu_link("copy", say("copy"), here)})}) +
           button({.word = say("wide"), .look = Look::Outline, .wide = true});
}

Markup tags(const Say& say) {
    return div({cls("line"), tag({Tone::Good, say("present")}), tag({Tone::Watch, say("late")}),
                tag({Tone::Alert, say("absent")}), tag({Tone::Info, say("planned")}),
                tag({Tone::Progress, say("running")}), tag({Tone::Design, say("drawing")}),
                tag({Tone::Draft, say("draft")}), tag({Tone::Plain, say("kind"), "package"})});
}

Markup people(const Say& say) {
    return div({cls("line"), person_disc(ines, Size::Small), person_disc(karim),
                person_disc(chloe, Size::Large), person_line(samira, say("coordinator")),
                people_stack({ines, karim, chloe, noah, fatou, samira}, say.words)}) +
           heads({{noah, Presence::Absent, say("absent"), here},
                  {karim, Presence::Late, say("minutes_late"), here},
                  {chloe, Presence::Excused, say("excused"), here},
                  {ines, Presence::Present, say.words.time(542), here},
                  {fatou, Presence::Present, say.words.time(538), {}}});
}

Markup fields(const Say& say) {
    const i18n::Words& words = say.words;
    return form(
        {.to = here,
         .body =
             error_summary({{"sample-phone", say("phone_short")}, {"", say("moved_meanwhile")}}, words) +
             field_row({field({.name = "sample-name", .label = say("first_name"), .help = say("as_on_card")},
                              words),
                        field({.name = "sample-phone",
                               .label = say("phone_number"),
                               .input = Input::Phone,
                               .value = "06 12 34 56 7",
                               .error = say("phone_short"),
                               .example = "06 12 34 56 78"},
                              words),
                        field({.name = "sample-file",
                               .label = say("file_number"),
                               .value = "ML-2026-0418",
                               .help = say("filled_by_others"),
                               .disabled = true},
                              words)}) +
             field({.name = "sample-story",
                    .label = say("need"),
                    .input = Input::Area,
                    .help = say("need_help"),
                    .optional = true},
                   words) +
             field_row({field({.name = "sample-day",
                               .label = say("day"),
                               .input = Input::Day,
                               .help = say("day_help")},
                              words),
                        field({.name = "sample-hours",
                               .label = say("time_spent"),
                               .input = Input::Number,
                               .unit = "h"},
                              words),
                        field({.name = "sample-code", .label = say("pin"), .input = Input::Code}, words)}) +
             select_field({.name = "sample-site",
                           .label = say("site"),
                           .choices = {{"1", "Hem"}, {"2", "Marcq"}},
                           .chosen = {"2"},
                           .empty_word = say("choose")},
                          words) +
             radio_cards({.name = "sample-kind",
                          .label = say("kind_question"),
                          .choices = {{"object", say("object"), say("object_detail"), "box"},
                                      {"sign", say("sign"), say("sign_detail"), "signpost"},
                                      {"repair", say("repair"), say("repair_detail"), "wrench"},
                                      {"event", say("event"), say("not_now"), "megaphone", true}},
                          .chosen = {"sign"}},
                         words) +
             checkboxes({.name = "sample-days",
                         .label = say("which_days"),
                         .choices = {{"1", say("monday")}, {"2", say("tuesday")}},
                         .chosen = {"1"},
                         .error = say("two_days")},
                        words) +
             checkbox({.name = "sample-consent", .word = say("consent"), .detail = say("consent_detail")}) +
             field({.name = "sample-photo",
                    .label = say("photo"),
                    .input = Input::File,
                    .accept = "image/*",
                    .several = true},
                   words) +
             signature_field({.name = "sample-signature", .label = say("signature")}, words) +
             button_row({button({.word = say("save"), .icon = "check", .busy_word = say("saving")})})});
}

}  // namespace fabnum::design::samples
