// An XLSX file (ECMA-376): the cells of its first sheet, as text. What it unpacks to is counted before it is
// read, and a document type is refused.

#include <charconv>
#include <map>
#include <optional>

#include "features/imports/grid.h"
#include "platform/files/zip.h"
#include "platform/xml/xml.h"

namespace fabnum::imports {

namespace {

constexpr files::ZipLimits limits{.entries = 500, .unpacked = 80u << 20, .ratio = 400};

// The texts that cells name by number. How a word is to be read aloud (rPh) is not part of it.
std::optional<std::vector<std::string>> shared_texts(std::string_view part) {
    std::vector<std::string> texts;
    bool inside = false, aloud = false;
    const bool sound = xml::read(part, {.begin =
                                            [&](const xml::Element& element) {
                                                if (element.name == "si") texts.emplace_back();
                                                if (element.name == "t") inside = true;
                                                if (element.name == "rPh") aloud = true;
                                            },
                                        .end =
                                            [&](std::string_view name) {
                                                if (name == "t") inside = false;
                                                if (name == "rPh") aloud = false;
                                            },
                                        .text =
                                            [&](std::string_view text) {
                                                if (inside && !aloud && !texts.empty()) texts.back() += text;
                                            }});
    return sound ? std::optional(std::move(texts)) : std::nullopt;
}

// Where the first sheet lies: named by the workbook, found through its relations.
std::string first_sheet(std::string_view bytes) {
    constexpr std::string_view usual = "xl/worksheets/sheet1.xml";
    std::string relation, target;
    const auto workbook = files::zip_content(bytes, "xl/workbook.xml", limits);
    const auto relations = files::zip_content(bytes, "xl/_rels/workbook.xml.rels", limits);
    if (!workbook || !relations) return std::string(usual);
    xml::read(*workbook, {.begin = [&](const xml::Element& element) {
        if (element.name != "sheet" || !relation.empty()) return;
        for (const auto& [name, value] : element.attributes)
            if (name.ends_with(":id")) relation = value;
    }});
    xml::read(*relations, {.begin = [&](const xml::Element& element) {
        if (element.name == "Relationship" && element.attribute("Id") == relation)
            target = element.attribute("Target");
    }});
    if (target.empty()) return std::string(usual);
    return target.front() == '/' ? target.substr(1) : "xl/" + target;
}

// "C12": 2. None when it is no cell.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > 20'000) return std::nullopt;
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

class SheetReading {
 public:
    explicit SheetReading(const std::vector<std::string>& shared) : shared_(shared) {}

    bool read(std::string_view part) {
        const bool sound = xml::read(part, {.begin = [this](const auto& element) { begin(element); },
                                            .end = [this](std::string_view name) { end(name); },
                                            .text =
                                                [this](std::string_view text) {
                                                    if (inside_) cell_ += text;
                                                }});
        return sound && !too_many_;
    }
    std::vector<std::vector<std::string>> cells;
    bool too_many() const { return too_many_; }

 private:
    void begin(const xml::Element& element) {
        if (element.name == "row") {
            too_many_ = too_many_ || cells.size() > most_rows;
            if (!too_many_) cells.emplace_back();
        } else if (element.name == "c") {
            kind_ = element.attribute("t");
            column_ = column_of(element.attribute("r"));
            cell_.clear();
        } else if (element.name == "v" || element.name == "t") {
            inside_ = true;
        }
    }
    void end(std::string_view name) {
        if (name == "v" || name == "t") inside_ = false;
        if (name != "c" || too_many_ || cells.empty()) return;
        const std::size_t column = column_.value_or(cells.back().size());
        if (column > most_columns) return;
        if (cells.back().size() <= column) cells.back().resize(column + 1);
        cells.back()[column] = value();
    }
    std::string value() const {
        if (kind_ != "s") return cell_;
        std::size_t number = 0;
        const auto [stop, error] = std::from_chars(cell_.data(), cell_.data() + cell_.size(), number);
        return error == std::errc() && number < shared_.size() ? shared_[number] : std::string();
    }

    const std::vector<std::string>& shared_;
    std::string kind_, cell_;
    std::optional<std::size_t> column_;
    bool inside_ = false, too_many_ = false;
};

}  // namespace

Result<std::vector<std::vector<std::string>>> cells_of_workbook(std::string_view bytes) {
    const auto sheet = files::zip_content(bytes, first_sheet(bytes), limits);
    if (!sheet) return Refusal{"imports.file.workbook"};
    std::vector<std::string> shared;
    if (const auto part = files::zip_content(bytes, "xl/sharedStrings.xml", limits)) {
        auto texts = shared_texts(*part);
        if (!texts) return Refusal{"imports.file.workbook"};
        shared = std::move(*texts);
    }
    SheetReading reading(shared);
    const bool sound = reading.read(*sheet);
    if (reading.too_many()) return Refusal{"imports.file.rows", {{"most", std::to_string(most_rows)}}};
    if (!sound) return Refusal{"imports.file.workbook"};
    return std::move(reading.cells);
}

}  // namespace fabnum::imports
