#include <filesystem>
#include <stdexcept>
#include <utility>

#include "platform/files/files.h"

namespace fabnum::files {
namespace {

constexpr std::pair<Kind, std::string_view> words[] = {
    {Kind::Picture, "picture"}, {Kind::Document, "document"}, {Kind::Model, "model"},
    {Kind::Drawing, "drawing"}, {Kind::Sound, "sound"},       {Kind::Table, "table"},
};

std::string_view word_of(Kind kind) {
    for (const auto& [one, word] : words)
        if (one == kind) return word;
    return "";
}

Kind kind_from(std::string_view text) {
    for (const auto& [one, word] : words)
        if (word == text) return one;
    throw sql::Broken("a file of an unknown kind");
}

File file_from(sql::Row& row) {
    return {.id = row.take<FileId>(),
            .digest = row.take<std::string>(),
            .kind = kind_from(row.take<std::string>()),
            .type = row.take<std::string>(),
            .label = row.take<std::string>(),
            .size = row.take<std::int64_t>(),
            .width = row.take<int>(),
            .height = row.take<int>()};
}

}  // namespace

FileId Cabinet::keep(const sql::Writer& db, const Checked& checked, Instant now) const {
    const File file{.digest = checked.digest, .kind = checked.kind};
    if (!std::filesystem::exists(path_of(file)))
        throw std::logic_error("a file was kept that is not in place");
    return db.insert<FileId>({checked.digest, word_of(checked.kind), checked.type, checked.label,
                              checked.size, checked.width, checked.height, now},
                             R"sql(
        INSERT INTO files (digest, kind, type, label, size, width, height, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

std::optional<File> Cabinet::find(const sql::Reader& db, FileId id) const {
    return db.one(file_from, {id}, R"sql(
        SELECT id, digest, kind, type, label, size, width, height
          FROM files
         WHERE id = $1)sql");
}

}  // namespace fabnum::files
