// SPDX-License-Identifier: Apache-2.0
#include "server/together/task_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/keyset.hpp"
#include "server/db/like.hpp"
#include "server/together/task_policy.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO task (id, subject_kind, subject_id, title, name_key, search, note, creator, owner, due,"
    " version, created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11)";
constexpr std::string_view kUpdate =
    "UPDATE task SET title = $3, name_key = $4, search = $5, note = $6, owner = $7, due = $8, done = $9,"
    " done_by = $10, deleted = $11, updated = $12, version = version + 1 WHERE id = $1 AND version = $2";
constexpr std::string_view kSelect =
    "SELECT t.id, t.subject_kind, t.subject_id, t.title, t.note, t.creator, a.name, t.owner, o.name, t.due,"
    " t.done, t.done_by, d.name, t.deleted, t.version, t.created, t.updated FROM task t JOIN account a ON"
    " a.id = t.creator JOIN account o ON o.id = t.owner LEFT JOIN account d ON d.id = t.done_by WHERE ";
/// Behind every day.
constexpr std::string_view kNoDay = "9999-12-31";

std::string search_of(const Task& one) {
    return folded(one.title + "\n" + one.note + "\n" + one.owner_name);
}

Task task_from(const db::Row& row) {
    return {.id = row.text(0),
            .subject_kind = row.optional_text(1),
            .subject_id = row.optional_text(2),
            .title = row.text(3),
            .note = row.text(4),
            .creator = row.text(5),
            .creator_name = row.text(6),
            .owner = row.text(7),
            .owner_name = row.text(8),
            .due = row.optional_text(9),
            .done = row.optional_integer(10),
            .done_by = row.optional_text(11),
            .done_by_name = row.optional_text(12),
            .deleted = row.optional_integer(13),
            .version = row.integer(14),
            .created = row.integer(15),
            .updated = row.integer(16)};
}

bool is_down(TaskOrder order) {
    return order == TaskOrder::due_down || order == TaskOrder::title_down || order == TaskOrder::updated_down;
}
bool is_by_time(TaskOrder order) {
    return order == TaskOrder::updated || order == TaskOrder::updated_down;
}
std::string column_of(TaskOrder order) {
    if (is_by_time(order)) return "t.updated";
    return order == TaskOrder::title || order == TaskOrder::title_down
               ? "t.name_key"
               : "COALESCE(t.due, '" + std::string(kNoDay) + "')";
}

class Statement {
  public:
    explicit Statement(const Reader& reader) : sql_(kSelect) {
        those_ = me_ = place(reader.accounts().front());
        for (std::size_t i = 1; i < reader.accounts().size(); ++i)
            those_ += ", " + place(reader.accounts()[i]);
    }
    std::string place(db::Value value) {
        arguments_.push_back(std::move(value));
        return "$" + std::to_string(arguments_.size());
    }
    void conditions(const TaskQuery& query, const std::string& today) {
        sql_ += query.deleted ? "t.deleted IS NOT NULL" : "t.deleted IS NULL";
        const std::string mine = "t.owner IN (" + those_ + ")";
        if (query.box == TaskBox::mine) sql_ += " AND " + mine;
        if (query.box == TaskBox::given) sql_ += " AND t.creator = " + me_ + " AND t.owner <> " + me_;
        // What else there is without a record is not the reader's.
        sql_ += " AND (t.subject_id IS NOT NULL OR t.creator = " + me_ + " OR " + mine + ")";
        if (!query.part.empty())
            sql_ += " AND t.search LIKE " + place(db::containing(folded(query.part))) + " ESCAPE '!'";
        if (query.state)
            sql_ += *query.state == TaskState::done ? " AND t.done IS NOT NULL" : " AND t.done IS NULL";
        if (query.owner) sql_ += " AND t.owner = " + place(*query.owner);
        if (query.subject_kind) sql_ += " AND t.subject_kind = " + place(*query.subject_kind);
        if (query.subject_id) sql_ += " AND t.subject_id = " + place(*query.subject_id);
        if (query.overdue) sql_ += " AND t.done IS NULL AND t.due < " + place(today);
    }
    void order(TaskOrder order, const std::optional<TaskPlace>& after, int limit) {
        const std::string column = column_of(order);
        const db::Keyset keyset{.column = column, .id = "t.id", .down = is_down(order)};
        std::optional<std::pair<db::Value, std::string>> last;
        if (after)
            last.emplace(is_by_time(order) ? db::Value(after->updated) : db::Value(after->key), after->id);
        db::go_on_behind(keyset, last, sql_, arguments_);
        sql_ += db::in_order(keyset) + " LIMIT " + std::to_string(limit);
    }
    std::vector<Task> run(db::Connection& c) {
        std::vector<Task> found;
        c.run(sql_, arguments_, [&](const db::Row& row) { found.push_back(task_from(row)); });
        return found;
    }
    std::string& sql() { return sql_; }
    const std::string& those() const { return those_; }

  private:
    std::string sql_, me_, those_;
    std::vector<db::Value> arguments_;
};

}  // namespace

void insert_task(db::Connection& c, const Task& one) {
    c.execute(kInsert, one.id, one.subject_kind, one.subject_id, one.title, sort_key(one.title),
              search_of(one), one.note, one.creator, one.owner, one.due, one.created);
}

bool update_task(db::Connection& c, const Task& one) {
    return c.execute(kUpdate, one.id, one.version, one.title, sort_key(one.title), search_of(one), one.note,
                     one.owner, one.due, one.done, one.done_by, one.deleted, one.updated) == 1;
}

std::optional<Task> find_task(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(std::string(kSelect) + "t.id = $1", id);
    return row ? std::optional(task_from(*row)) : std::nullopt;
}

TaskPlace place_of(const Task& one, TaskOrder order) {
    if (is_by_time(order)) return {.updated = one.updated, .id = one.id};
    const bool by_title = order == TaskOrder::title || order == TaskOrder::title_down;
    return {.key = by_title ? sort_key(one.title) : one.due.value_or(std::string(kNoDay)), .id = one.id};
}

std::vector<Task> list_tasks(Reader& reader, const TaskQuery& query, const std::string& today) {
    const auto wanted = static_cast<std::size_t>(query.limit) + 1;
    std::vector<Task> found;
    // What a reader may read is the desks' to say, so the pages are filled from as many rows as that takes.
    const int batch = query.limit + 50;
    for (auto after = query.after; found.size() < wanted;) {
        Statement statement(reader);
        statement.conditions(query, today);
        statement.order(query.order, after, batch);
        const auto rows = statement.run(reader.connection());
        for (const Task& one : rows)
            if (found.size() < wanted && may_read(reader, one)) found.push_back(one);
        if (rows.size() < static_cast<std::size_t>(batch)) break;
        after = place_of(rows.back(), query.order);
    }
    return found;
}

std::vector<Task> due_tasks(db::Connection& c, const std::string& today) {
    std::vector<Task> found;
    for (const db::Row& row : c.query(
             std::string(kSelect) + "t.done IS NULL AND t.deleted IS NULL AND t.due <= $1 AND NOT EXISTS"
                                    " (SELECT 1 FROM notification n WHERE n.account = t.owner AND n.once ="
                                    " 'due:' || t.id || ':' || t.due) ORDER BY t.id",
             today))
        found.push_back(task_from(row));
    return found;
}

std::vector<Task> tasks_between(Reader& reader, const std::string& from, const std::string& until) {
    Statement statement(reader);
    statement.sql() += "t.deleted IS NULL AND t.owner IN (" + statement.those() +
                       ") AND t.due >= " + statement.place(from) + " AND t.due <= " + statement.place(until) +
                       " ORDER BY t.due, t.id";
    std::vector<Task> found = statement.run(reader.connection());
    std::erase_if(found, [&](const Task& one) { return !may_read(reader, one); });
    return found;
}

}  // namespace dure::together
