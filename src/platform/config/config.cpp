#include "platform/config/config.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <toml++/toml.h>

#include "platform/config/settings.h"

namespace fabnum::config {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

const Setting* find(std::string_view name) {
    const auto all = settings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Setting& s) { return s.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Refusal wrong(std::string_view name, std::string_view given, std::string_view example) {
    return {"config.wrong",
            {{"name", std::string(name)}, {"given", std::string(given)}, {"example", std::string(example)}}};
}

// A name that nobody knows gets the nearest one as its example.
Refusal unknown(std::string_view name, std::string_view given) {
    const auto shared = [&](std::string_view other) {
        return std::mismatch(name.begin(), name.end(), other.begin(), other.end()).first - name.begin();
    };
    const auto all = settings();
    const auto nearest = std::max_element(all.begin(), all.end(), [&](const Setting& a, const Setting& b) {
        return shared(a.name) < shared(b.name);
    });
    return wrong(name, given, nearest->name);
}

Result<Done> apply(Config& config, const Values& values) {
    for (const auto& [name, text] : values) {
        const Setting* setting = find(name);
        if (!setting) return unknown(name, text);
        if (!setting->accept(config, text)) return wrong(name, text, setting->example);
    }
    return Done{};
}

std::string text_of(const toml::node& node) {
    if (const auto text = node.value<std::string>()) return *text;
    if (const auto* yes = node.as_boolean()) return yes->get() ? "true" : "false";
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* list = node.as_array()) {
        std::string text;
        for (const auto& item : *list) text += (text.empty() ? "" : ",") + text_of(item);
        return text;
    }
    return "?";  // no setting takes a date, a table or a number with decimals
}

void collect(Values& values, const toml::table& table, const std::string& prefix) {
    for (const auto& [key, node] : table) {
        std::string name = prefix + std::string(key.str());
        std::replace(name.begin(), name.end(), '_', '-');
        if (const auto* inner = node.as_table(); inner && prefix.empty())
            collect(values, *inner, name + "-");
        else
            values.emplace_back(std::move(name), text_of(node));
    }
}

// What fabnum.toml says; nothing when there is no such file.
Result<Values> written_in(const std::filesystem::path& file) {
    Values values;
    if (!std::filesystem::exists(file)) return values;
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) return wrong(file.string(), "", "a file that this account may read");
    try {
        collect(values, toml::parse(bytes), "");
    } catch (const toml::parse_error& fault) {
        return wrong(
            file.string(),
            "line " + std::to_string(fault.source().begin.line) + ": " + std::string(fault.description()),
            "listen = \"127.0.0.1:8080\"");
    }
    return values;
}

}  // namespace

Result<Config> read(const Values& values) {
    Config config;
    config.data = "data";
    // Once for the folder, so that its file can be read; once more over what that file says.
    if (const auto applied = apply(config, values); !applied) return applied.refusal();
    const std::filesystem::path data = config.data;
    const auto written = written_in(data / "fabnum.toml");
    if (!written) return written.refusal();

    config = Config{};
    config.data = data;
    if (const auto applied = apply(config, *written); !applied) return applied.refusal();
    if (const auto applied = apply(config, values); !applied) return applied.refusal();
    if (config.data != data)
        return wrong("data", config.data.string(), "on the command line: --data " + data.string());
    if (config.certificate_file.empty() != config.key_file.empty())
        return config.key_file.empty() ? wrong("key-file", "", find("key-file")->example)
                                       : wrong("certificate-file", "", find("certificate-file")->example);
    // A house where people work has the time of everybody.
    if (config.at && !config.demo) return wrong("at", "", "--demo --at " + std::string(find("at")->example));
    return config;
}

std::string help() {
    std::string text;
    for (const Setting& setting : settings()) {
        std::string name = "  --" + std::string(setting.name);
        if (!setting.value.empty()) name.append(" ").append(setting.value);
        if (name.size() < 29)
            name.resize(29, ' ');
        else
            name += "\n" + std::string(29, ' ');
        text.append(name).append(setting.meaning).append("\n");
    }
    return text +
           "\nEach may also stand in the data folder's fabnum.toml, where [mail] holds the mail-* ones:\n"
           "    listen = \"127.0.0.1:8080\"\n"
           "    [mail]\n"
           "    server = \"smtp://mail.example:587\"\n"
           "What the command line says comes first.\n";
}

}  // namespace fabnum::config
