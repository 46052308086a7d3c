// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>

#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/error_list.hpp"
#include "engine/energy/formats/nearest.hpp"
#include "engine/energy/formats/network_fields.hpp"
#include "engine/energy/formats/toml_model.hpp"

namespace dure::energy {
namespace {

constexpr std::pair<std::string_view, LimitKind> kLimitKinds[] = {
    {"co2_cap", LimitKind::co2_cap},
    {"co2_cap_share", LimitKind::co2_cap_share},
    {"self_sufficiency", LimitKind::self_sufficiency},
    {"renewable_share", LimitKind::renewable_share},
    {"investment_budget", LimitKind::investment_budget},
};

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

std::string_view type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "table";
        case toml::node_type::array:
            return "list";
        case toml::node_type::string:
            return "text";
        case toml::node_type::integer:
        case toml::node_type::floating_point:
            return "number";
        case toml::node_type::boolean:
            return "true_false";
        default:
            return "date";
    }
}

/// What all readers of one document share.
struct Document {
    ErrorList& errors;
    std::string file;
    std::map<std::string, Place, std::less<>>& places;
};

template <class T>
class TableReader;

void wrong_type(Document& doc, std::string_view key, const char* expected, const toml::node& node) {
    doc.errors.add(
        line_of(node), "toml.wrong_type",
        {{"key", std::string(key)}, {"expected", expected}, {"found", std::string(type_name(node))}});
}

void read(Document& doc, const std::string& key, const toml::node& node, std::string& target) {
    if (const auto text = node.value_exact<std::string>()) {
        target = *text;
    } else {
        wrong_type(doc, key, "text", node);
    }
}

void read(Document& doc, const std::string& key, const toml::node& node, bool& target) {
    if (const auto truth = node.value_exact<bool>()) {
        target = *truth;
    } else {
        wrong_type(doc, key, "true_false", node);
    }
}

void read(Document& doc, const std::string& key, const toml::node& node, double& target) {
    if (!node.is_number()) return wrong_type(doc, key, "number", node);
    target = *node.value<double>();
    if (!std::isfinite(target)) doc.errors.add(line_of(node), "toml.not_finite", {{"key", key}});
}

void read(Document& doc, const std::string& key, const toml::node& node, int& target) {
    const auto whole = node.value_exact<std::int64_t>();
    if (!whole || *whole < 0 || *whole > 1'000'000) return wrong_type(doc, key, "whole_number", node);
    target = static_cast<int>(*whole);
}

void read(Document& doc, const std::string& key, const toml::node& node, Profile& target) {
    if (const auto name = node.value_exact<std::string>()) {
        target = *name;
    } else if (node.is_number()) {
        read(doc, key, node, target.emplace<double>());
    } else {
        wrong_type(doc, key, "number_or_series", node);
    }
}

void read(Document& doc, const std::string& key, const toml::node& node, LimitKind& target) {
    const auto name = node.value_exact<std::string>();
    if (!name) return wrong_type(doc, key, "text", node);
    const auto* known = std::ranges::find(kLimitKinds, *name, &std::pair<std::string_view, LimitKind>::first);
    if (known != std::end(kLimitKinds)) {
        target = known->second;
        return;
    }
    std::vector<std::string_view> choices;
    for (const auto& kind : kLimitKinds) choices.push_back(kind.first);
    doc.errors.add(
        line_of(node), "toml.bad_choice",
        {{"key", key}, {"found", *name}, {"choices", fmt::format("{}", fmt::join(choices, ", "))}});
}

template <class T>
void read(Document& doc, const std::string& pointer, const toml::node& node, T& target);

template <class T>
void read(Document& doc, const std::string& pointer, const toml::node& node, std::optional<T>& target) {
    read(doc, pointer, node, target.emplace());
}

template <class T>
void read(Document& doc, const std::string& pointer, const toml::node& node, std::vector<T>& target) {
    const auto* list = node.as_array();
    if (!list) return wrong_type(doc, pointer, "list", node);
    for (std::size_t i = 0; i < list->size(); ++i)
        read(doc, fmt::format("{}/{}", pointer, i), (*list)[i], target.emplace_back());
}

/// Reads the described members of one table, then names the keys that are not among them.
template <class T>
class TableReader {
  public:
    TableReader(Document& doc, std::string pointer, const toml::table& table, T& target)
        : doc_(doc), pointer_(std::move(pointer)), table_(table), target_(target) {}

    template <class M>
    bool operator()(std::string_view key, M T::* member) {
        known_.push_back(key);
        const auto* node = table_.get(key);
        if (!node) return false;
        const auto pointer = fmt::format("{}/{}", pointer_, key);
        doc_.places[pointer] = {doc_.file, line_of(*node)};
        read(doc_, pointer, *node, target_.*member);
        return true;
    }

    template <class M>
    void required(std::string_view key, M T::* member) {
        if (!(*this)(key, member))
            doc_.errors.add(line_of(table_), "toml.missing_key",
                            {{"key", fmt::format("{}/{}", pointer_, key)}});
    }

    void also_known(std::string_view key) { known_.push_back(key); }

    void refuse_unknown() {
        for (const auto& [key, node] : table_) {
            if (std::ranges::find(known_, key.str()) != known_.end()) continue;
            doc_.errors.add(static_cast<int>(key.source().begin.line), "toml.unknown_key",
                            {{"key", fmt::format("{}/{}", pointer_, key.str())},
                             {"nearest", nearest(key.str(), known_)}});
        }
    }

  private:
    Document& doc_;
    std::string pointer_;
    const toml::table& table_;
    T& target_;
    std::vector<std::string_view> known_;
};

template <class T>
void read(Document& doc, const std::string& pointer, const toml::node& node, T& target) {
    if constexpr (std::is_same_v<T, Capacity>) {
        // `p_nom = 270` is the short form of a capacity that exists and stays.
        if (node.is_number()) return read(doc, pointer, node, target.nominal);
    }
    const auto* table = node.as_table();
    if (!table) return wrong_type(doc, pointer, "table", node);
    doc.places.try_emplace(pointer, doc.file, line_of(node));
    TableReader<T> reader(doc, pointer, *table, target);
    describe(reader, static_cast<const T*>(nullptr));
    reader.refuse_unknown();
}

void read(Document& doc, const std::string& pointer, const toml::node& node, SeriesEntry& target) {
    const auto* table = node.as_table();
    if (!table) return wrong_type(doc, pointer, "table", node);
    doc.places.try_emplace(pointer, doc.file, line_of(node));
    TableReader<SeriesInfo> info(doc, pointer, *table, target.info);
    describe(info, static_cast<const SeriesInfo*>(nullptr));
    TableReader<SeriesEntry> place(doc, pointer, *table, target);
    place("file", &SeriesEntry::file);
    place("column", &SeriesEntry::column);
    place("values", &SeriesEntry::values);
    for (const auto key : {"file", "column", "values"}) info.also_known(key);
    info.refuse_unknown();
}

/// Relative, forward slashes, never upwards: a model may not read what lies outside its folder.
bool stays_inside(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.contains('\\') || name.contains(':') ||
        name.contains('\0'))
        return false;
    std::istringstream parts{std::string(name)};
    for (std::string part; std::getline(parts, part, '/');) {
        if (part == ".." || part.empty()) return false;
    }
    return true;
}

std::string column_of(const SeriesEntry& e) {
    return e.column.empty() ? e.info.name : e.column;
}

/// Takes the values of every series out of its CSV file or its list.
void fill_series(Document& doc, const std::vector<SeriesEntry>& entries, const Files& files, Model& model) {
    std::map<std::string, std::vector<const SeriesEntry*>> takers_of;
    const int periods = model.network.time.periods;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& e = entries[i];
        const int line = doc.places[fmt::format("/series/{}", i)].line;
        const Params name{{"name", e.info.name}};
        if (!model.series.try_emplace(e.info.name).second) doc.errors.add(line, "toml.doubled_series", name);
        model.network.series.push_back(e.info);
        if (e.file.empty() == e.values.empty()) {
            doc.errors.add(line, "toml.values_or_file", name);
        } else if (!e.values.empty()) {
            if (e.values.size() != static_cast<std::size_t>(periods))
                doc.errors.add(line, "toml.wrong_length",
                               {{"name", e.info.name},
                                {"expected", std::to_string(periods)},
                                {"found", std::to_string(e.values.size())}});
            model.series[e.info.name] = e.values;
        } else if (!stays_inside(e.file)) {
            doc.errors.add(line, "toml.bad_file_name", {{"name", e.file}});
        } else if (!files.contains(e.file)) {
            doc.errors.add(line, "toml.missing_file", {{"name", e.file}});
        } else {
            takers_of[e.file].push_back(&e);
        }
    }
    for (const auto& [file, takers] : takers_of) {
        std::vector<std::string> columns;
        for (const auto* e : takers) columns.push_back(column_of(*e));
        const auto read = read_csv_series(files.at(file), file, columns, periods);
        if (!read) {
            doc.errors.add_all(read.error());
            continue;
        }
        for (const auto* e : takers) model.series[e->info.name] = read->at(column_of(*e));
    }
}

/// An assumption of nothing, or two of the same, would be lost without a word.
void check_assumptions(Document& doc, const Model& model) {
    std::vector<std::string> known;
    for (auto& one : parameters(model.network)) known.push_back(std::move(one.at));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < model.assumptions.size(); ++i) {
        const Assumption& one = model.assumptions[i];
        const int line = doc.places[fmt::format("/assumptions/{}", i)].line;
        if (std::ranges::find(known, one.at) == known.end())
            doc.errors.add(line, "toml.unknown_parameter",
                           {{"at", one.at}, {"nearest", nearest(one.at, known)}});
        else if (!seen.insert(one.at).second)
            doc.errors.add(line, "toml.doubled_assumption", {{"at", one.at}});
        if (one.low && one.high && *one.low > *one.high)
            doc.errors.add(line, "toml.low_above_high", {{"at", one.at}});
    }
}

Expected<toml::table> parse(std::string_view text, std::string_view file) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        return std::unexpected(Error{.code = "toml.syntax",
                                     .params = {{"reason", std::string(e.description())}},
                                     .file = std::string(file),
                                     .line = static_cast<int>(e.source().begin.line)});
    }
}

}  // namespace

Checked<std::vector<std::string>> series_files(std::string_view text, std::string_view file) {
    const auto document = parse(text, file);
    if (!document) return std::unexpected(Errors{document.error()});
    std::set<std::string> names;
    if (const auto* list = (*document)["series"].as_array()) {
        for (const auto& entry : *list) {
            const auto* table = entry.as_table();
            const auto name = table ? (*table)["file"].value_exact<std::string>() : std::nullopt;
            if (name && stays_inside(*name)) names.insert(*name);
        }
    }
    return std::vector(names.begin(), names.end());
}

Checked<Model> read_toml_model(std::string_view text, std::string_view file, const Files& files) {
    const auto document = parse(text, file);
    if (!document) return std::unexpected(Errors{document.error()});
    ErrorList errors(file);
    Model model;
    Document doc{errors, std::string(file), model.places};
    TableReader<Network> reader(doc, "", *document, model.network);
    describe(reader, static_cast<const Network*>(nullptr));
    reader.also_known("series");
    reader.also_known("assumptions");
    reader.refuse_unknown();
    std::vector<SeriesEntry> entries;
    if (const auto* series = document->get("series")) read(doc, "/series", *series, entries);
    if (const auto* assumptions = document->get("assumptions"))
        read(doc, "/assumptions", *assumptions, model.assumptions);
    // Values are read only into a description that is sound, so that one fault is not told twice.
    if (errors.empty()) fill_series(doc, entries, files, model);
    if (errors.empty()) check_assumptions(doc, model);
    if (!errors.empty()) return std::unexpected(errors.take());
    return model;
}

}  // namespace dure::energy
