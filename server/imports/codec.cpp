// SPDX-License-Identifier: Apache-2.0
#include "server/imports/codec.hpp"

#include <stdexcept>

#include "server/db/database.hpp"
#include "server/imports/descriptions.hpp"

namespace dure::imports {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(ImportChange, (),
                      (sheet, separator, encoding, head_row, head_rows, mapping, twins, bad))
BOOST_DESCRIBE_STRUCT(CellChange, (), (column, text))
BOOST_DESCRIBE_STRUCT(RowChange, (), (cells, decision))
BOOST_DESCRIBE_STRUCT(UndoWish, (), (keep_changed))

std::span<const Rule> json_rules(const ImportChange*) {
    static const Rule rules[] = {optional("sheet").length(0, 200),
                                 optional("separator").length(1, 1),
                                 optional("encoding").length(1, 20),
                                 optional("head_row").at_least(1).at_most(1'048'576),
                                 optional("head_rows").at_least(1).at_most(5),
                                 optional("mapping").items(0, 500)};
    return rules;
}
std::span<const Rule> json_rules(const CellChange*) {
    static const Rule rules[] = {required("column").length(1, 100), required("text").length(0, 100'000)};
    return rules;
}
std::span<const Rule> json_rules(const RowChange*) {
    static const Rule rules[] = {optional("cells").items(0, 500)};
    return rules;
}

namespace {

template <class T>
T stored(std::string_view json) {
    auto value = codec::decode<T>(json);
    if (!value)
        throw db::Error(db::ErrorKind::other,
                        "an import's row holds JSON that cannot be read: " + std::string(json));
    return std::move(*value);
}

template <class E>
E named(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value))
        throw std::invalid_argument("unknown name " + std::string(name));
    return value;
}

}  // namespace

Checked<UndoWish> decode_undo(std::string_view json) {
    return codec::decode<UndoWish>(json);
}
std::string encode(const UndoWish& wish) {
    return codec::encode(wish);
}
Checked<ImportChange> decode_change(std::string_view json) {
    return codec::decode<ImportChange>(json);
}
Checked<RowChange> decode_row_change(std::string_view json) {
    return codec::decode<RowChange>(json);
}

std::string encode(const std::vector<std::string>& texts) {
    return codec::encode(texts);
}
std::string encode(const std::vector<std::vector<std::string>>& rows) {
    return codec::encode(rows);
}
std::string encode(const std::vector<Heading>& headings) {
    return codec::encode(headings);
}
std::string encode(const Mapping& mapping) {
    return codec::encode(mapping);
}
std::string encode(const std::vector<StoredError>& errors) {
    return codec::encode(errors);
}
std::string encode(const std::vector<StoredTwin>& twins) {
    return codec::encode(twins);
}

std::vector<std::string> texts_from(std::string_view json) {
    return stored<std::vector<std::string>>(json);
}
std::vector<std::vector<std::string>> rows_from(std::string_view json) {
    return stored<std::vector<std::vector<std::string>>>(json);
}
std::vector<Heading> headings_from(std::string_view json) {
    return stored<std::vector<Heading>>(json);
}
Mapping mapping_from(std::string_view json) {
    return stored<Mapping>(json);
}
std::vector<StoredError> errors_from(std::string_view json) {
    return stored<std::vector<StoredError>>(json);
}
std::vector<StoredTwin> twins_from(std::string_view json) {
    return stored<std::vector<StoredTwin>>(json);
}

std::string_view name_of(State state) {
    return boost::describe::enum_to_string(state, "");
}
std::string_view name_of(Decision decision) {
    return boost::describe::enum_to_string(decision, "");
}
std::string_view name_of(Bad bad) {
    return boost::describe::enum_to_string(bad, "");
}
State state_named(std::string_view name) {
    return named<State>(name);
}
Decision decision_named(std::string_view name) {
    return named<Decision>(name);
}
Bad bad_named(std::string_view name) {
    return named<Bad>(name);
}

}  // namespace dure::imports
