#include "app/figures.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>

#include "base/text.h"
#include "engine/statistics/competing.h"
#include "engine/statistics/survival.h"

namespace fabnum::app {

const char* const figures_help =
    "  fabnum figures wilson 17 24                   a share and its 95 % interval\n"
    "  fabnum figures newcombe 10 12 8 12            the difference of two shares\n"
    "  fabnum figures missing ASKED ANSWERED YES     a share when not everybody answered\n"
    "  fabnum figures kaplan-meier FILE.csv          columns time,event (event: 1 or 0)\n"
    "  fabnum figures aalen-johansen FILE.csv        columns time,cause (cause empty or 0: still there)\n";

namespace {

// The shortest text that reads back as the same number.
std::string exact(double number) {
    std::array<char, 40> room{};
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number).ptr;
    return {room.data(), end};
}
std::string exact(const std::optional<double>& number) {
    return number ? exact(*number) : std::string();
}

// A text of the file as a cell of ours.
std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

// A file that cannot be read as asked, in words for whoever wrote it.
struct Wrong {
    std::string why;
};

std::optional<int> count_from(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

std::vector<std::string> cells_of(const std::string& line, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == '"')
                cells.back() += line[++i];
            else
                quoted = !quoted;
        } else if (line[i] == separator && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    for (std::string& one : cells) one = std::string(trimmed(one));
    return cells;
}

struct Line {
    int row = 0;  // of the file, as an editor counts
    double time = 0;
    std::string what = {};
};

std::vector<Line> read_lines(const std::string& path, const std::string& what, const std::string& example) {
    const std::string shape =
        "The file begins with \"time," + what + "\", then one line per person, like \"" + example + "\".";
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Wrong{"cannot read " + path + ". " + shape};
    std::vector<Line> lines;
    std::string text;
    int row = 0;
    char separator = ',';
    std::size_t time_at = 0, what_at = 0, wide = 0;
    while (std::getline(in, text)) {
        ++row;
        if (row == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        if (!is_utf8(text))
            throw Wrong{"row " + std::to_string(row) + ": this is no text file in UTF-8. " + shape};
        if (trimmed(text).empty()) continue;
        if (wide == 0) {
            separator = text.find(';') != std::string::npos ? ';' : ',';
            const auto head = cells_of(text, separator);
            wide = head.size();
            time_at = what_at = wide;
            for (std::size_t i = 0; i < wide; ++i) {
                if (head[i] == "time") time_at = i;
                if (head[i] == what) what_at = i;
            }
            if (time_at == wide || what_at == wide)
                throw Wrong{"row " + std::to_string(row) + ": no column \"" +
                            (time_at == wide ? std::string("time") : what) + "\". " + shape};
            continue;
        }
        auto cells = cells_of(text, separator);
        if (cells.size() != wide)
            throw Wrong{"row " + std::to_string(row) + ": " + std::to_string(cells.size()) +
                        " cells where the first row has " + std::to_string(wide) + ". Example: " + example};
        std::string number = cells[time_at];
        if (separator == ';')
            for (char& c : number)
                if (c == ',') c = '.';
        double time = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), time);
        if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(time) || time < 0)
            throw Wrong{"row " + std::to_string(row) + ": \"" + cells[time_at] +
                        "\" is no time. A time is a number, not below 0. Example: " + example};
        lines.push_back({row, time, std::move(cells[what_at])});
    }
    if (lines.empty()) throw Wrong{"there is nobody in " + path + ". " + shape};
    return lines;
}

void print_curve(const std::vector<Line>& lines, std::ostream& out) {
    std::vector<statistics::Spell> spells;
    for (const Line& line : lines) {
        if (line.what != "0" && line.what != "1")
            throw Wrong{"row " + std::to_string(line.row) + ": \"" + line.what +
                        "\" is no event. 1: it happened; 0: not until then. Example: 67,1"};
        spells.push_back({line.time, line.what == "1"});
    }
    const auto log_log = statistics::kaplan_meier(spells);
    const auto log = statistics::kaplan_meier(spells, statistics::Scale::Log);
    out << "time,at_risk,events,censored,survival,standard_error,lower_loglog,upper_loglog,lower_log,upper_"
           "log\n";
    for (std::size_t i = 0; i < log_log.size(); ++i) {
        const auto& point = log_log[i];
        out << exact(point.time) << ',' << point.at_risk << ',' << point.events << ',' << point.censored
            << ',' << exact(point.survival) << ',' << exact(point.error);
        for (const auto& limits : {point.interval, log[i].interval}) {
            if (limits)
                out << ',' << exact(limits->lower) << ',' << exact(limits->upper);
            else
                out << ",,";
        }
        out << '\n';
    }
}

void print_shares(const std::vector<Line>& lines, std::ostream& out) {
    std::map<std::string, int> ways;  // in the order of the alphabet, so that the columns are always the same
    const auto is_there = [](const std::string& cause) { return cause.empty() || cause == "0"; };
    for (const Line& line : lines)
        if (!is_there(line.what)) ways[line.what] = 0;
    if (ways.size() > 50) throw Wrong{"more than 50 causes: is this the right column? Example: 67,drop_out"};
    int number = 0;
    for (auto& [cause, way] : ways) way = ++number;
    std::vector<statistics::Ended> people;
    for (const Line& line : lines) people.push_back({line.time, is_there(line.what) ? 0 : ways[line.what]});
    out << "time,at_risk,censored,stay";
    for (const auto& [cause, way] : ways) out << ',' << cell("incidence_" + cause);
    out << '\n';
    for (const auto& shares : statistics::aalen_johansen(people, number)) {
        out << exact(shares.time) << ',' << shares.at_risk << ',' << shares.censored << ','
            << exact(shares.stay);
        for (const double gone : shares.gone) out << ',' << exact(gone);
        out << '\n';
    }
}

void print_wilson(const std::vector<int>& n, std::ostream& out) {
    if (n[1] == 0 || n[0] > n[1]) throw Wrong{"the first number is a part of the second. Example: 17 24"};
    const auto interval = statistics::wilson(n[0], n[1]);
    out << "part,whole,share,lower,upper\n"
        << n[0] << ',' << n[1] << ',' << exact(n[0] / static_cast<double>(n[1])) << ','
        << exact(interval.lower) << ',' << exact(interval.upper) << '\n';
}

void print_newcombe(const std::vector<int>& n, std::ostream& out) {
    if (n[1] == 0 || n[0] > n[1] || n[3] == 0 || n[2] > n[3])
        throw Wrong{"a part and its whole, twice. Example: 10 12 8 12"};
    const auto found = statistics::newcombe(n[0], n[1], n[2], n[3]);
    out << "part_a,whole_a,part_b,whole_b,difference,lower,upper\n"
        << n[0] << ',' << n[1] << ',' << n[2] << ',' << n[3] << ',' << exact(found.value) << ','
        << exact(found.interval.lower) << ',' << exact(found.interval.upper) << '\n';
}

void print_missing(const std::vector<int>& n, std::ostream& out) {
    if (n[0] == 0 || n[1] > n[0] || n[2] > n[1])
        throw Wrong{"how many were asked, answered, and said yes. Example: 24 20 14"};
    const auto found = statistics::with_missing(n[0], n[1], n[2]);
    out << "asked,answered,yes,share_of_answers,lower,upper,bound_low,bound_high,envelope_low,envelope_high\n"
        << n[0] << ',' << n[1] << ',' << n[2] << ',' << exact(found.among_answers) << ','
        << exact(found.answers_interval.lower) << ',' << exact(found.answers_interval.upper) << ','
        << exact(found.bounds.lower) << ',' << exact(found.bounds.upper) << ',' << exact(found.envelope.lower)
        << ',' << exact(found.envelope.upper) << '\n';
}

struct Counting {
    const char* name;
    std::size_t numbers;
    void (*print)(const std::vector<int>&, std::ostream&);
};
constexpr Counting countings[] = {
    {"wilson", 2, print_wilson}, {"newcombe", 4, print_newcombe}, {"missing", 3, print_missing}};

}  // namespace

int figures(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
    const std::string what = arguments.empty() ? "" : arguments.front();
    try {
        for (const auto& [name, wanted, print] : countings) {
            if (what != name) continue;
            std::vector<int> numbers;
            for (std::size_t i = 1; i < arguments.size(); ++i)
                if (const auto one = count_from(arguments[i])) numbers.push_back(*one);
            if (numbers.size() != wanted || arguments.size() != wanted + 1) break;
            print(numbers, out);
            return 0;
        }
        if (arguments.size() == 2 && what == "kaplan-meier") {
            print_curve(read_lines(arguments[1], "event", "67,1"), out);
            return 0;
        }
        if (arguments.size() == 2 && what == "aalen-johansen") {
            print_shares(read_lines(arguments[1], "cause", "67,drop_out"), out);
            return 0;
        }
    } catch (const Wrong& wrong) {
        err << "fabnum figures " << what << ": " << wrong.why << "\n";
        return 1;
    }
    err << "fabnum figures: say what to compute.\n" << figures_help;
    return 2;
}

}  // namespace fabnum::app
