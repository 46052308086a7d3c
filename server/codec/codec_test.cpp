// SPDX-License-Identifier: Apache-2.0
#include "server/codec/codec.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>

#include <boost/json/object.hpp>

#include "server/codec/parse.hpp"

// A twin of the contract's Network in the small: every kind of member that a desk uses.
namespace dure::codec_test {

using Profile = std::variant<double, std::string>;
enum class Kind { co2_cap, self_sufficiency };

struct CapitalCost {
    std::optional<double> annual;
    double fixed_om_share = 0.25;
    bool operator==(const CapitalCost&) const = default;
};
struct Capacity {
    double nominal = 0;
    bool extendable = false;
    std::optional<double> maximum;
    CapitalCost capital_cost;
    bool operator==(const Capacity&) const = default;
};
struct Named {
    std::string name;
    bool operator==(const Named&) const = default;
};
struct Generator : Named {
    Capacity p_nom;
    Profile p_max_pu = 1.0;
    std::optional<Profile> co2_t_per_mwh;
    std::string label_ko;
    bool operator==(const Generator&) const = default;
};
struct Limit : Named {
    Kind kind = Kind::co2_cap;
    double value = 0;
    bool operator==(const Limit&) const = default;
};
struct Network {
    std::string name;
    std::string currency = "KRW";
    int price_year = 2024;
    std::int64_t seed = 0;
    double discount_rate = 0.05;
    std::vector<Generator> generators;
    std::vector<Limit> limits;
    std::map<std::string, std::vector<double>> series;
    Params params;
    std::optional<codec::RawJson> extra;
    bool operator==(const Network&) const = default;
};

BOOST_DESCRIBE_ENUM(Kind, co2_cap, self_sufficiency)
BOOST_DESCRIBE_STRUCT(CapitalCost, (), (annual, fixed_om_share))
BOOST_DESCRIBE_STRUCT(Capacity, (), (nominal, extendable, maximum, capital_cost))
BOOST_DESCRIBE_STRUCT(Named, (), (name))
BOOST_DESCRIBE_STRUCT(Generator, (Named), (p_nom, p_max_pu, co2_t_per_mwh, label_ko))
BOOST_DESCRIBE_STRUCT(Limit, (Named), (kind, value))
BOOST_DESCRIBE_STRUCT(Network, (),
                      (name, currency, price_year, seed, discount_rate, generators, limits, series, params,
                       extra))

std::span<const codec::Rule> json_rules(const CapitalCost*) {
    static const codec::Rule rules[] = {codec::optional("annual").at_least(0)};
    return rules;
}
std::span<const codec::Rule> json_rules(const Capacity*) {
    static const codec::Rule rules[] = {codec::optional("nominal").at_least(0),
                                        codec::optional("maximum").at_least(0)};
    return rules;
}
std::span<const codec::Rule> json_rules(const Generator*) {
    static const codec::Rule rules[] = {codec::required("name").length(1, 5),
                                        codec::optional("p_max_pu").at_least(-1).length(1, 100),
                                        codec::optional("label_ko").length(0, 3).omitted_when_empty()};
    return rules;
}
std::span<const codec::Rule> json_rules(const Limit*) {
    static const codec::Rule rules[] = {codec::required("kind"),
                                        codec::required("value").above(0).below(100)};
    return rules;
}
bool three_capitals(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}
std::span<const codec::Rule> json_rules(const Network*) {
    static const codec::Rule rules[] = {
        codec::required("name").length(1, 20),
        codec::optional("currency").format("ISO 4217", three_capitals),
        codec::optional("price_year").at_least(1990).at_most(2100),
        codec::optional("discount_rate").at_least(0).at_most(1),
        codec::optional("limits").items(0, 2),
        codec::optional("series").items(0, 3),
    };
    return rules;
}
void json_check(const Network& network, codec::Reader& reader) {
    for (std::size_t i = 0; i < network.generators.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (network.generators[i].name == network.generators[j].name)
                reader.refuse("test.twice", {{"name", network.generators[i].name}},
                              "/generators/" + std::to_string(i) + "/name");
}

namespace {

using codec::decode;
using codec::encode;

/// "/pointer code", so that a table row and a failure read alike.
std::vector<std::string> refusals(std::string_view text) {
    const auto network = decode<Network>(text);
    std::vector<std::string> out;
    if (!network)
        for (const auto& error : network.error()) out.push_back(error.pointer + " " + error.code);
    return out;
}

struct Bad {
    const char* text;
    std::vector<std::string> refusals;
};

TEST(Codec, names_each_bad_field_by_its_pointer) {
    const std::vector<Bad> table = {
        // not JSON
        {"", {" json.empty"}},
        {"  \n ", {" json.empty"}},
        {"{", {" json.malformed"}},
        {"}", {" json.malformed"}},
        {"{\"name\":\"a\",}", {" json.malformed"}},
        {"{'name':'a'}", {" json.malformed"}},
        {"{name:\"a\"}", {" json.malformed"}},
        {"{\"name\":\"a\"} x", {" json.malformed"}},
        {"{\"name\":\"a\"}{}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":01}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":+1}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":.5}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":0x10}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":NaN}", {" json.malformed"}},
        {"{\"name\":\"a\", \"seed\":Infinity}", {" json.malformed"}},
        {"// hello\n{\"name\":\"a\"}", {" json.malformed"}},
        {"{\"name\":\"a\nb\"}", {" json.malformed"}},
        {"{\"name\":\"\\x41\"}", {" json.malformed"}},
        {"{\"name\":\"\xff\"}", {" json.invalid_utf8"}},
        {"{\"name\":\"\xc0\xaf\"}", {" json.invalid_utf8"}},
        {"{\"name\":\"\\ud800\"}", {" json.malformed"}},
        {"{\"name\":\"\\ud800\\u0041\"}", {" json.invalid_utf8"}},
        {"{\"name\":\"\\udc00\"}", {" json.invalid_utf8"}},
        {"\xef\xbb\xbf{\"name\":\"a\"}", {" json.invalid_utf8"}},
        {"{\"name\":\"a\",\"name\":\"b\"}", {" json.duplicate_name"}},
        {"{\"name\":\"a\",\"params\":{\"x\":\"1\",\"\\u0078\":\"2\"}}", {" json.duplicate_name"}},
        // wrong types
        {"null", {" json.wrong_type"}},
        {"[]", {" json.wrong_type"}},
        {"\"name\"", {" json.wrong_type"}},
        {R"({"name":1})", {"/name json.wrong_type"}},
        {R"({"name":null})", {"/name json.wrong_type"}},
        {R"({"name":"a","generators":{}})", {"/generators json.wrong_type"}},
        {R"({"name":"a","generators":[1]})", {"/generators/0 json.wrong_type"}},
        {R"({"name":"a","series":[]})", {"/series json.wrong_type"}},
        {R"({"name":"a","series":{"a/b~c":[true]}})", {"/series/a~1b~0c/0 json.wrong_type"}},
        {R"({"name":"a","params":{"x":1}})", {"/params/x json.wrong_type"}},
        {R"({"name":"a","generators":[{"name":"g","p_max_pu":true}]})",
         {"/generators/0/p_max_pu json.wrong_type"}},
        {R"({"name":"a","generators":[{"name":"g","p_nom":{"extendable":1}}]})",
         {"/generators/0/p_nom/extendable json.wrong_type"}},
        {R"({"name":"a","generators":[{"name":"g","p_nom":{"maximum":null}}]})",
         {"/generators/0/p_nom/maximum json.wrong_type"}},
        // numbers
        {R"({"name":"a","price_year":2024.5})", {"/price_year json.not_an_integer"}},
        {R"({"name":"a","price_year":99999999999})", {"/price_year json.too_large"}},
        {R"({"name":"a","price_year":-99999999999})", {"/price_year json.too_small"}},
        {R"({"name":"a","price_year":1989})", {"/price_year json.too_small"}},
        {R"({"name":"a","price_year":2101})", {"/price_year json.too_large"}},
        {R"({"name":"a","seed":9223372036854775808})", {"/seed json.too_large"}},
        {R"({"name":"a","seed":1e30})", {"/seed json.too_large"}},
        {R"({"name":"a","seed":-1e30})", {"/seed json.too_small"}},
        {R"({"name":"a","seed":1e999})", {"/seed json.not_finite"}},
        {R"({"name":"a","discount_rate":-1e999})", {"/discount_rate json.not_finite"}},
        {R"({"name":"a","extra":[{"deep":2e445}]})", {"/extra json.not_finite"}},
        {R"({"name":"a","discount_rate":1.0000001})", {"/discount_rate json.too_large"}},
        {R"({"name":"a","limits":[{"name":"l","kind":"co2_cap","value":0}]})",
         {"/limits/0/value json.not_above"}},
        {R"({"name":"a","limits":[{"name":"l","kind":"co2_cap","value":100}]})",
         {"/limits/0/value json.not_below"}},
        {R"({"name":"a","generators":[{"name":"g","p_max_pu":-2}]})",
         {"/generators/0/p_max_pu json.too_small"}},
        // texts, lists, names
        {R"({"name":""})", {"/name json.too_short"}},
        {R"({"name":"123456789012345678901"})", {"/name json.too_long"}},
        {R"({"name":"a","generators":[{"name":"g","p_max_pu":""}]})",
         {"/generators/0/p_max_pu json.too_short"}},
        {R"({"name":"a","generators":[{"name":"g","label_ko":"가나다라"}]})",
         {"/generators/0/label_ko json.too_long"}},
        {R"({"name":"a","currency":"won"})", {"/currency json.bad_format"}},
        {R"({"name":"a","limits":[{"name":"l","kind":"co2","value":1}]})",
         {"/limits/0/kind json.bad_choice"}},
        {R"({"name":"a","series":{"a":[],"b":[],"c":[],"d":[]}})", {"/series json.too_many"}},
        {R"({"name":"a","nmae":"b"})", {"/nmae json.unknown_field"}},
        {R"({"name":"a","generators":[{"name":"g","pnom":{}}]})", {"/generators/0/pnom json.unknown_field"}},
        {R"({})", {"/name json.missing"}},
        {R"({"name":"a","generators":[{"name":"g"},{"name":"g"}]})", {"/generators/1/name test.twice"}},
        // several at once
        {R"({"price_year":1,"generators":[{"p_nom":{"nominal":-1,"capital_cost":{"annual":-1}}},5],"limts":[]})",
         {"/name json.missing", "/price_year json.too_small", "/generators/0/name json.missing",
          "/generators/0/p_nom/nominal json.too_small",
          "/generators/0/p_nom/capital_cost/annual json.too_small", "/generators/1 json.wrong_type",
          "/limts json.unknown_field"}},
    };
    ASSERT_GE(table.size(), 40u);
    for (const auto& [text, expected] : table) EXPECT_EQ(refusals(text), expected) << text;
}

TEST(Codec, has_a_sentence_for_every_code_in_both_languages) {
    for (const std::string language : {"ko", "en"}) {
        std::ifstream file(DURE_SOURCE_DIR "/messages/" + language + ".json");
        const std::string text(std::istreambuf_iterator<char>(file), {});
        const auto messages = codec::parse(text);
        ASSERT_TRUE(messages) << language;
        for (const char* code :
             {"bad_choice", "bad_format",    "duplicate_name", "empty",          "invalid_utf8", "malformed",
              "missing",    "not_above",     "not_below",      "not_an_integer", "not_finite",   "too_big",
              "too_deep",   "too_few",       "too_large",      "too_long",       "too_many",     "too_short",
              "too_small",  "unknown_field", "wrong_type"})
            EXPECT_TRUE(messages->at("error").at("json").as_object().contains(code))
                << language << " " << code;
    }
}

TEST(Codec, says_line_and_column_of_malformed_text) {
    const auto network = decode<Network>("{\n  \"name\": \"가\" x\n}");
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error()[0].params, (Params{{"line", "2"}, {"column", "15"}}));
}

TEST(Codec, refuses_text_nested_too_deeply) {
    std::string text = R"({"name":"a","extra":)";
    text += std::string(100, '[') + std::string(100, ']') + "}";
    EXPECT_EQ(refusals(text), std::vector<std::string>{" json.too_deep"});
    EXPECT_EQ(refusals(std::string(1'000'000, '[')), std::vector<std::string>{" json.too_deep"});
}

TEST(Codec, names_the_nearest_field_and_the_choices) {
    const auto network =
        decode<Network>(R"({"name":"a","nmae":1,"limits":[{"name":"x","kind":"co2","value":1}]})");
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error()[0].params,
              (Params{{"choices", "co2_cap, self_sufficiency"}, {"found", "co2"}}));
    EXPECT_EQ(network.error()[1].params, (Params{{"name", "nmae"}, {"nearest", "name"}}));
}

TEST(Codec, stops_collecting_before_a_flood) {
    std::string text = R"({"name":"a","series":{"s":[null)";
    for (int i = 0; i < 5000; ++i) text += ",null";
    EXPECT_EQ(refusals(text + "]}}").size(), codec::Reader::kMaxErrors);
}

TEST(Codec, keeps_the_defaults_of_members_that_are_missing) {
    const auto network = decode<Network>(R"({"name":"a","generators":[{"name":"g"}]})");
    ASSERT_TRUE(network);
    EXPECT_EQ(network->currency, "KRW");
    EXPECT_EQ(network->generators[0].p_max_pu, Profile(1.0));
    EXPECT_EQ(network->generators[0].p_nom.capital_cost.fixed_om_share, 0.25);
    EXPECT_FALSE(network->generators[0].co2_t_per_mwh);
}

TEST(Codec, takes_whole_decimals_for_integers) {
    EXPECT_EQ(decode<Network>(R"({"name":"a","price_year":2.03e3})")->price_year, 2030);
    EXPECT_EQ(decode<Network>(R"({"name":"a","seed":-5.0})")->seed, -5);
}

TEST(Codec, writes_members_in_order_and_leaves_out_what_is_absent) {
    Generator generator{{"wind"}, {}, "wind_cf", 0.5, ""};
    generator.p_nom.maximum = 1e20;
    EXPECT_EQ(encode(generator),
              R"({"name":"wind","p_nom":{"nominal":0,"extendable":false,"maximum":1e+20,)"
              R"("capital_cost":{"fixed_om_share":0.25}},"p_max_pu":"wind_cf","co2_t_per_mwh":0.5})");
}

TEST(Codec, writes_the_shortest_digits_and_escapes) {
    EXPECT_EQ(encode(1.5), "1.5");
    EXPECT_EQ(encode(2.0), "2");
    EXPECT_EQ(encode(100000.0), "100000");
    EXPECT_EQ(encode(0.1), "0.1");
    EXPECT_EQ(encode(-0.5), "-0.5");
    EXPECT_EQ(encode(std::string("a\"\\\n\x01가")), R"("a\"\\\n\u0001가")");
    EXPECT_EQ(encode(Params{{"a", "1"}, {"b", ""}}), R"({"a":"1","b":""})");
    EXPECT_EQ(encode(std::vector<Kind>{Kind::self_sufficiency}), R"(["self_sufficiency"])");
    EXPECT_THROW(encode(std::numeric_limits<double>::quiet_NaN()), std::domain_error);
}

TEST(Codec, writes_and_reads_field_errors_as_the_contract_has_them) {
    const Error error{.code = "mps.bad_number", .params = {{"text", "x"}}, .file = "a.mps", .line = 3};
    EXPECT_EQ(encode(Errors{error}),
              R"([{"pointer":"","code":"mps.bad_number","params":{"text":"x"},"file":"a.mps","line":3}])");
    EXPECT_EQ(decode<Errors>(encode(Errors{error})), Errors{error});
    EXPECT_EQ(encode(Error{.code = "c", .pointer = "/a"}), R"({"pointer":"/a","code":"c","params":{}})");
}

TEST(Codec, keeps_any_json_as_text) {
    const auto network = decode<Network>(R"({"name":"a","extra":{"b":[1, 2.50,null, "\u00e9"]}})");
    ASSERT_TRUE(network);
    EXPECT_EQ(network->extra->text, R"({"b":[1,2.5,null,"é"]})");
}

RC_GTEST_PROP(Codec, every_finite_double_comes_back_the_same, (std::int64_t bits)) {
    double number = 0;
    std::memcpy(&number, &bits, sizeof number);
    RC_PRE(std::isfinite(number));
    RC_ASSERT(decode<double>(encode(number)).value() == number);
}

RC_GTEST_PROP(Codec, what_is_written_reads_back_the_same, ()) {
    Network network;
    network.name = "n";
    network.seed = *rc::gen::arbitrary<std::int64_t>();
    network.discount_rate = *rc::gen::inRange(0, 1000) / 1000.0;
    for (const auto& [name, value] : *rc::gen::container<std::map<std::string, int>>(
             3, rc::gen::string<std::string>(), rc::gen::arbitrary<int>())) {
        std::string ascii;
        for (const char c : name) ascii += static_cast<char>(c & 0x7F);
        network.series[ascii] = {value / 7.0, value * 1e3};
    }
    network.generators = {{{"g"}, {1.25, true, 3.0, {7.5, 0.1}}, "series", Profile(0.3), "가"}};
    network.limits = {{{"l"}, Kind::self_sufficiency, 0.5}};
    const auto again = decode<Network>(encode(network));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == network);
}

}  // namespace
}  // namespace dure::codec_test
