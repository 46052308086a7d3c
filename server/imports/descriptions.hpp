// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/imports/codec.hpp"

/// How the records are read and written: included by this folder's codecs alone.
namespace dure::imports {

BOOST_DESCRIBE_ENUM(State, draft, checking, checked, writing, stopped, done, undoing, undone)
BOOST_DESCRIBE_ENUM(Decision, skip, update, add)
BOOST_DESCRIBE_ENUM(Bad, refuse, skip)
BOOST_DESCRIBE_ENUM(Type, text, number, integer, date, choice, country, yes_no, list)
BOOST_DESCRIBE_STRUCT(Heading, (), (name, unit))
BOOST_DESCRIBE_STRUCT(Source, (), (column, source, value))
BOOST_DESCRIBE_STRUCT(StoredError, (), (column, code, params, instead))
BOOST_DESCRIBE_STRUCT(StoredTwin, (), (record, row, name, reason))
BOOST_DESCRIBE_STRUCT(StoredRow, (), (number, cells, errors, twins, mended, decision))

inline std::span<const codec::Rule> json_rules(const Source*) {
    static const codec::Rule rules[] = {codec::required("column").length(1, 100),
                                        codec::optional("source").at_least(0).at_most(1000),
                                        codec::optional("value").length(0, 500)};
    return rules;
}
inline void json_check(const Source& one, codec::Reader& reader) {
    if (one.source.has_value() == one.value.has_value()) reader.refuse("imports.source_or_value");
}

}  // namespace dure::imports
