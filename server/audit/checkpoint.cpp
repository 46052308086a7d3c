// SPDX-License-Identifier: Apache-2.0
#include "server/audit/chain.hpp"
#include "server/audit/digest.hpp"
#include "server/codec/codec.hpp"

namespace dure::audit {
namespace {

bool is_hash(std::string_view text) {
    return text.size() == 2 * kDigestBytes &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

BOOST_DESCRIBE_STRUCT(Checkpoint, (), (number, count, hash, at))
std::span<const codec::Rule> json_rules(const Checkpoint*) {
    static const codec::Rule rules[] = {
        codec::required("number").at_least(1), codec::required("count").at_least(1),
        codec::required("hash").format("sha256", is_hash), codec::required("at").at_least(0)};
    return rules;
}

std::string to_json(const Checkpoint& checkpoint) {
    return codec::encode(checkpoint);
}

Checked<Checkpoint> read_checkpoint(std::string_view json) {
    return codec::decode<Checkpoint>(json);
}

}  // namespace dure::audit
