#pragma once

// Markup shared by the pages of a path.

#include <map>
#include <string>

#include "design/page.h"
#include "features/paths/pages/pages.h"
#include "platform/clock/clock.h"

namespace fabnum::paths {

html::Url url_of(InterviewId id);
std::string kind_word(Kind kind, const i18n::Words& t);
design::Tag state_tag(const Interview& interview, const web::Visit& visit);
// "mardi 24 novembre, 14 h": when it is agreed or offered; else the day it is due.
std::string moment_of(const Interview& interview, const web::Visit& visit);

// The page that a person's things lead back to: the interview under way, their path, or one's own.
struct Back {
    PersonId person = {};
    std::optional<html::Url> to = {};
};
html::Url back_url(const web::Visit& visit, const Back& back);
html::Markup back_field(const html::Url& back);
// What "retour" said in the form or the address, if it leads into this product.
Back back_of(const web::Visit& visit, PersonId person);

html::Markup goals_of(const notebook::Notebook& book, const Back& back, const web::Visit& visit);
html::Markup notes_of(const notebook::Notebook& book, const std::map<PersonId, people::Face>& faces,
                      const Back& back, const web::Visit& visit);
html::Markup checkins_of(const notebook::Notebook& book, const web::Visit& visit);
html::Markup civics_of(const civics::Sight& sight, const web::Visit& visit);
html::Markup traces_of(const std::vector<teaching::Trace>& traces, const web::Visit& visit);
html::Markup deeds_of(const projects::Deeds& deeds, const web::Visit& visit);
std::map<PersonId, people::Face> writers_of(const sql::Reader& db, const notebook::Notebook& book);

http::Response answered(web::Visit& visit, const Result<Done>& done, const html::Url& to,
                        std::string_view said);
http::Response not_there(web::Visit& visit);
std::string_view here_of(const web::Visit& visit);  // the entry of the way around

}  // namespace fabnum::paths
