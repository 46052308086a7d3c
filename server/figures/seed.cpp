// SPDX-License-Identifier: Apache-2.0
#include "server/figures/seed.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "server/audit/audit.hpp"
#include "server/figures/figure_check.hpp"
#include "server/figures/figure_service.hpp"
#include "server/figures/source_codec.hpp"
#include "server/figures/source_service.hpp"
#include "server/search/changes.hpp"

namespace dure::figures {
namespace {

constexpr std::string_view kSeeded = "SELECT 1 FROM setting WHERE name = 'figures'";
constexpr std::string_view kNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('figures', 'seeded', $1) ON CONFLICT DO NOTHING";
constexpr std::string_view kSourceIds = "SELECT code, id FROM source WHERE deleted IS NULL";
constexpr std::size_t kAtOnce = 5'000;

template <class T>
void append(std::vector<T>& list, const std::vector<T>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

/// What the database and the bundle know together.
Vocabulary together(db::Connection& c, const Bundle& bundle) {
    Vocabulary vocabulary = read_vocabulary(c);
    append(vocabulary.regions, bundle.regions);
    append(vocabulary.indicators, bundle.indicators);
    append(vocabulary.terms, bundle.terms);
    append(vocabulary.baselines, bundle.baselines);
    return vocabulary;
}

std::map<std::string, std::string> source_ids(db::Connection& c) {
    std::map<std::string, std::string> ids;
    for (const auto& row : c.query(kSourceIds)) ids.emplace(row.text(0), row.text(1));
    return ids;
}

Error at_line(Error error, const Bundle& bundle, std::size_t figure) {
    error.file = "figures.csv";
    error.line = bundle.figure_lines.at(figure);
    return error;
}

std::int64_t bring_sources(db::Connection& c, const Office& office, const Bundle& bundle,
                           const std::optional<std::string>& owner, const std::string& request_id) {
    const auto known = source_ids(c);
    std::vector<Source> fresh;
    std::vector<audit::Entry> entries;
    std::vector<std::string> ids;
    const Instant now = office.clock();
    for (const SourceContent& content : bundle.sources) {
        if (known.contains(content.code)) continue;
        fresh.push_back(
            {.id = office.ids.next(), .content = content, .owner = owner, .created = now, .updated = now});
        ids.push_back(fresh.back().id);
        entries.push_back({.at = now,
                           .actor = owner.value_or(""),
                           .action = "create_source",
                           .record_kind = std::string(kSource),
                           .record_id = ids.back(),
                           .after = encode(content),
                           .request_id = request_id});
    }
    insert_sources(c, fresh);
    audit::record_many(c, entries);
    if (!ids.empty()) search::note_changes(c, kSource, ids, now);
    return static_cast<std::int64_t>(fresh.size());
}

/// The codes of figures that are there already.
std::set<std::string> known_codes(db::Connection& c, const Bundle& bundle) {
    std::vector<std::string> codes;
    for (const FigureContent& one : bundle.figures)
        if (one.code) codes.push_back(*one.code);
    std::set<std::string> known;
    for (const auto& [code, one] : find_figures_by_code(c, codes)) known.insert(code);
    return known;
}

}  // namespace

Errors check_bundle(db::Connection& c, const Bundle& bundle) {
    const Vocabulary vocabulary = together(c, bundle);
    std::set<std::string> sources;
    for (const auto& [code, id] : source_ids(c)) sources.insert(code);
    for (const SourceContent& one : bundle.sources) sources.insert(one.code);
    Errors errors;
    for (std::size_t i = 0; i < bundle.figures.size(); ++i) {
        const FigureContent& one = bundle.figures[i];
        for (Error& error : check_figure(one, vocabulary))
            errors.push_back(at_line(std::move(error), bundle, i));
        if (one.source && !sources.contains(*one.source))
            errors.push_back(at_line({.code = "figures.unknown_source_code",
                                      .params = {{"found", *one.source}},
                                      .pointer = "/source"},
                                     bundle, i));
    }
    return errors;
}

Checked<Brought> bring_in(db::Connection& c, const Office& office, const Bundle& bundle,
                          const std::optional<std::string>& owner, const std::string& request_id) {
    if (Errors errors = check_bundle(c, bundle); !errors.empty()) return std::unexpected(std::move(errors));
    add_regions(c, bundle.regions);
    add_indicators(c, bundle.indicators);
    add_terms(c, bundle.terms);
    add_baselines(c, bundle.baselines);
    Brought brought{.sources = bring_sources(c, office, bundle, owner, request_id)};
    const auto ids = source_ids(c);
    const auto known = known_codes(c, bundle);
    const Vocabulary vocabulary = read_vocabulary(c);
    // Derived ones may be made of any other of the bundle: those that are read go first, in pieces.
    std::vector<FigureContent> piece, derived;
    const auto write = [&](std::vector<FigureContent>& list) -> Checked<Brought> {
        auto made = create_figures(c, office, vocabulary, std::exchange(list, {}), owner, request_id);
        if (!made) return std::unexpected(std::move(made.error()));
        brought.figures += static_cast<std::int64_t>(made->size());
        return brought;
    };
    for (FigureContent one : bundle.figures) {
        if (one.code && known.contains(*one.code)) {
            ++brought.known;
            continue;
        }
        if (one.source) one.source = ids.at(*one.source);
        (one.method == Method::derived ? derived : piece).push_back(std::move(one));
        if (piece.size() < kAtOnce) continue;
        if (auto made = write(piece); !made) return made;
    }
    if (auto made = write(piece); !made) return made;
    return write(derived);
}

void seed_figures(const Office& office) {
    if (office.database.read([](db::Connection& c) { return c.query_one(kSeeded).has_value(); })) return;
    const auto bundle = read_bundle(built_in_figures());
    if (!bundle)
        throw std::logic_error("figures/" + bundle.error().front().file + ": " + bundle.error().front().code);
    office.database.write([&](db::Connection& c) {
        const auto brought = bring_in(c, office, *bundle, std::nullopt, "seed");
        if (!brought) throw std::logic_error("figures/figures.csv: " + brought.error().front().code);
        c.execute(kNoteSeeded, office.clock());
    });
}

Bundle whole_bundle(db::Connection& c, const std::optional<std::string>& region) {
    Vocabulary vocabulary = read_vocabulary(c);
    Bundle bundle{.regions = vocabulary.regions,
                  .indicators = vocabulary.indicators,
                  .terms = vocabulary.terms,
                  .baselines = vocabulary.baselines,
                  .sources = {},
                  .figures = {},
                  .figure_lines = {}};
    std::map<std::string, std::string> codes;
    SourceQuery sources{.limit = 1'000'000};
    for (Source& one : list_sources(c, sources)) {
        codes.emplace(one.id, one.content.code);
        bundle.sources.push_back(std::move(one.content));
    }
    for (const Region& one : vocabulary.regions) {
        const bool within = !region || one.code == *region || one.code.starts_with(*region + '.');
        if (!within) continue;
        FigureQuery query{.region = one.code, .order = FigureOrder::period, .limit = 5'000'000};
        for (Figure& figure : list_figures(c, query)) {
            if (figure.content.source) figure.content.source = codes.at(*figure.content.source);
            bundle.figures.push_back(std::move(figure.content));
        }
    }
    return bundle;
}

}  // namespace dure::figures
