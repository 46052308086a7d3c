// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_store.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "server/db/keyset.hpp"
#include "server/db/like.hpp"
#include "server/db/value.hpp"
#include "server/figures/names.hpp"
#include "server/people/place.hpp"

namespace dure::figures {
namespace {

using people::numbered;

constexpr std::size_t kKeysAtOnce = 400;

const std::string kSelect =
    "SELECT t.id, t.code, t.region, t.indicator, t.sector, t.item, t.period, t.period_key, t.kind, t.value,"
    " t.low, t.high, t.unit, t.price_year, t.method, t.source, t.formula, t.basis_ko, t.basis_en, t.note_ko,"
    " t.note_en, t.baseline, t.reason, t.owner, a.name, t.version, t.created, t.updated, t.deleted, s.code,"
    " s.document, s.publisher, s.link, s.published FROM figure t LEFT JOIN account a ON a.id = t.owner"
    " LEFT JOIN source s ON s.id = t.source";
constexpr std::string_view kColumns[] = {
    "id",         "code",   "region",  "indicator", "sector",   "item",    "period",
    "period_key", "kind",   "value",   "low",       "high",     "unit",    "price_year",
    "method",     "source", "formula", "basis_ko",  "basis_en", "note_ko", "note_en",
    "baseline",   "reason", "search",  "owner",     "version",  "created", "updated"};
constexpr std::string_view kUpdate =
    "UPDATE figure SET code = $2, region = $3, indicator = $4, sector = $5, item = $6, period = $7,"
    " period_key = $8, kind = $9, value = $10, low = $11, high = $12, unit = $13, price_year = $14,"
    " method = $15, source = $16, formula = $17, basis_ko = $18, basis_en = $19, note_ko = $20,"
    " note_en = $21, baseline = $22, reason = $23, search = $24, updated = $25, version = version + 1"
    " WHERE id = $1 AND version = $26";
constexpr std::string_view kSetDeleted =
    "UPDATE figure SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = $4";
constexpr std::string_view kRemoveInputs = "DELETE FROM figure_input WHERE figure = $1";
constexpr std::string_view kInsertInput =
    "INSERT INTO figure_input (figure, input) VALUES ($1, $2) ON CONFLICT DO NOTHING";
constexpr std::string_view kInputs = "SELECT input FROM figure_input WHERE figure = $1 ORDER BY input";

std::optional<double> optional_real(const db::Row& row, int column) {
    return row.null(column) ? std::nullopt : std::optional(row.real(column));
}

Figure from_row(const db::Row& row) {
    Figure one{.id = row.text(0)};
    FigureContent& f = one.content;
    f.code = row.optional_text(1);
    f.region = row.text(2);
    f.indicator = row.text(3);
    f.sector = row.text(4);
    f.item = row.text(5);
    f.period = row.text(6);
    one.period_key = row.text(7);
    f.kind = kind_of(row.text(8));
    f.value = row.real(9);
    f.low = optional_real(row, 10);
    f.high = optional_real(row, 11);
    f.unit = row.text(12);
    f.price_year = row.optional_integer(13);
    f.method = method_of(row.text(14));
    f.source = row.optional_text(15);
    f.formula = row.optional_text(16);
    f.basis_ko = row.text(17);
    f.basis_en = row.text(18);
    f.note_ko = row.text(19);
    f.note_en = row.text(20);
    f.baseline = row.optional_text(21);
    f.reason = row.text(22);
    one.owner = row.optional_text(23);
    one.owner_name = row.optional_text(24);
    one.version = row.integer(25);
    one.created = row.integer(26);
    one.updated = row.integer(27);
    one.deleted = row.optional_integer(28);
    one.source_code = row.optional_text(29);
    one.source_document = row.optional_text(30);
    one.source_publisher = row.optional_text(31);
    one.source_link = row.optional_text(32);
    one.source_published = row.optional_text(33);
    return one;
}

std::string search_of(const FigureContent& f) {
    std::string text;
    for (const std::string& part :
         {f.code.value_or(""), f.indicator, f.basis_ko, f.basis_en, f.note_ko, f.note_en})
        if (!part.empty()) text += folded(part) + '\n';
    return text;
}

std::vector<Figure> select(db::Connection& c, const std::string& sql,
                           const std::vector<db::Value>& arguments) {
    std::vector<Figure> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

/// In pieces that either database takes as parameters of one statement.
std::vector<Figure> select_in(db::Connection& c, const std::string& column,
                              const std::vector<std::string>& keys) {
    std::vector<Figure> found;
    for (std::size_t begin = 0; begin < keys.size(); begin += kKeysAtOnce) {
        const auto count = std::min(kKeysAtOnce, keys.size() - begin);
        const std::vector<db::Value> arguments(keys.begin() + static_cast<std::ptrdiff_t>(begin),
                                               keys.begin() + static_cast<std::ptrdiff_t>(begin + count));
        std::ranges::move(
            select(c, kSelect + " WHERE t." + column + " IN (" + numbered(count) + ")", arguments),
            std::back_inserter(found));
    }
    return found;
}

/// Adds the conditions of a query to the statement.
class Filter {
  public:
    Filter(std::string& sql, std::vector<db::Value>& arguments) : sql_(sql), arguments_(arguments) {}

    void equal(std::string_view column, const std::optional<std::string>& value) {
        if (value) sql_ += " AND t." + std::string(column) + " = " + parameter(*value);
    }
    std::string parameter(db::Value value) {
        arguments_.push_back(std::move(value));
        return "$" + std::to_string(arguments_.size());
    }

  private:
    std::string& sql_;
    std::vector<db::Value>& arguments_;
};

void filter(const FigureQuery& query, std::string& sql, std::vector<db::Value>& arguments) {
    Filter add(sql, arguments);
    if (!query.part.empty())
        sql += " AND t.search LIKE " + add.parameter(db::containing(folded(query.part))) + " ESCAPE '!'";
    add.equal("region", query.region);
    add.equal("indicator", query.indicator);
    add.equal("sector", query.sector);
    add.equal("item", query.item);
    add.equal("source", query.source);
    add.equal("baseline", query.baseline);
    if (query.kind) add.equal("kind", name_of(*query.kind));
    if (query.method) add.equal("method", name_of(*query.method));
    if (query.topic)
        sql +=
            " AND t.indicator IN (SELECT code FROM indicator WHERE topic = " + add.parameter(*query.topic) +
            ")";
    if (query.year)
        sql += " AND t.period_key >= " + add.parameter(std::to_string(*query.year)) + " AND t.period_key < " +
               add.parameter(std::to_string(*query.year + 1));
    if (query.input)
        sql += " AND t.id IN (SELECT figure FROM figure_input WHERE input = " + add.parameter(*query.input) +
               ")";
}

}  // namespace

std::optional<Figure> find_figure(db::Connection& c, const std::string& id) {
    auto found = find_figures(c, {id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::optional<Figure> find_figure_by_code(db::Connection& c, const std::string& code) {
    auto found = select_in(c, "code", {code});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Figure> find_figures(db::Connection& c, const std::vector<std::string>& ids) {
    return select_in(c, "id", ids);
}

std::map<std::string, Figure> find_figures_by_code(db::Connection& c, const std::vector<std::string>& codes) {
    std::map<std::string, Figure> found;
    for (Figure& one : select_in(c, "code", codes)) {
        const std::string code = one.content.code.value();
        found.emplace(code, std::move(one));
    }
    return found;
}

std::vector<Figure> list_figures(db::Connection& c, const FigureQuery& query) {
    std::string sql = kSelect + " WHERE t.deleted IS " + (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments;
    filter(query, sql, arguments);
    const bool by_period = query.order == FigureOrder::period || query.order == FigureOrder::period_down;
    const bool down = query.order == FigureOrder::period_down || query.order == FigureOrder::updated_down;
    const db::Keyset keyset{.column = by_period ? "t.period_key" : "t.updated", .id = "t.id", .down = down};
    std::optional<std::pair<db::Value, std::string>> last;
    if (query.after)
        last.emplace(by_period ? db::Value(query.after->period_key) : db::Value(query.after->updated),
                     query.after->id);
    db::go_on_behind(keyset, last, sql, arguments);
    return select(c, sql + db::in_order(keyset) + " LIMIT " + std::to_string(query.limit + 1), arguments);
}

FigurePlace place_of(const Figure& one) {
    return {.period_key = one.period_key, .updated = one.updated, .id = one.id};
}

std::vector<Figure> series_of(db::Connection& c, const std::string& indicator,
                              const std::vector<std::string>& regions, std::size_t most) {
    std::vector<db::Value> arguments{indicator};
    std::string sql = kSelect + " WHERE t.deleted IS NULL AND t.indicator = $1";
    if (!regions.empty()) {
        arguments.insert(arguments.end(), regions.begin(), regions.end());
        sql += " AND t.region IN (" + numbered(regions.size(), 2) + ")";
    }
    return select(
        c, sql + " ORDER BY t.region, t.sector, t.item, t.period_key, t.id LIMIT " + std::to_string(most),
        arguments);
}

std::vector<Figure> figures_of_period(db::Connection& c, const std::string& indicator,
                                      const std::string& region, const std::string& period_key) {
    return select(
        c, kSelect + " WHERE t.deleted IS NULL AND t.indicator = $1 AND t.region = $2 AND t.period_key = $3",
        {indicator, region, period_key});
}

std::vector<Figure> figures_between(db::Connection& c, const std::string& indicator,
                                    const std::string& region, const std::string& first_key,
                                    const std::string& last_key) {
    return select(c,
                  kSelect +
                      " WHERE t.deleted IS NULL AND t.indicator = $1 AND t.region = $2"
                      " AND t.period_key >= $3 AND t.period_key <= $4 ORDER BY t.id",
                  {indicator, region, first_key, last_key});
}

void insert_figures(db::Connection& c, std::span<const Figure> list) {
    std::vector<std::vector<db::Value>> rows;
    rows.reserve(list.size());
    for (const Figure& one : list) {
        const FigureContent& f = one.content;
        rows.push_back({one.id,
                        db::value_of(f.code),
                        f.region,
                        f.indicator,
                        f.sector,
                        f.item,
                        f.period,
                        one.period_key,
                        name_of(f.kind),
                        f.value,
                        db::value_of(f.low),
                        db::value_of(f.high),
                        f.unit,
                        db::value_of(f.price_year),
                        name_of(f.method),
                        db::value_of(f.source),
                        db::value_of(f.formula),
                        f.basis_ko,
                        f.basis_en,
                        f.note_ko,
                        f.note_en,
                        db::value_of(f.baseline),
                        f.reason,
                        search_of(f),
                        db::value_of(one.owner),
                        one.version,
                        one.created,
                        one.updated});
    }
    c.insert_many("figure", kColumns, rows);
}

bool update_figure(db::Connection& c, const Figure& one) {
    const FigureContent& f = one.content;
    return c.execute(kUpdate, one.id, f.code, f.region, f.indicator, f.sector, f.item, f.period,
                     one.period_key, name_of(f.kind), f.value, f.low, f.high, f.unit, f.price_year,
                     name_of(f.method), f.source, f.formula, f.basis_ko, f.basis_en, f.note_ko, f.note_en,
                     f.baseline, f.reason, search_of(f), one.updated, one.version) == 1;
}

bool set_figure_deleted(db::Connection& c, const Figure& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

void set_inputs(db::Connection& c, const std::string& figure, const std::vector<std::string>& inputs) {
    c.execute(kRemoveInputs, figure);
    for (const std::string& input : inputs) c.execute(kInsertInput, figure, input);
}

std::vector<std::string> inputs_of(db::Connection& c, const std::string& figure) {
    std::vector<std::string> ids;
    for (const auto& row : c.query(kInputs, figure)) ids.push_back(row.text(0));
    return ids;
}

std::vector<std::string> made_of(db::Connection& c, const std::vector<std::string>& inputs) {
    std::vector<std::string> ids;
    for (std::size_t begin = 0; begin < inputs.size(); begin += kKeysAtOnce) {
        const auto count = std::min(kKeysAtOnce, inputs.size() - begin);
        const std::vector<db::Value> arguments(inputs.begin() + static_cast<std::ptrdiff_t>(begin),
                                               inputs.begin() + static_cast<std::ptrdiff_t>(begin + count));
        c.run(
            "SELECT DISTINCT f.id FROM figure_input i JOIN figure f ON f.id = i.figure"
            " WHERE f.deleted IS NULL AND i.input IN (" +
                numbered(count) + ")",
            arguments, [&](const db::Row& row) { ids.push_back(row.text(0)); });
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

}  // namespace dure::figures
