#pragma once

// The questions of the public form: what each asks, how its answer is read, and all answers on one page.

#include <map>
#include <string>
#include <vector>

#include "features/orders/pages/order_fragments.h"
#include "features/orders/request.h"
#include "platform/forms/form.h"

namespace fabnum::orders {

// The link of this form leads nowhere any more.
http::Response draft_ended(web::Visit& visit);
html::Url question_url(const std::string& token, Question question);

struct QuestionView {
    const std::string& token;
    const Draft& draft;
    const forms::Form& form;
    std::vector<sites::Site> sites;
};
html::Markup fields_of(Question question, const QuestionView& view, const i18n::Words& t);
// Every answer, each with the way to change it.
html::Markup answers_table(const QuestionView& view, const i18n::Words& t);

// Reads the fields of one question; what is wrong is noted in the form, what was typed is kept all the same.
std::map<std::string, std::string> answers_from(forms::Form& form, Question question, Day today);
forms::Form filled_from(const Draft& draft, const i18n::Words& t);

}  // namespace fabnum::orders
