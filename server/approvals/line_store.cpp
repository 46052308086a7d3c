// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/line_store.hpp"

#include "engine/base/text.hpp"
#include "server/approvals/described.hpp"
#include "server/auth/views.hpp"

namespace dure::approvals {
namespace {

const std::string kSelect =
    "SELECT id, name, kind, most_krw, delegated, basis, fictitious, version, created, updated, deleted"
    " FROM approval_line";
const std::string kFind = kSelect + " WHERE id = $1";
// Lines without a limit reach furthest.
const std::string kOrder = " ORDER BY kind, most_krw IS NULL, most_krw, name_key, id";
const std::string kListCurrent = kSelect + " WHERE deleted IS NULL" + kOrder;
const std::string kListDeleted = kSelect + " WHERE deleted IS NOT NULL" + kOrder;
const std::string kFor = kSelect +
                         " WHERE deleted IS NULL AND kind = $1 AND (most_krw IS NULL OR most_krw >= $2)" +
                         kOrder + " LIMIT 1";
constexpr std::string_view kInsert =
    "INSERT INTO approval_line (id, name, name_key, kind, most_krw, delegated, basis, fictitious, version,"
    " created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view kUpdate =
    "UPDATE approval_line SET name = $2, name_key = $3, kind = $4, most_krw = $5, delegated = $6, basis = $7,"
    " updated = $8, version = version + 1 WHERE id = $1 AND version = $9";
constexpr std::string_view kSetDeleted =
    "UPDATE approval_line SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
    "$4";
constexpr std::string_view kSteps =
    "SELECT task, title, role, account, days FROM approval_line_step WHERE line = $1 ORDER BY position";
constexpr std::string_view kInsertStep =
    "INSERT INTO approval_line_step (line, position, task, title, role, account, days)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view kRemoveSteps = "DELETE FROM approval_line_step WHERE line = $1";

void insert_steps(db::Connection& c, const Line& line) {
    std::int64_t position = 0;
    for (const LineStep& step : line.content.steps) {
        const auto role = step.role ? std::optional(auth::role_text(*step.role)) : std::nullopt;
        c.execute(kInsertStep, line.id, ++position, text_of(step.task), step.title, role, step.account,
                  step.days);
    }
}

Line read(db::Connection& c, const db::Row& row) {
    Line line{.id = row.text(0),
              .content = {.name = row.text(1),
                          .kind = row.text(2),
                          .most_krw = row.optional_integer(3),
                          .delegated = row.boolean(4),
                          .basis = row.text(5)},
              .fictitious = row.boolean(6),
              .version = row.integer(7),
              .created = row.integer(8),
              .updated = row.integer(9),
              .deleted = row.optional_integer(10)};
    for (const db::Row& step : c.query(kSteps, line.id)) {
        const auto role = step.optional_text(2);
        line.content.steps.push_back({.task = value_of<Task>(step.text(0)),
                                      .title = step.text(1),
                                      .role = role ? std::optional(auth::role_from(*role)) : std::nullopt,
                                      .account = step.optional_text(3),
                                      .days = step.integer(4)});
    }
    return line;
}

std::optional<Line> first(db::Connection& c, const std::optional<db::Row>& row) {
    if (!row) return std::nullopt;
    return read(c, *row);
}

}  // namespace

void insert_line(db::Connection& c, const Line& line) {
    const LineContent& content = line.content;
    c.execute(kInsert, line.id, content.name, sort_key(content.name), content.kind, content.most_krw,
              content.delegated, content.basis, line.fictitious, line.version, line.created, line.updated);
    insert_steps(c, line);
}

std::optional<Line> find_line(db::Connection& c, const std::string& id) {
    return first(c, c.query_one(kFind, id));
}

std::vector<Line> list_lines(db::Connection& c, bool deleted) {
    std::vector<Line> lines;
    for (const db::Row& row : c.query(deleted ? kListDeleted : kListCurrent)) lines.push_back(read(c, row));
    return lines;
}

bool update_line(db::Connection& c, const Line& line) {
    const LineContent& content = line.content;
    if (c.execute(kUpdate, line.id, content.name, sort_key(content.name), content.kind, content.most_krw,
                  content.delegated, content.basis, line.updated, line.version) != 1)
        return false;
    c.execute(kRemoveSteps, line.id);
    insert_steps(c, line);
    return true;
}

bool set_line_deleted(db::Connection& c, const Line& line, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, line.id, deleted, line.updated, line.version) == 1;
}

std::optional<Line> line_for(db::Connection& c, const std::string& kind,
                             std::optional<std::int64_t> amount_krw) {
    return first(c, c.query_one(kFor, kind, amount_krw));
}

}  // namespace dure::approvals
