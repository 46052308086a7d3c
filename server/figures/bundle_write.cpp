// SPDX-License-Identifier: Apache-2.0
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "server/figures/bundle.hpp"
#include "server/figures/names.hpp"
#include "server/tables/table.hpp"

namespace dure::figures {
namespace {

namespace json = boost::json;
using tables::Cell;

/// A column of a table: its heading, its type in the words of Table Schema, and its cell.
template <class T>
struct Column {
    std::string_view name, type;
    Cell (*cell)(const T&);
};

Cell text_of(const std::string& text) {
    return text.empty() ? Cell() : Cell(text);
}
Cell text_of(const std::optional<std::string>& text) {
    return text ? Cell(*text) : Cell();
}
Cell number_of(const std::optional<double>& number) {
    return number ? Cell(*number) : Cell();
}
Cell number_of(std::int64_t number) {
    return static_cast<double>(number);
}

constexpr Column<Region> kRegions[] = {
    {"code", "string", [](const Region& r) { return text_of(r.code); }},
    {"parent", "string", [](const Region& r) { return text_of(r.parent); }},
    {"name_ko", "string", [](const Region& r) { return text_of(r.name_ko); }},
    {"name_en", "string", [](const Region& r) { return text_of(r.name_en); }},
    {"position", "integer", [](const Region& r) { return number_of(r.position); }}};
constexpr Column<Indicator> kIndicators[] = {
    {"code", "string", [](const Indicator& i) { return text_of(i.code); }},
    {"topic", "string", [](const Indicator& i) { return text_of(i.topic); }},
    {"name_ko", "string", [](const Indicator& i) { return text_of(i.name_ko); }},
    {"name_en", "string", [](const Indicator& i) { return text_of(i.name_en); }},
    {"nature", "string", [](const Indicator& i) { return text_of(name_of(i.nature)); }},
    {"unit", "string", [](const Indicator& i) { return text_of(i.unit); }},
    {"note_ko", "string", [](const Indicator& i) { return text_of(i.note_ko); }},
    {"note_en", "string", [](const Indicator& i) { return text_of(i.note_en); }},
    {"position", "integer", [](const Indicator& i) { return number_of(i.position); }}};
constexpr Column<Term> kTerms[] = {
    {"kind", "string", [](const Term& t) { return text_of(t.kind); }},
    {"code", "string", [](const Term& t) { return text_of(t.code); }},
    {"name_ko", "string", [](const Term& t) { return text_of(t.name_ko); }},
    {"name_en", "string", [](const Term& t) { return text_of(t.name_en); }},
    {"position", "integer", [](const Term& t) { return number_of(t.position); }}};
constexpr Column<Baseline> kBaselines[] = {
    {"code", "string", [](const Baseline& b) { return text_of(b.code); }},
    {"indicator", "string", [](const Baseline& b) { return text_of(b.indicator); }},
    {"region", "string", [](const Baseline& b) { return text_of(b.region); }},
    {"period", "string", [](const Baseline& b) { return text_of(b.period); }},
    {"name_ko", "string", [](const Baseline& b) { return text_of(b.name_ko); }},
    {"name_en", "string", [](const Baseline& b) { return text_of(b.name_en); }},
    {"note_ko", "string", [](const Baseline& b) { return text_of(b.note_ko); }},
    {"note_en", "string", [](const Baseline& b) { return text_of(b.note_en); }},
    {"position", "integer", [](const Baseline& b) { return number_of(b.position); }}};
constexpr Column<SourceContent> kSources[] = {
    {"code", "string", [](const SourceContent& s) { return text_of(s.code); }},
    {"document", "string", [](const SourceContent& s) { return text_of(s.document); }},
    {"publisher", "string", [](const SourceContent& s) { return text_of(s.publisher); }},
    {"page", "string", [](const SourceContent& s) { return text_of(s.page); }},
    {"published", "string", [](const SourceContent& s) { return text_of(s.published); }},
    {"read_on", "date", [](const SourceContent& s) { return text_of(s.read_on); }},
    {"link", "string", [](const SourceContent& s) { return text_of(s.link); }},
    {"note", "string", [](const SourceContent& s) { return text_of(s.note); }}};
constexpr Column<FigureContent> kFigures[] = {
    {"code", "string", [](const FigureContent& f) { return text_of(f.code); }},
    {"region", "string", [](const FigureContent& f) { return text_of(f.region); }},
    {"indicator", "string", [](const FigureContent& f) { return text_of(f.indicator); }},
    {"sector", "string", [](const FigureContent& f) { return text_of(f.sector); }},
    {"item", "string", [](const FigureContent& f) { return text_of(f.item); }},
    {"period", "string", [](const FigureContent& f) { return text_of(f.period); }},
    {"kind", "string", [](const FigureContent& f) { return text_of(name_of(f.kind)); }},
    {"value", "number", [](const FigureContent& f) { return Cell(f.value); }},
    {"low", "number", [](const FigureContent& f) { return number_of(f.low); }},
    {"high", "number", [](const FigureContent& f) { return number_of(f.high); }},
    {"unit", "string", [](const FigureContent& f) { return text_of(f.unit); }},
    {"price_year", "year",
     [](const FigureContent& f) { return f.price_year ? number_of(*f.price_year) : Cell(); }},
    {"method", "string", [](const FigureContent& f) { return text_of(name_of(f.method)); }},
    {"source", "string", [](const FigureContent& f) { return text_of(f.source); }},
    {"formula", "string", [](const FigureContent& f) { return text_of(f.formula); }},
    {"basis_ko", "string", [](const FigureContent& f) { return text_of(f.basis_ko); }},
    {"basis_en", "string", [](const FigureContent& f) { return text_of(f.basis_en); }},
    {"note_ko", "string", [](const FigureContent& f) { return text_of(f.note_ko); }},
    {"note_en", "string", [](const FigureContent& f) { return text_of(f.note_en); }},
    {"baseline", "string", [](const FigureContent& f) { return text_of(f.baseline); }}};

json::object foreign(const char* field, const char* table) {
    return {{"fields", field}, {"reference", {{"resource", table}, {"fields", "code"}}}};
}

/// Puts a table beside the others and describes it.
template <class T, std::size_t N>
void put(Files& files, json::array& resources, const char* name, const Column<T> (&columns)[N],
         const std::vector<T>& list, json::object schema) {
    tables::Table table;
    json::array fields;
    for (const auto& column : columns) {
        table.header.emplace_back(column.name);
        fields.push_back({{"name", column.name}, {"type", column.type}});
    }
    for (const T& one : list) {
        auto& row = table.rows.emplace_back();
        for (const auto& column : columns) row.push_back(column.cell(one));
    }
    const std::string file = std::string(name) + ".csv";
    files[file] = tables::to_csv(table);
    schema["fields"] = std::move(fields);
    resources.push_back({{"name", name},
                         {"path", file},
                         {"profile", "tabular-data-resource"},
                         {"format", "csv"},
                         {"mediatype", "text/csv"},
                         {"encoding", "utf-8"},
                         {"schema", std::move(schema)}});
}

}  // namespace

Files write_bundle(const Bundle& bundle, std::string_view created) {
    Files files;
    json::array resources;
    put(files, resources, "regions", kRegions, bundle.regions,
        {{"primaryKey", "code"}, {"foreignKeys", json::array{foreign("parent", "")}}});
    put(files, resources, "indicators", kIndicators, bundle.indicators, {{"primaryKey", "code"}});
    put(files, resources, "terms", kTerms, bundle.terms, {{"primaryKey", {"kind", "code"}}});
    put(files, resources, "baselines", kBaselines, bundle.baselines,
        {{"primaryKey", "code"},
         {"foreignKeys", json::array{foreign("indicator", "indicators"), foreign("region", "regions")}}});
    put(files, resources, "sources", kSources, bundle.sources, {{"primaryKey", "code"}});
    put(files, resources, "figures", kFigures, bundle.figures,
        {{"foreignKeys", json::array{foreign("region", "regions"), foreign("indicator", "indicators"),
                                     foreign("source", "sources"), foreign("baseline", "baselines")}}});
    const json::object package{{"profile", "tabular-data-package"},
                               {"name", "dure-figures"},
                               {"created", created},
                               {"resources", std::move(resources)}};
    files["datapackage.json"] = json::serialize(package);
    return files;
}

}  // namespace dure::figures
