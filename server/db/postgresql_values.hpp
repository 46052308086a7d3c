// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <array>
#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"

namespace dure::db {

/// Arguments of one statement in PostgreSQL's binary form. Keeps pointers into `values`, which must outlive
/// it.
class Arguments {
  public:
    Arguments(std::span<const Value> values);  // NOLINT(google-explicit-constructor): a view of the values
    Arguments(const std::vector<Value>& values) : Arguments(std::span(values)) {}

    int count() const { return static_cast<int>(types_.size()); }
    const std::vector<Oid>& types() const { return types_; }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }
    /// One letter an argument: statements are prepared for the types of their arguments.
    const std::string& signature() const { return signature_; }

  private:
    struct Binder;
    std::vector<Oid> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
    std::vector<std::array<char, 8>> numbers_;
    std::string signature_;
};

/// "COPY thing (id, name) FROM STDIN".
std::string copy_statement(std::string_view table, std::span<const std::string_view> columns);
/// A row in the text form of COPY.
void append_copy_line(std::span<const Value> row, std::string& out);

/// A field of a binary answer. Integers of every width and booleans become int64, numeric int64 where it is
/// whole and fits, else double. Throws Error{other} for a type that the common subset does not have.
Value read_value(const PGresult* result, int row, int column);

}  // namespace dure::db
