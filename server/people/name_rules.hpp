// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "server/codec/codec.hpp"
#include "server/people/names.hpp"
#include "server/people/texts.hpp"

/// How lists of names are read: included by the codecs alone.
namespace dure::people {

BOOST_DESCRIBE_STRUCT(Name, (), (language, name, primary))
inline std::span<const codec::Rule> json_rules(const Name*) {
    static const codec::Rule rules[] = {
        codec::required("language").length(2, 35).format("ko, en, zh-Hant", is_language_tag),
        codec::required("name").length(1, 300), codec::required("primary")};
    return rules;
}

inline void json_check(const Name& name, codec::Reader& reader) {
    if (!is_line(name.name)) reader.refuse("names.blank", {}, "/name");
}

/// Refuses lists without exactly one primary name, or with one twice.
inline void check_names(const std::vector<Name>& names, codec::Reader& reader) {
    const auto primary = std::ranges::count_if(names, &Name::primary);
    if (primary == 0) reader.refuse("names.none_primary", {}, "/names");
    if (primary > 1) reader.refuse("names.two_primary", {}, "/names");
    for (std::size_t i = 0; i < names.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (names[i].language == names[j].language && trimmed(names[i].name) == trimmed(names[j].name))
                reader.refuse("names.twice", {{"name", names[i].name}},
                              "/names/" + std::to_string(i) + "/name");
}

inline void tidy(std::vector<Name>& names) {
    for (Name& name : names) name.name = trimmed(name.name);
}

}  // namespace dure::people
