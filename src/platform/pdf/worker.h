#pragma once

// The warm WeasyPrint process, and how one talks to it.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/pdf/pdf.h"
#include "platform/process/child.h"

namespace fabnum::pdf {

enum class Answer {
    Printed,
    Refused,  // it is alive and could not make a document of this
    Silent,   // the time is over: it may be stuck
    Gone,     // it died
};

class Worker {
 public:
    explicit Worker(const std::string& python);

    // Attachments for every document to come.
    void keep(const std::vector<Attachment>& attachments);
    Answer print(std::string_view html, const std::vector<Attachment>& attachments, std::string& pdf);
    int printed() const { return printed_; }

 private:
    struct Line {
        process::Descriptor ours, theirs;
        Line();
    };
    bool send(std::string_view bytes);
    Answer receive(std::string& bytes, std::size_t size);

    Line line_;
    process::Child child_;
    std::chrono::steady_clock::time_point until_;
    int printed_ = 0;
};

}  // namespace fabnum::pdf
