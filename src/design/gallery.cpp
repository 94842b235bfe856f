#include "design/gallery.h"

#include "design/gallery_parts.h"

namespace fabnum::design {

using namespace html;

Markup gallery(const i18n::Words& words) {
    using namespace samples;
    const Say say{words};
    return heading({.title = say("title"),
                    .lead = p({say("lead")}),
                    .aside = figure_line("10", say("of_12"), say("here_today")),
                    .above = breadcrumb({{say("home"), here}}, say("title"), words) +
                             back_link({say("home"), here})}) +
           part(say("colours"), colours()) + part(say("buttons"), buttons(say)) +
           part(say("states"), tags(say)) + part(say("people"), people(say)) +
           columns(decisions(say) + part(say("fields"), fields(say)),
                   part(say("progress"), progress(say)) + part(say("answers"), answers(say))) +
           tables(say) + boards(say) +
           part(say("sheet"), definitions({{say("for_whom"), text("Ville de Hem")},
                                           {say("state"), tag({Tone::Good, say("delivered")})},
                                           {say("hours"), text("14 h")}})) +
           columns(part(say("pictures"), pictures()), participant(say)) +
           section_title(say("photos"), Link{say("see_all"), here}) +
           photo_grid({{Url(Path("/assets")) / "sample.jpg", say("photo_alt"), say("photo_caption"), here}});
}

}  // namespace fabnum::design
