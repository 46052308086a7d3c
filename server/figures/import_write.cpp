// SPDX-License-Identifier: Apache-2.0
#include "server/figures/import_write.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "engine/energy/period.hpp"
#include "server/codec/codec.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/figure_described.hpp"
#include "server/figures/figure_service.hpp"
#include "server/figures/names.hpp"

namespace dure::figures {
namespace {

using imports::By;
using imports::Kept;
using imports::Row;
using imports::Twin;
using imports::Wish;
using imports::Written;

/// What makes two figures one in the eyes of whoever imports.
std::string key_of(const FigureContent& f) {
    std::string key;
    for (const std::string& part : {f.source.value_or(""), f.region, f.indicator, f.sector, f.item, f.period,
                                    name_of(f.kind), f.basis_ko})
        key += part + '\x1f';
    return key;
}

/// Figures in the database, by their keys, of the series that the contents belong to.
std::map<std::string, Figure> known_ones(db::Connection& c, const std::vector<FigureContent>& contents) {
    std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>> spans;
    for (const FigureContent& one : contents) {
        const std::string key = energy::key_of(energy::read_period(one.period).value_or(energy::Period{}));
        const auto [span, fresh] = spans.emplace(std::pair(one.indicator, one.region), std::pair(key, key));
        span->second.first = std::min(span->second.first, key);
        span->second.second = std::max(span->second.second, key);
    }
    std::map<std::string, Figure> known;
    for (const auto& [series, span] : spans)
        for (Figure& one : figures_between(c, series.first, series.second, span.first, span.second)) {
            std::string key = key_of(one.content);
            known.emplace(std::move(key), std::move(one));
        }
    return known;
}

std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : ",") + id;
    return text;
}

std::vector<std::string> ids_of(const std::string& record) {
    std::vector<std::string> ids;
    for (std::size_t begin = 0; begin < record.size();) {
        const auto end = std::min(record.find(',', begin), record.size());
        ids.push_back(record.substr(begin, end - begin));
        begin = end + 1;
    }
    return ids;
}

std::string name_of_row(const FigureContent& one) {
    return one.region + " · " + one.indicator + (one.sector.empty() ? "" : " · " + one.sector) +
           (one.item.empty() ? "" : " · " + one.item) + " · " + one.period;
}

/// What a changed row needs to be taken back: its figures as they were, by id.
struct Before {
    std::string id;
    std::int64_t version = 0;  ///< after the import wrote it
    std::optional<FigureContent> content;
};
BOOST_DESCRIBE_STRUCT(Before, (), (id, version, content))

}  // namespace

std::vector<Twin> find_twins(db::Connection& c, const Office&, ImportWords& words, std::span<const Row> rows,
                             const FiguresOf& figures_of) {
    const auto known = words.known();
    std::vector<std::vector<FigureContent>> of_rows;
    std::vector<FigureContent> all;
    for (const Row& row : rows) {
        of_rows.push_back(figures_of(row, *known));
        all.insert(all.end(), of_rows.back().begin(), of_rows.back().end());
    }
    const auto there = known_ones(c, all);
    std::vector<Twin> twins;
    for (std::size_t i = 0; i < of_rows.size(); ++i) {
        std::vector<std::string> ids;
        for (const FigureContent& one : of_rows[i])
            if (const auto found = there.find(key_of(one)); found != there.end())
                ids.push_back(found->second.id);
        if (ids.empty()) continue;
        twins.push_back({.row = i,
                         .record = joined(ids),
                         .name = name_of_row(of_rows[i].front()),
                         .reason = "same_series"});
    }
    return twins;
}

std::vector<Written> write_rows(db::Connection& c, const Office& office, ImportWords& words,
                                std::span<const Wish> wishes, const By& by, const FiguresOf& figures_of) {
    const auth::Actor actor{.account = by.account};
    const Who who{actor, by.request_id};
    const auto known = words.known();
    std::vector<Written> written;
    std::vector<FigureContent> fresh;
    std::vector<std::size_t> fresh_row;  // of each, its place in `written`
    std::vector<std::vector<Before>> befores;
    for (const Wish& wish : wishes) {
        auto contents = figures_of(*wish.row, *known);
        std::map<std::string, Figure> there;
        if (wish.record)
            for (Figure& one : find_figures(c, ids_of(*wish.record)))
                if (!one.deleted) {
                    std::string key = key_of(one.content);
                    there.emplace(std::move(key), std::move(one));
                }
        std::vector<std::string> ids;
        std::vector<Before> before;
        for (FigureContent& content : contents) {
            const auto found = there.find(key_of(content));
            if (found == there.end()) {
                fresh_row.push_back(written.size());
                fresh.push_back(std::move(content));
                continue;
            }
            content.code = found->second.content.code;
            const auto after = replace_figure(c, office, found->second, content, who);
            if (after.version == found->second.version) continue;
            before.push_back({after.id, after.version, found->second.content});
            ids.push_back(after.id);
        }
        written.push_back({.row = wish.row->number, .record = joined(ids), .version = 1, .before = {}});
        befores.push_back(std::move(before));
    }
    auto made = create_figures(c, office, known->vocabulary, std::move(fresh), by.account, by.request_id);
    // The rows were checked: what fails here is a fault of ours.
    if (!made) throw std::logic_error("figures import: " + made.error().front().code);
    for (std::size_t i = 0; i < made->size(); ++i) {
        auto& row = written[fresh_row[i]];
        const std::string& id = (*made)[i].id;
        row.record += (row.record.empty() ? "" : ",") + id;
        befores[fresh_row[i]].push_back({id, 1, {}});
    }
    std::vector<Written> said;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (befores[i].empty()) continue;  // it says nothing new
        const bool changed =
            std::ranges::any_of(befores[i], [](const Before& one) { return one.content.has_value(); });
        if (changed) written[i].before = codec::encode(befores[i]);
        said.push_back(std::move(written[i]));
    }
    return said;
}

std::vector<Kept> undo_rows(db::Connection& c, const Office& office, std::span<const Written> written,
                            const By& by, bool only_look) {
    const auth::Actor actor{.account = by.account};
    const Who who{actor, by.request_id};
    std::vector<Kept> kept;
    std::vector<Figure> gone;
    for (const Written& one : written) {
        std::vector<Before> befores;
        if (one.before) {
            befores = codec::decode<std::vector<Before>>(*one.before).value();
        } else {
            for (const std::string& id : ids_of(one.record)) befores.push_back({id, one.version, {}});
        }
        std::map<std::string, Figure> there;
        std::vector<std::string> ids;
        for (const Before& before : befores) ids.push_back(before.id);
        for (Figure& figure : find_figures(c, ids)) there.emplace(figure.id, std::move(figure));
        const bool touched = std::ranges::any_of(befores, [&](const Before& before) {
            const auto found = there.find(before.id);
            return found != there.end() && !found->second.deleted && found->second.version != before.version;
        });
        const bool in_use = std::ranges::any_of(befores, [&](const Before& before) {
            return !before.content && !made_of(c, {before.id}).empty();
        });
        if (touched || in_use) {
            kept.push_back(
                {.record = befores.front().id,
                 .name = there.empty() ? befores.front().id : name_of_row(there.begin()->second.content),
                 .error = {.code = touched ? "imports.record_changed" : "figures.row_in_use"}});
            continue;
        }
        if (only_look) continue;
        for (const Before& before : befores) {
            const auto found = there.find(before.id);
            if (found == there.end() || found->second.deleted) continue;
            if (before.content)
                replace_figure(c, office, found->second, *before.content, who);
            else
                gone.push_back(found->second);
        }
    }
    remove_figures(c, office, std::move(gone), who);
    return kept;
}

}  // namespace dure::figures
