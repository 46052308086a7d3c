// SPDX-License-Identifier: Apache-2.0
#include "server/search/changes.hpp"

namespace dure::search {
namespace {

constexpr std::string_view kInsert = "INSERT INTO search_change (kind, record, at) VALUES ($1, $2, $3)";
constexpr std::string_view kPrune = "DELETE FROM search_change WHERE at < $1";
constexpr Instant kDay = 86'400 * kSecond;

}  // namespace

void note_change(db::Connection& c, std::string_view kind, std::string_view record, Instant now) {
    c.execute(kInsert, kind, record, now);
}

void note_changes(db::Connection& c, std::string_view kind, std::span<const std::string> records,
                  Instant now) {
    constexpr std::string_view columns[] = {"kind", "record", "at"};
    std::vector<std::vector<db::Value>> rows;
    rows.reserve(records.size());
    for (const std::string& record : records) rows.push_back({std::string(kind), record, now});
    c.insert_many("search_change", columns, rows);
}

void prune_changes(db::Connection& c, Instant now) {
    c.execute(kPrune, now - kDay);
}

}  // namespace dure::search
