#pragma once

// What the compiler says of code that must not compile. One run of it looks at all lines of a test, for a
// run costs a second; each line is a statement of its own.

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <sys/wait.h>

#include "tests/support/engines.h"

namespace fabnum::support {

// The places in `lines`, from 0, of those that the compiler does not take.
inline std::set<std::size_t> refused_lines(const std::string& before, const std::vector<std::string>& lines) {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/lines.cpp";
    std::ofstream code(file);
    code << before << "\nvoid lines() {\n#line 1 \"a_line\"\n";
    for (const std::string& line : lines) code << "{ " << line << " }\n";
    code << "}\n";
    code.close();

    const auto root = std::filesystem::path(__FILE__).parent_path() / "../../..";
    const std::string command = "LC_ALL=C g++ -std=c++20 -fsyntax-only -fmax-errors=0 -I'" +
                                (root / "src").string() + "' '" + file + "' 2>&1";
    FILE* const out = popen(command.c_str(), "r");
    std::string said;
    std::array<char, 4096> part;
    while (const std::size_t read = std::fread(part.data(), 1, part.size(), out))
        said.append(part.data(), read);
    const bool compiled = WEXITSTATUS(pclose(out)) == 0;

    std::set<std::size_t> refused;
    const std::string mark = "a_line:";
    for (auto at = said.find(mark); at != std::string::npos; at = said.find(mark, at + 1))
        if (const auto line = std::strtoul(said.c_str() + at + mark.size(), nullptr, 10); line > 0)
            refused.insert(line - 1);
    EXPECT_EQ(compiled, refused.empty()) << said;
    return refused;
}

inline std::set<std::size_t> all_of(const std::vector<std::string>& lines) {
    std::set<std::size_t> places;
    for (std::size_t i = 0; i < lines.size(); ++i) places.insert(i);
    return places;
}

}  // namespace fabnum::support
