// SPDX-License-Identifier: Apache-2.0
#include "server/oversight/entries.hpp"

#include <algorithm>
#include <ranges>

#include "server/audit/rows.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entry_view.hpp"

namespace dure::oversight {
namespace {

constexpr std::string_view kSelect =
    "SELECT e.number, e.at, e.actor, e.action, e.record_kind, e.record_id, e.before, e.after, e.request_id,"
    " a.name, CASE WHEN e.chain_number IS NULL THEN 0 ELSE 1 END,"
    " CASE WHEN e.content_digest IS NOT NULL AND e.salt IS NULL THEN 1 ELSE 0 END"
    " FROM audit_entry e LEFT JOIN account a ON a.id = e.actor WHERE 1 = 1";

constexpr std::string_view kDeputies =
    "SELECT d.deputy, a.name, d.valid_from, d.valid_until FROM deputy d JOIN account a ON a.id = d.account"
    " WHERE d.valid_from < $1 AND d.valid_until > $2 ORDER BY a.name_key, a.id";

/// Names the absent whose place an actor could take when they did it.
void note_deputies(db::Connection& c, std::vector<Line>& lines) {
    if (lines.empty()) return;
    const auto [first, last] = std::ranges::minmax(
        lines | std::views::transform([](const Line& line) { return line.recorded.entry.at; }));
    for (const auto& row : c.query(kDeputies, last + 1, first))
        for (Line& line : lines) {
            const audit::Entry& entry = line.recorded.entry;
            if (entry.actor == row.text(0) && entry.at >= row.integer(2) && entry.at < row.integer(3))
                line.deputy_for.push_back(row.text(1));
        }
}

}  // namespace

std::vector<Line> list(db::Connection& c, const EntryQuery& query) {
    std::string sql(kSelect);
    std::vector<db::Value> arguments;
    const auto where = [&](std::string_view condition, const auto& value) {
        if (!value) return;
        arguments.emplace_back(*value);
        sql += " AND e." + std::string(condition) + " $" + std::to_string(arguments.size());
    };
    where("record_kind =", query.record_kind);
    where("record_id =", query.record_id);
    where("actor =", query.actor);
    where("action =", query.action);
    where("at >=", query.from);
    where("at <", query.until);
    where("number <", query.below);
    sql += " ORDER BY e.number DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Line> lines;
    c.run(sql, arguments, [&](const db::Row& row) {
        lines.push_back({.recorded = audit::recorded_from(row),
                         .actor_name = row.optional_text(9),
                         .sealed = row.boolean(10),
                         .erased = row.boolean(11)});
    });
    note_deputies(c, lines);
    return lines;
}

EntryQuery read_history_query(const http::Request& request, std::string_view record_kind,
                              std::string record_id) {
    http::Query query(request);
    EntryQuery wanted{.record_kind = std::string(record_kind),
                      .record_id = std::move(record_id),
                      .below = cursor_in(query),
                      .limit = query.limit()};
    query.done();
    return wanted;
}

std::string page_of(db::Connection& c, const EntryQuery& query) {
    auto lines = list(c, query);
    EntryPage page;
    if (lines.size() > static_cast<std::size_t>(query.limit)) {
        lines.pop_back();
        page.next_cursor = cursor_of(lines.back().recorded.number);
    }
    for (const Line& line : lines) page.items.push_back(present(line));
    return encode(page);
}

}  // namespace dure::oversight
