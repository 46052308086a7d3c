// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/list.hpp"

#include "engine/base/text.hpp"
#include "server/approvals/described.hpp"
#include "server/db/like.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kColumns =
    "SELECT t.id, t.kind, t.desk, t.subject, t.title, t.amount_krw, t.drafter, a.name, t.state, "
    "t.number_year,"
    " t.number_serial, t.fictitious, t.version, t.created, t.updated, w.name, s.due";
constexpr std::string_view kFrom =
    " FROM approval t JOIN account a ON a.id = t.drafter LEFT JOIN approval_step s ON s.approval = t.id AND"
    " s.round = t.round AND s.state = 'current' LEFT JOIN account w ON w.id = s.account WHERE ";

class Statement {
  public:
    explicit Statement(const Reader& reader) : reader_(reader.actor.account) {
        arguments_.emplace_back(reader_);
        accounts_ = "$1";
        for (const Person& person : reader.stands_in_for) accounts_ += ", " + place(person.account);
    }

    std::string place(db::Value value) {
        arguments_.push_back(std::move(value));
        return "$" + std::to_string(arguments_.size());
    }

    /// The condition of a box. $1 is the reader; what they may do in others' places is theirs too.
    std::string box(Box box) const {
        const std::string decided =
            "EXISTS (SELECT 1 FROM approval_step d WHERE d.approval = t.id AND d.decided_by = $1)";
        const std::string known =
            "(t.round > 0 AND EXISTS (SELECT 1 FROM approval_reader r WHERE r.approval = t.id AND r.account "
            "= "
            "$1))";
        switch (box) {
            case Box::waiting:
                return "s.account IN (" + accounts_ + ") AND t.drafter <> $1";
            case Box::mine:
                return "t.drafter = $1";
            case Box::done:
                return decided;
            case Box::reference:
                return known;
            case Box::all:
                return "(t.drafter = $1 OR " + decided + " OR " + known +
                       " OR EXISTS (SELECT 1 FROM approval_step l WHERE l.approval = t.id AND l.account IN "
                       "(" +
                       accounts_ + ")))";
        }
        std::unreachable();
    }

    std::vector<db::Value>& arguments() { return arguments_; }

  private:
    std::string reader_, accounts_;
    std::vector<db::Value> arguments_;
};

Listed listed_from(const db::Row& row) {
    Listed one{.approval = {.id = row.text(0),
                            .kind = row.text(1),
                            .desk = value_of<Desk>(row.text(2)),
                            .subject = row.optional_text(3),
                            .title = row.text(4),
                            .amount_krw = row.optional_integer(5),
                            .drafter = row.text(6),
                            .drafter_name = row.text(7),
                            .state = value_of<State>(row.text(8)),
                            .fictitious = row.boolean(11),
                            .version = row.integer(12),
                            .created = row.integer(13),
                            .updated = row.integer(14)},
               .waiting_for = row.optional_text(15),
               .due = row.optional_integer(16)};
    if (!row.null(10)) one.approval.number = {row.integer(9), row.integer(10)};
    return one;
}

}  // namespace

std::vector<Listed> list_approvals(db::Connection& c, const Reader& reader, const ListQuery& query,
                                   Instant now) {
    Statement statement(reader);
    std::string sql = std::string(kColumns) + std::string(kFrom) + statement.box(query.box);
    if (!query.part.empty())
        sql += " AND t.search LIKE " + statement.place(db::containing(folded(query.part))) + " ESCAPE '!'";
    if (query.state) sql += " AND t.state = " + statement.place(text_of(*query.state));
    if (query.kind) sql += " AND t.kind = " + statement.place(*query.kind);
    if (query.desk) sql += " AND t.desk = " + statement.place(text_of(*query.desk));
    if (query.overdue) sql += " AND s.due < " + statement.place(now);
    people::order_by(query.order, query.after, sql, statement.arguments());
    sql += " LIMIT " + std::to_string(query.limit + 1);
    std::vector<Listed> found;
    c.run(sql, statement.arguments(), [&](const db::Row& row) { found.push_back(listed_from(row)); });
    return found;
}

CountsView count_waiting(db::Connection& c, const Reader& reader, Instant now) {
    Statement statement(reader);
    const std::string late = statement.place(now);
    CountsView counts;
    c.run("SELECT count(*), COALESCE(sum(CASE WHEN s.due < " + late + " THEN 1 ELSE 0 END), 0)" +
              std::string(kFrom) + statement.box(Box::waiting),
          statement.arguments(),
          [&](const db::Row& row) { counts = {.waiting = row.integer(0), .overdue = row.integer(1)}; });
    return counts;
}

}  // namespace dure::approvals
