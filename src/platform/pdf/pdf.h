#pragma once

// A4 documents from the same views: HTML in, PDF out, by WeasyPrint in a process of its own that stays warm,
// may open no file and no address, and is replaced when it misbehaves.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fabnum::pdf {

// A picture or style the document may use, by the name it uses in its markup: <img src="photo-1.jpg">. The
// product's own styles, fonts and icons are there without being handed over, at their usual addresses.
struct Attachment {
    std::string name;  // "photo-1.jpg"
    std::string type;  // "image/jpeg"
    std::string bytes;
};

class Printer {
 public:
    // Starts nothing until the first document.
    explicit Printer(std::string python = "/usr/bin/python3");
    ~Printer();
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    // Whether WeasyPrint is on this machine; without it pages offer the browser's own printing.
    bool is_available() const;
    // nullopt when it is not available or did not answer within 20 s.
    std::optional<std::string> print(std::string_view html, const std::vector<Attachment>& attachments = {});

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace fabnum::pdf
