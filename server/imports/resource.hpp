// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/error.hpp"
#include "server/auth/role.hpp"
#include "server/db/database.hpp"

/// Tables that become records. A desk describes what can be imported as a Resource; reading files, mapping
/// columns, naming bad cells, asking about twins, writing as a job and taking back are done here for all of
/// them. docs/dev/import-a-table.md is the page for whoever adds one.
namespace dure::imports {

enum class Type { text, number, integer, date, choice, country, yes_no, list };

/// A column that the resource understands.
struct Column {
    std::string key;  ///< snake_case, as in the record
    Type type = Type::text;
    bool required = false;
    std::string label;                  ///< of messages/: its heading in Korean and English
    std::vector<std::string> headings;  ///< what else people call it; blanks, case and signs do not count
    std::vector<std::string> choices;   ///< of Type::choice: what a cell means
    std::string choice_labels;          ///< their labels stand in messages/ under this and the choice's name
    std::string unit;                   ///< "MW", "KRW": headings in a related unit are converted
    std::size_t longest = 500;          ///< of a text, in characters
    std::optional<double> minimum, maximum;
    std::string example;  ///< shown in the template; says of itself that it is made up
};

/// What a cell says: nothing, a text (also a date as 2026-11-26, a choice, a country's two letters), a
/// number, a whole number, yes or no, or a list of texts.
using Value = std::variant<std::monostate, std::string, double, std::int64_t, bool, std::vector<std::string>>;

/// A row whose cells are well formed; values in the order of the columns.
struct Row {
    std::int64_t number = 0;  ///< in the file
    std::vector<Value> values;
    std::shared_ptr<const void> prepared;  ///< what the resource's `prepare` made of it, before it is written

    /// The value of a column as T, or nothing.
    template <class T>
    const T* get(std::size_t column) const {
        return std::get_if<T>(&values.at(column));
    }
    std::string text(std::size_t column) const {
        const auto* value = get<std::string>(column);
        return value ? *value : std::string();
    }
};

struct CellError {
    std::size_t column = 0;
    Error error;
    std::string instead;  ///< what could be written there; empty: nothing comes to mind
};

/// A record that is there already and may be the same as a row.
struct Twin {
    std::size_t row = 0;  ///< index into the rows that were asked about
    std::string record;   ///< its id
    std::string name;     ///< as people know it
    std::string reason;   ///< sentence under imports.reason.<reason>
};

/// On whose behalf, in which request or job: for the audit entry.
struct By {
    std::string account, request_id;
};

/// A row to be written, as a new record or over the one named.
struct Wish {
    const Row* row = nullptr;
    std::optional<std::string> record;
};

struct Written {
    std::int64_t row = 0;  ///< number in the file
    std::string record;
    std::int64_t version = 0;           ///< the record's, after it was written
    std::optional<std::string> before;  ///< what undo brings back; none: the record was new
};

/// A record that undo leaves alone, and why.
struct Kept {
    std::string record, name;
    Error error;
};

struct Resource {
    std::string key;   ///< plural: "organisations"; its name stands in messages/ under imports.resource.<key>
    std::string page;  ///< where the page shows a record: "/organisations/" and the id behind it
    auth::RoleSet may;  ///< who may import
    std::vector<Column> columns;

    /// What is wrong in rows whose cells are well formed each for itself. Pure.
    std::function<std::vector<CellError>(const Row&)> check;
    /// Texts that two rows share when they mean the same record; of rows that `check` finds good. Pure.
    std::function<std::vector<std::string>(const Row&)> keys;
    /// What `find_twins` and `write` want to know of a good row and that takes time to work out. Called where
    /// nobody waits for the database, before a row is written; need not be there. Pure.
    std::function<std::shared_ptr<const void>(const Row&)> prepare;
    /// Records that may be the same as one of the rows, best first for each row.
    std::function<std::vector<Twin>(db::Connection&, std::span<const Row>)> find_twins;
    /// Writes good rows with their audit entries, in the caller's transaction. Called with some thousands at
    /// once: use insert_many. A wish for a record that is gone makes a new one.
    std::function<std::vector<Written>(db::Connection&, std::span<const Wish>, const By&)> write;
    /// Takes back: new records go, changed ones get back what they were. Those that changed since (another
    /// version) stay and are returned. With `only_look` nothing is done but looked.
    std::function<std::vector<Kept>(db::Connection&, std::span<const Written>, const By&, bool only_look)>
        undo;

    /// The column's place; throws std::out_of_range.
    std::size_t column(std::string_view key) const;
};

/// All that can be imported; put together where the desks are.
using Registry = std::vector<Resource>;
const Resource* find_resource(const Registry& registry, std::string_view key);

}  // namespace dure::imports
