#pragma once

// A page of the product as an answer: the shell of whoever looks, the way around for their role, what the
// page before said. Every page handler ends here or with a redirect.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "design/components.h"
#include "design/shell.h"
#include "platform/forms/form.h"
#include "platform/http/message.h"
#include "platform/web/house.h"
#include "platform/web/visit.h"

namespace fabnum::design {

struct Page {
    std::string title;
    html::Markup body;           // starts with a heading
    std::string_view here = {};  // the entry of the way around that this page belongs to: "orders"
    int status = 200;
    bool wide = false;          // for visitors without account: cards and photos instead of one column
    html::Markup actions = {};  // at the right of the staff's search
};
http::Response page(web::Visit& visit, const Page& page);

// The page that says why something was not done; 409 when somebody else was faster, else 422. `back` is where
// to look again.
http::Response refused(web::Visit& visit, const Refusal& refusal, const html::Url& back,
                       std::string_view here = {});

// Whatever went wrong before a page could answer.
std::string trouble_page(web::Visit& visit, const web::Trouble& trouble);

// A form that does something, once: it carries its own key.
struct Sending {
    bool files = false;
    bool one_line = false;
    std::string id = {};
    std::optional<html::Url> autosave = {};
};
html::Markup sending(const html::Url& to, html::Markup body, const Sending& how = {});
// A single button that does something.
html::Markup act_button(const html::Url& to, const Button& button, html::Markup hidden_fields = {});

// Fields that show what was typed and what is wrong with it.
html::Markup field(const forms::Form& form, Field field, const i18n::Words& words);
html::Markup select_field(const forms::Form& form, Choices choices, const i18n::Words& words);
html::Markup radio_cards(const forms::Form& form, Choices choices, const i18n::Words& words);
html::Markup checkboxes(const forms::Form& form, Choices choices, const i18n::Words& words);
html::Markup mistakes(const forms::Form& form, const i18n::Words& words);  // nothing when the form is good

// "Erreur : …" before the title of a page whose form was not understood.
std::string form_title(const forms::Form& form, std::string_view title, const i18n::Words& words);

}  // namespace fabnum::design
