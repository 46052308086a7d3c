// SPDX-License-Identifier: Apache-2.0
#include "server/together/recent.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kSelect =
    "SELECT e.number, e.at, e.action, e.record_kind, e.record_id, a.name FROM audit_entry e LEFT JOIN account"
    " a ON a.id = e.actor WHERE e.record_kind IN (";
constexpr int kBatch = 200;
/// Of the audit, for one answer: who may read little is told to go on instead of being waited for.
constexpr int kMostLooked = 2'000;

std::string statement(const Subjects& subjects, const std::optional<std::string>& kind,
                      std::vector<db::Value>& arguments) {
    std::string places;
    for (const SubjectKind& one : subjects.all()) {
        if (kind && one.found.name != *kind) continue;
        arguments.emplace_back(one.trail);
        places += (places.empty() ? "$" : ", $") + std::to_string(arguments.size());
    }
    return std::string(kSelect) + (places.empty() ? "''" : places) + ")";
}

bool is_same(const RecentChange& one, const RecentChange& other) {
    return one.action == other.action && one.actor_name == other.actor_name &&
           one.subject.kind == other.subject.kind && one.subject.id == other.subject.id;
}

}  // namespace

RecentPage recent_changes(Reader& reader, const Subjects& subjects, const std::optional<std::string>& kind,
                          std::optional<std::int64_t> below, int limit) {
    RecentPage page;
    int looked = 0;
    for (bool more = true; more;) {
        std::vector<db::Value> arguments;
        std::string sql = statement(subjects, kind, arguments);
        if (below) {
            arguments.emplace_back(*below);
            sql += " AND e.number < $" + std::to_string(arguments.size());
        }
        sql += " ORDER BY e.number DESC LIMIT " + std::to_string(kBatch);
        std::vector<db::Row> rows;
        reader.connection().run(sql, arguments, [&](db::Row row) { rows.push_back(std::move(row)); });
        for (const db::Row& row : rows) {
            const SubjectKind* known = subjects.find_trail(row.text(3));
            const auto& subject = reader.subject(known->found.name, row.text(4));
            if (subject) {
                RecentChange change{.at = row.integer(1),
                                    .action = row.text(2),
                                    .actor_name = row.optional_text(5),
                                    .subject = *subject};
                if (!page.items.empty() && is_same(page.items.back(), change)) {
                    ++page.items.back().times;
                } else if (page.items.size() == static_cast<std::size_t>(limit)) {
                    page.next = below;
                    return page;
                } else {
                    page.items.push_back(std::move(change));
                }
            }
            below = row.integer(0);
        }
        looked += static_cast<int>(rows.size());
        more = rows.size() == static_cast<std::size_t>(kBatch);
        if (more && looked >= kMostLooked) {
            page.next = below;
            return page;
        }
    }
    return page;
}

}  // namespace dure::together
