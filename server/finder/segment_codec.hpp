// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/search/segments.hpp"

namespace dure::search {

/// Schema TextPart.
BOOST_DESCRIBE_STRUCT(Segment, (), (text, marked))
inline std::span<const codec::Rule> json_rules(const Segment*) {
    static const codec::Rule rules[] = {codec::required("text"),
                                        codec::optional("marked").omitted_when_empty()};
    return rules;
}

}  // namespace dure::search
