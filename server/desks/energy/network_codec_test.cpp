// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/network_codec.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>
#include <string>

namespace dure::desks::energy {
namespace {

const std::string kSmall =
    R"({"name":"n","currency":"KRW","price_year":2024,"exchange":{"currency":"EUR","rate":0.0006,"date":"2026-11-27"},"discount_rate":0.045,
 "time":{"start":"2030-01-01T00:00","time_zone":"Asia/Seoul","periods":24},
 "series":[{"name":"s","unit":"MW","origin":"synthetic"}],
 "buses":[{"name":"power","carrier":"electricity","value_of_lost_load":3000}],
 "loads":[{"name":"city","bus":"power","p_mw":"s"}],
 "generators":[{"name":"gas","bus":"power","p_nom":{"extendable":true,"maximum":100,"capital_cost":{"annual":5}},
                "marginal_cost":80}],
 "links":[{"name":"pump","bus0":"power","outputs":[{"bus":"power","efficiency":"s"}]}],
 "limits":[{"name":"co2","kind":"co2_cap","value":10}]})";

TEST(NetworkCodec, ReadsWhatItWrites) {
    const auto network = decode_network(kSmall);
    ASSERT_TRUE(network) << network.error().front().code << network.error().front().pointer;
    EXPECT_EQ(network->generators.at(0).p_nom.maximum, 100);
    EXPECT_EQ(std::get<std::string>(network->links.at(0).outputs.at(0).efficiency), "s");
    const std::string text = encode_network(*network);
    const auto again = decode_network(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(encode_network(*again), text);
    EXPECT_EQ(again->exchange.value().date, "2026-11-27");
}

std::string with(std::string_view from, std::string_view to) {
    std::string text = kSmall;
    return text.replace(text.find(from), from.size(), to);
}

TEST(NetworkCodec, NamesTheBadFieldByItsPointer) {
    struct Case {
        std::string from, to, pointer, code;
    };
    const Case cases[] = {
        {R"("maximum":100)", R"("maximum":-1)", "/generators/0/p_nom/maximum", "json.too_small"},
        {R"("maximum":100)", R"("maximum":1e999)", "/generators/0/p_nom/maximum", "json.not_finite"},
        {R"("annual":5)", R"("annual":"5")", "/generators/0/p_nom/capital_cost/annual", "json.wrong_type"},
        {R"("price_year":2024)", R"("price_year":1924)", "/price_year", "json.too_small"},
        {R"("price_year":2024)", R"("price_year":2024.5)", "/price_year", "json.not_an_integer"},
        {R"("KRW")", R"("won")", "/currency", "json.bad_format"},
        {R"("rate":0.0006)", R"("rate":0)", "/exchange/rate", "json.not_above"},
        {R"("2026-11-27")", R"("2026-11-31")", "/exchange/date", "json.bad_format"},
        {R"("EUR")", R"("Euro")", "/exchange/currency", "json.bad_format"},
        {R"("2030-01-01T00:00")", R"("2030-01-01")", "/time/start", "json.bad_format"},
        {R"("periods":24)", R"("periods":0)", "/time/periods", "json.too_small"},
        {R"("periods":24)", R"("periods":100001)", "/time/periods", "json.too_large"},
        {R"("unit":"MW")", R"("unit":"GW")", "/series/0/unit", "json.bad_choice"},
        {R"("origin":"synthetic")", R"("origin":"guessed")", "/series/0/origin", "json.bad_choice"},
        {R"("kind":"co2_cap")", R"("kind":"co2")", "/limits/0/kind", "json.bad_choice"},
        {R"("p_mw":"s")", R"("p_mw":"")", "/loads/0/p_mw", "json.too_short"},
        {R"("p_mw":"s")", R"("p_mw":"s","grow":1)", "/loads/0/grow", "json.unknown_field"},
        {R"([{"bus":"power","efficiency":"s"}])", R"([])", "/links/0/outputs", "json.too_few"},
        {R"("carrier":"electricity")", R"("label_ko":"전기")", "/buses/0/carrier", "json.missing"},
    };
    for (const auto& [from, to, pointer, code] : cases) {
        const auto network = decode_network(with(from, to));
        ASSERT_FALSE(network) << to;
        EXPECT_EQ(network.error().front().pointer, pointer) << to;
        EXPECT_EQ(network.error().front().code, code) << to;
    }
}

TEST(NetworkCodec, NeverWritesANumberThatIsNone) {
    auto network = decode_network(kSmall);
    network->discount_rate = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(encode_network(*network), std::domain_error);
}

}  // namespace
}  // namespace dure::desks::energy
