// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/codec/codec.hpp"

// What can be read can be written, and what is written reads back the same.
namespace dure::fuzz {

enum class Kind { co2_cap, renewable_share };
struct Item {
    std::string name;
    Kind kind = Kind::co2_cap;
    std::variant<double, std::string> profile;
    std::optional<double> maximum;
};
struct Model {
    std::string name;
    int year = 2030;
    std::int64_t seed = 0;
    bool active = false;
    std::vector<Item> items;
    std::map<std::string, std::vector<double>> series;
    Params params;
    codec::RawJson extra;
};
BOOST_DESCRIBE_ENUM(Kind, co2_cap, renewable_share)
BOOST_DESCRIBE_STRUCT(Item, (), (name, kind, profile, maximum))
BOOST_DESCRIBE_STRUCT(Model, (), (name, year, seed, active, items, series, params, extra))

std::span<const codec::Rule> json_rules(const Model*) {
    static const codec::Rule rules[] = {codec::optional("name").length(0, 50),
                                        codec::optional("year").at_least(1990)};
    return rules;
}

}  // namespace dure::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using dure::codec::decode;
    using dure::codec::encode;
    const auto model = decode<dure::fuzz::Model>({reinterpret_cast<const char*>(data), size});
    if (!model) {
        (void)encode(model.error());
        return 0;
    }
    const std::string text = encode(*model);
    const auto again = decode<dure::fuzz::Model>(text);
    if (!again || encode(*again) != text) std::abort();
    return 0;
}
