#include "platform/xml/xml.h"

#include <algorithm>
#include <memory>

#include <expat.h>

namespace fabnum::xml {

namespace {

struct Reading {
    XML_Parser parser;
    const Handler& handler;
    int depth = 0;
};

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void begun(void* user, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = *static_cast<Reading*>(user);
    if (++reading.depth > deepest) {
        XML_StopParser(reading.parser, XML_FALSE);
        return;
    }
    Element element{.name = without_prefix(name), .attributes = {}};
    for (; *attributes; attributes += 2) element.attributes.emplace_back(attributes[0], attributes[1]);
    reading.handler.begin(element);
}

void ended(void* user, const XML_Char* name) {
    auto& reading = *static_cast<Reading*>(user);
    --reading.depth;
    reading.handler.end(without_prefix(name));
}

void said(void* user, const XML_Char* text, int size) {
    const auto& reading = *static_cast<Reading*>(user);
    if (reading.handler.text) reading.handler.text({text, static_cast<std::size_t>(size)});
}

void has_document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    XML_StopParser(static_cast<Reading*>(user)->parser, XML_FALSE);
}

}  // namespace

std::string_view Element::attribute(std::string_view wanted) const {
    for (const auto& [key, value] : attributes)
        if (key == wanted) return value;
    return {};
}

bool read(std::string_view text, const Handler& handler) {
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    if (!parser) return false;
    Reading reading{.parser = parser.get(), .handler = handler};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begun, ended);
    XML_SetCharacterDataHandler(parser.get(), said);
    XML_SetStartDoctypeDeclHandler(parser.get(), has_document_type);
    constexpr std::size_t piece = 1 << 20;
    do {
        const std::string_view part = text.substr(0, std::min(piece, text.size()));
        text.remove_prefix(part.size());
        if (XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), text.empty()) !=
            XML_STATUS_OK)
            return false;
    } while (!text.empty());
    return true;
}

}  // namespace fabnum::xml
