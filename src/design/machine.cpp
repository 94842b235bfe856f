#include "design/machine.h"

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

Markup machine_tiles(const std::vector<MachineTile>& tiles) {
    const Markup all = each(tiles, [](const MachineTile& one) {
        Markup tags = tag(one.state);
        for (const Tag& more : one.more) tags += tag(more);
        const std::string tone = "machine-" + std::string(name_of(one.state.tone));
        return li({a({classes({"machine", tone}), href(one.to), span({cls("machine-icon"), icon(one.icon)}),
                      span({cls("machine-words"), b({one.name}), small({one.detail})}),
                      span({cls("machine-state"), tags})})});
    });
    return ul({cls("machines"), html::role("list"), all});
}

Markup big_answer(const BigAnswer& answer) {
    Markup why;
    for (const std::string& reason : answer.reasons) why += li({reason});
    return section({classes({"big-answer", "tone-" + std::string(name_of(answer.tone))}),
                    div({cls("big-answer-word"), icon(answer.icon), p({answer.word})}),
                    answer.sentence.empty() ? Markup() : p({cls("big-answer-sentence"), answer.sentence}),
                    why.empty() ? Markup() : ul({why}),
                    answer.actions.empty() ? Markup() : div({cls("big-answer-actions"), answer.actions})});
}

Markup safety_lines(const std::vector<std::string>& lines) {
    const Markup all = each(lines, [](const std::string& line) { return li({icon("shield-check"), line}); });
    return ul({cls("safety"), all});
}

}  // namespace fabnum::design
