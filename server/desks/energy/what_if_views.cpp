// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/variation_codec.hpp"
#include "server/desks/energy/what_if.hpp"

namespace dure::desks::energy {

BOOST_DESCRIBE_ENUM(Outcome, optimal, infeasible, unbounded, limit, superseded)
BOOST_DESCRIBE_STRUCT(WhatIf, (), (variations, settled))
std::span<const codec::Rule> json_rules(const WhatIf*) {
    static const codec::Rule rules[] = {
        codec::required("variations").items(0, dure::energy::kMostVariations)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(PriceCurve, (), (bus, price))
BOOST_DESCRIBE_STRUCT(WhatIfAnswer, (), (status, seconds, result, prices))

Checked<WhatIf> decode_what_if(std::string_view json) {
    return codec::decode<WhatIf>(json);
}

std::string encode(const WhatIfAnswer& answer) {
    return codec::encode(answer);
}

}  // namespace dure::desks::energy
