// SPDX-License-Identifier: Apache-2.0
#include "server/people/references.hpp"

namespace dure::people {
namespace {

/// Rows of `t` that have a twin at the organisation $2.
std::string twin_exists(const ReferenceColumn& r) {
    std::string sql = "EXISTS (SELECT 1 FROM " + r.table + " o WHERE o." + r.column + " = $2";
    for (const auto& column : *r.unique_with) sql += " AND o." + column + " = t." + column;
    return sql + ")";
}

template <class... A>
std::vector<std::string> keys_by(db::Connection& c, const std::string& sql, const A&... arguments) {
    std::vector<std::string> keys;
    for (const auto& row : c.query(sql, arguments...)) keys.push_back(row.text(0));
    return keys;
}

bool move_row(db::Connection& c, const ReferenceColumn& r, const Redirection& way, const std::string& key) {
    const std::string where = " WHERE " + r.column + " = $1 AND " + r.key + " = $3";
    const std::string set = "UPDATE " + r.table + " SET " + r.column + " = $2";
    return r.versioned ? c.execute(set + ", version = version + 1, updated = $4" + where, way.from, way.to,
                                   key, way.at) == 1
                       : c.execute(set + where, way.from, way.to, key) == 1;
}

Expected<std::vector<std::string>> redirect_rows(db::Connection& c, const ReferenceColumn& r,
                                                 const Redirection& way) {
    const std::string all = "SELECT t." + r.key + " FROM " + r.table + " t WHERE t." + r.column + " = $1";
    const std::string order = " ORDER BY t." + r.key;
    if (r.unique_with && !r.clash.empty() &&
        !keys_by(c, all + " AND " + twin_exists(r), way.from, way.to).empty())
        return fail(r.clash);
    const auto keys = r.unique_with ? keys_by(c, all + " AND NOT " + twin_exists(r) + order, way.from, way.to)
                                    : keys_by(c, all + order, way.from);
    for (const auto& key : keys) move_row(c, r, way, key);
    return keys;
}

Expected<void> take_rows_back(db::Connection& c, const ReferenceColumn& r, const Redirection& way,
                              const std::vector<std::string>& keys) {
    for (const auto& key : keys)
        if (!move_row(c, r, way, key)) return fail("people.moved_on", {{"reference", r.name}});
    return {};
}

}  // namespace

Reference reference_by(const ReferenceColumn& r) {
    return {
        .name = r.name,
        .count =
            [r](db::Connection& c, const std::string& organisation) {
                return c
                    .query_one("SELECT count(*) FROM " + r.table + " WHERE " + r.column + " = $1",
                               organisation)
                    ->integer(0);
            },
        .redirect = [r](db::Connection& c, const Redirection& way) { return redirect_rows(c, r, way); },
        .take_back = [r](db::Connection& c, const Redirection& way,
                         const std::vector<std::string>& keys) { return take_rows_back(c, r, way, keys); }};
}

}  // namespace dure::people
