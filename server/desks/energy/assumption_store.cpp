// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/assumption_store.hpp"

namespace dure::desks::energy {
namespace {

// A figure brings its own source along.
const std::string kSelect =
    "SELECT a.plan, a.at, a.source, s.code, s.document, s.publisher, s.link, a.figure, f.code, f.value, "
    "f.unit,"
    " f.period, a.price_year, a.low, a.high, a.note_ko, a.note_en, a.reason, a.owner, o.name, a.version, "
    "a.created,"
    " a.updated FROM energy_assumption a JOIN account o ON o.id = a.owner LEFT JOIN figure f ON f.id = "
    "a.figure"
    " LEFT JOIN source s ON s.id = coalesce(a.source, f.source) WHERE a.plan = $1";
const std::string kFind = kSelect + " AND a.at = $2";
constexpr std::string_view kInsert =
    "INSERT INTO energy_assumption (plan, at, source, figure, price_year, low, high, note_ko, note_en, "
    "reason, owner,"
    " version, created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view kUpdate =
    "UPDATE energy_assumption SET source = $3, figure = $4, price_year = $5, low = $6, high = $7, note_ko = "
    "$8,"
    " note_en = $9, reason = $10, owner = $11, updated = $12, version = version + 1"
    " WHERE plan = $1 AND at = $2 AND version = $13";

std::optional<double> optional_real(const db::Row& row, int column) {
    if (row.null(column)) return std::nullopt;
    return row.real(column);
}

AssumptionRecord from_row(const db::Row& row) {
    return {.plan = row.text(0),
            .at = row.text(1),
            .source = row.optional_text(2),
            .source_code = row.optional_text(3),
            .source_document = row.optional_text(4),
            .source_publisher = row.optional_text(5),
            .source_link = row.optional_text(6),
            .figure = row.optional_text(7),
            .figure_code = row.optional_text(8),
            .figure_value = optional_real(row, 9),
            .figure_unit = row.optional_text(10),
            .figure_period = row.optional_text(11),
            .price_year = row.optional_integer(12),
            .low = optional_real(row, 13),
            .high = optional_real(row, 14),
            .note_ko = row.text(15),
            .note_en = row.text(16),
            .reason = row.text(17),
            .owner = row.text(18),
            .owner_name = row.text(19),
            .version = row.integer(20),
            .created = row.integer(21),
            .updated = row.integer(22)};
}

}  // namespace

std::map<std::string, AssumptionRecord> plan_assumptions(db::Connection& c, const std::string& plan) {
    std::map<std::string, AssumptionRecord> all;
    for (const db::Row& row : c.query(kSelect, plan)) {
        AssumptionRecord one = from_row(row);
        std::string at = one.at;
        all.emplace(std::move(at), std::move(one));
    }
    return all;
}

std::optional<AssumptionRecord> find_assumption(db::Connection& c, const std::string& plan,
                                                const std::string& at) {
    const auto row = c.query_one(kFind, plan, at);
    if (!row) return std::nullopt;
    return from_row(*row);
}

void insert_assumption(db::Connection& c, const AssumptionRecord& one) {
    c.execute_later(kInsert, one.plan, one.at, one.source, one.figure, one.price_year, one.low, one.high,
                    one.note_ko, one.note_en, one.reason, one.owner, one.version, one.created, one.updated);
}

bool update_assumption(db::Connection& c, const AssumptionRecord& one) {
    return c.execute(kUpdate, one.plan, one.at, one.source, one.figure, one.price_year, one.low, one.high,
                     one.note_ko, one.note_en, one.reason, one.owner, one.updated, one.version) == 1;
}

}  // namespace dure::desks::energy
