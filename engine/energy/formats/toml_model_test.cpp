// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/toml_model.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "engine/energy/formats/network_fields.hpp"

namespace dure::energy {
namespace {

constexpr const char* kHead = R"(name = "Two hours"
currency = "EUR"
price_year = 2020
discount_rate = 0.05

[time]
start = "2030-01-01T00:00"
time_zone = "Asia/Seoul"
periods = 2

[[buses]]
name = "power"
carrier = "electricity"
value_of_lost_load = 3000

[[loads]]
name = "city"
bus = "power"
p_mw = "demand"

[[series]]
name = "demand"
unit = "MW"
origin = "synthetic"
file = "series.csv"
column = "load"
)";
constexpr int kTail = 27;  // the line of whatever is put after it
const Files kFiles{{"series.csv", "hour,load,sun\n0,10,0\n1,12,0.5\n"}};

TEST(TomlModel, ReadsTheMembersOfNetworkUnderTheirNames) {
    const auto model = read_toml_model(std::string(kHead) + R"(
[[generators]]
name = "pv"
bus = "power"
carrier = "solar"
p_nom = { extendable = true, maximum = 500, capital_cost = { investment = 482478.5, lifetime_years = 40 } }
p_max_pu = "sun"
label_ko = "태양광"

[[generators]]
name = "plant"
bus = "power"
p_nom = 270
marginal_cost = 95
coproducts = [{ bus = "power", ratio = 0.9 }]

[[series]]
name = "sun"
unit = "per_unit"
origin = "synthetic"
values = [0, 0.25]

[[limits]]
name = "cap"
kind = "co2_cap"
value = 100
)",
                                       "m.toml", kFiles);
    ASSERT_TRUE(model) << model.error()[0].code << model.error()[0].line;
    const auto& n = model->network;
    EXPECT_EQ(n.generators[0].p_nom.capital_cost.investment, 482478.5);
    EXPECT_EQ(n.generators[0].p_nom.maximum, 500);
    EXPECT_EQ(n.generators[0].p_max_pu, Profile("sun"));
    EXPECT_EQ(n.generators[0].label_ko, "태양광");
    EXPECT_EQ(n.generators[1].p_nom.nominal, 270);
    EXPECT_FALSE(n.generators[1].p_nom.extendable);
    EXPECT_EQ(n.generators[1].coproducts[0].ratio, Profile(0.9));
    EXPECT_EQ(n.buses[0].value_of_lost_load, 3000);
    EXPECT_EQ(n.limits[0].kind, LimitKind::co2_cap);
    EXPECT_EQ(model->series.at("demand"), (std::vector<double>{10, 12}));
    EXPECT_EQ(model->series.at("sun"), (std::vector<double>{0, 0.25}));
    EXPECT_EQ(model->place_of("/generators/0/p_nom/maximum").line, kTail + 5);
    EXPECT_EQ(model->place_of("/buses/0/value_of_lost_load").line, 14);
    EXPECT_EQ(model->place_of("/loads/0/growth").line, 16) << "not given: the load's own line";
}

TEST(TomlModel, CarriesARateOfExchange) {
    std::string text = kHead;
    text.insert(
        text.find("[time]"),
        "exchange = { currency = \"KRW\", rate = 1700.5, date = \"2026-11-27\", source = \"bank\" }\n");
    const auto model = read_toml_model(text, "m.toml", kFiles);
    ASSERT_TRUE(model) << model.error()[0].code;
    const auto files = write_toml_model(model->network, model->series);
    const auto again = read_toml_model(files.toml, "m.toml", {{"series.csv", files.csv}});
    ASSERT_TRUE(again) << again.error()[0].code;
    const auto& exchange = again->network.exchange;
    ASSERT_TRUE(exchange);
    EXPECT_EQ(exchange->currency, "KRW");
    EXPECT_EQ(exchange->rate, 1700.5);
    EXPECT_EQ(exchange->date, "2026-11-27");
    EXPECT_EQ(exchange->source, "bank");
}

TEST(TomlModel, NamesTheFilesOfItsSeries) {
    EXPECT_EQ(*series_files(kHead, "m.toml"), std::vector<std::string>{"series.csv"});
    EXPECT_EQ(series_files("a =", "m.toml").error()[0].code, "toml.syntax");
}

TEST(TomlModel, BadInputsAreRefusedWithCodeAndLine) {
    struct Case {
        const char* why;
        const char* code;
        int line;
        std::string tail;
        Params params = {};
    };
    const Case cases[] = {
        {"no TOML", "toml.syntax", kTail, "name = = 3\n"},
        {"text not closed", "toml.syntax", kTail, "method = \"abc\n"},
        {"key twice", "toml.syntax", kTail, "unit = \"MW\"\n"},
        {"unknown key",
         "toml.unknown_key",
         kTail,
         "methd = \"x\"\n",
         {{"key", "/series/0/methd"}, {"nearest", "method"}}},
        {"unknown table",
         "toml.unknown_key",
         kTail,
         "[[generator]]\nname = \"x\"\n",
         {{"key", "/generator"}, {"nearest", "generators"}}},
        {"unknown key of a capacity",
         "toml.unknown_key",
         kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_nom = { maximun = 3 }\n",
         {{"key", "/generators/0/p_nom/maximun"}, {"nearest", "maximum"}}},
        {"unknown key of a cost", "toml.unknown_key", kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_nom = { capital_cost = { anual = 3 } }\n"},
        {"what Dure does not model", "toml.unknown_key", kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\ncommittable = true\n"},
        {"list as table",
         "toml.wrong_type",
         kTail,
         "[generators]\nname = \"g\"\n",
         {{"key", "/generators"}, {"expected", "list"}, {"found", "table"}}},
        {"number as name",
         "toml.wrong_type",
         kTail + 1,
         "[[carriers]]\nname = 3\n",
         {{"key", "/carriers/0/name"}, {"expected", "text"}, {"found", "number"}}},
        {"text as number",
         "toml.wrong_type",
         kTail + 2,
         "[[carriers]]\nname = \"gas\"\nco2_t_per_mwh = \"0.2\"\n",
         {{"key", "/carriers/0/co2_t_per_mwh"}, {"expected", "number"}, {"found", "text"}}},
        {"text as truth",
         "toml.wrong_type",
         kTail + 2,
         "[[carriers]]\nname = \"gas\"\nrenewable = \"yes\"\n",
         {{"key", "/carriers/0/renewable"}, {"expected", "true_false"}, {"found", "text"}}},
        {"number as truth", "toml.wrong_type", kTail + 2, "[[carriers]]\nname = \"gas\"\nrenewable = 1\n"},
        {"truth as profile",
         "toml.wrong_type",
         kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_max_pu = true\n",
         {{"key", "/generators/0/p_max_pu"}, {"expected", "number_or_series"}, {"found", "true_false"}}},
        {"date as number",
         "toml.wrong_type",
         kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\nefficiency = 2030-01-01\n",
         {{"key", "/generators/0/efficiency"}, {"expected", "number"}, {"found", "date"}}},
        {"number as table", "toml.wrong_type", kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_nom = { capital_cost = 3 }\n"},
        {"list of numbers as outputs", "toml.wrong_type", kTail + 3,
         "[[links]]\nname = \"l\"\nbus0 = \"power\"\noutputs = [3]\n"},
        {"table as outputs", "toml.wrong_type", kTail + 3,
         "[[links]]\nname = \"l\"\nbus0 = \"power\"\noutputs = { bus = \"power\" }\n"},
        {"half a period", "toml.wrong_type", kTail + 3,
         "[[stores]]\nname = \"s\"\nbus = \"power\"\nlevel_set = [{ period = 0.5, level_mwh = 1 }]\n"},
        {"period before the first", "toml.wrong_type", kTail + 3,
         "[[stores]]\nname = \"s\"\nbus = \"power\"\nlevel_set = [{ period = -1, level_mwh = 1 }]\n"},
        {"infinite capacity",
         "toml.not_finite",
         kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_nom = { maximum = inf }\n",
         {{"key", "/generators/0/p_nom/maximum"}}},
        {"not a number", "toml.not_finite", kTail + 3,
         "[[generators]]\nname = \"g\"\nbus = \"power\"\np_nom = nan\n"},
        {"missing bus",
         "toml.missing_key",
         kTail,
         "[[generators]]\nname = \"g\"\n",
         {{"key", "/generators/0/bus"}}},
        {"missing name",
         "toml.missing_key",
         kTail,
         "[[lines]]\nbus0 = \"a\"\nbus1 = \"b\"\n",
         {{"key", "/lines/0/name"}}},
        {"missing outputs",
         "toml.missing_key",
         kTail,
         "[[links]]\nname = \"l\"\nbus0 = \"power\"\n",
         {{"key", "/links/0/outputs"}}},
        {"missing bus of an output",
         "toml.missing_key",
         kTail + 3,
         "[[links]]\nname = \"l\"\nbus0 = \"power\"\noutputs = [{ efficiency = 3 }]\n",
         {{"key", "/links/0/outputs/0/bus"}}},
        {"kind of limit",
         "toml.bad_choice",
         kTail + 2,
         "[[limits]]\nname = \"l\"\nkind = \"co2\"\nvalue = 1\n",
         {{"key", "/limits/0/kind"},
          {"found", "co2"},
          {"choices", "co2_cap, co2_cap_share, self_sufficiency, renewable_share, investment_budget"}}},
        {"limit without value", "toml.missing_key", kTail, "[[limits]]\nname = \"l\"\nkind = \"co2_cap\"\n"},
        {"series twice",
         "toml.doubled_series",
         kTail,
         "[[series]]\nname = \"demand\"\nunit = \"MW\"\norigin = \"measured\"\nvalues = [1, 2]\n",
         {{"name", "demand"}}},
        {"series from nowhere",
         "toml.values_or_file",
         kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\n",
         {{"name", "x"}}},
        {"series from two places", "toml.values_or_file", kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nfile = \"series.csv\"\nvalues = "
         "[1, 2]\n"},
        {"too few values",
         "toml.wrong_length",
         kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nvalues = [1]\n",
         {{"name", "x"}, {"expected", "2"}, {"found", "1"}}},
        {"file above the folder",
         "toml.bad_file_name",
         kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nfile = \"../x.csv\"\n",
         {{"name", "../x.csv"}}},
        {"absolute file", "toml.bad_file_name", kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nfile = \"/etc/passwd\"\n"},
        {"file that is not there",
         "toml.missing_file",
         kTail,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nfile = \"x.csv\"\n",
         {{"name", "x.csv"}}},
        {"column that is not there",
         "csv.unknown_column",
         1,
         "[[series]]\nname = \"x\"\nunit = \"MW\"\norigin = \"measured\"\nfile = \"series.csv\"\ncolumn = "
         "\"lood\"\n",
         {{"column", "lood"}, {"nearest", "load"}}},
        {"assumption of nothing",
         "toml.missing_key",
         kTail,
         "[[assumptions]]\nsource = \"press\"\n",
         {{"key", "/assumptions/0/at"}}},
        {"unknown key of an assumption",
         "toml.unknown_key",
         kTail + 2,
         "[[assumptions]]\nat = \"discount_rate\"\nsourc = \"press\"\n",
         {{"key", "/assumptions/0/sourc"}, {"nearest", "source"}}},
        {"assumption of what the model has not",
         "toml.unknown_parameter",
         kTail,
         "[[assumptions]]\nat = \"discount_rat\"\n",
         {{"at", "discount_rat"}, {"nearest", "discount_rate"}}},
        {"two assumptions of one number",
         "toml.doubled_assumption",
         kTail + 2,
         "[[assumptions]]\nat = \"discount_rate\"\n[[assumptions]]\nat = \"discount_rate\"\n",
         {{"at", "discount_rate"}}},
        {"low above high",
         "toml.low_above_high",
         kTail,
         "[[assumptions]]\nat = \"discount_rate\"\nlow = 0.07\nhigh = 0.03\n",
         {{"at", "discount_rate"}}},
        {"infinite low",
         "toml.not_finite",
         kTail + 2,
         "[[assumptions]]\nat = \"discount_rate\"\nlow = -inf\n",
         {{"key", "/assumptions/0/low"}}},
        {"half a price year",
         "toml.wrong_type",
         kTail + 2,
         "[[assumptions]]\nat = \"discount_rate\"\nprice_year = 2020.5\n",
         {{"key", "/assumptions/0/price_year"}, {"expected", "whole_number"}, {"found", "number"}}},
        {"number as source",
         "toml.wrong_type",
         kTail + 2,
         "[[assumptions]]\nat = \"discount_rate\"\nsource = 3\n",
         {{"key", "/assumptions/0/source"}, {"expected", "text"}, {"found", "number"}}},
        {"one assumption as table",
         "toml.wrong_type",
         kTail,
         "[assumptions]\nat = \"discount_rate\"\n",
         {{"key", "/assumptions"}, {"expected", "list"}, {"found", "table"}}},
    };
    for (const auto& c : cases) {
        const auto model = read_toml_model(kHead + c.tail, "bad.toml", kFiles);
        ASSERT_FALSE(model) << c.why;
        const auto& e = model.error()[0];
        EXPECT_EQ(model.error().size(), 1u) << c.why << " " << model.error().back().code;
        EXPECT_EQ(e.code, c.code) << c.why;
        EXPECT_EQ(e.line, c.line) << c.why;
        EXPECT_EQ(e.file, e.code.starts_with("csv.") ? "series.csv" : "bad.toml") << c.why;
        if (!c.params.empty()) {
            EXPECT_EQ(e.params, c.params) << c.why;
        }
    }
}

TEST(TomlModel, TellsEveryFaultAtOnce) {
    const auto model =
        read_toml_model("name = 3\ncurency = \"EUR\"\n[time]\nperiods = \"many\"\n", "m.toml", {});
    ASSERT_FALSE(model);
    std::vector<std::string> codes;
    for (const auto& e : model.error()) codes.push_back(e.code + " " + e.params[0].second);
    std::ranges::sort(codes);
    EXPECT_EQ(codes,
              (std::vector<std::string>{"toml.missing_key /buses", "toml.missing_key /currency",
                                        "toml.missing_key /discount_rate", "toml.missing_key /price_year",
                                        "toml.missing_key /time/start", "toml.missing_key /time/time_zone",
                                        "toml.unknown_key /curency", "toml.wrong_type /name",
                                        "toml.wrong_type /time/periods"}));
}

/// Fills every described member with arbitrary values.
struct Filler {
    static void fill(std::string& s) { s = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)); }
    static void fill(double& d) {
        d = *rc::gen::map(rc::gen::inRange(-1000000, 1000000), [](int i) { return i / 997.0; });
    }
    static void fill(int& i) { i = *rc::gen::inRange(0, 1000); }
    static void fill(bool& b) { b = *rc::gen::arbitrary<bool>(); }
    static void fill(LimitKind& k) { k = static_cast<LimitKind>(*rc::gen::inRange(0, 5)); }
    static void fill(Profile& p) {
        if (*rc::gen::arbitrary<bool>()) {
            fill(p.emplace<std::string>());
        } else {
            fill(p.emplace<double>());
        }
    }
    template <class T>
    static void fill(std::optional<T>& o) {
        if (*rc::gen::arbitrary<bool>()) fill(o.emplace());
    }
    template <class T>
    static void fill(std::vector<T>& v) {
        for (int k = *rc::gen::inRange(0, 3); k > 0; --k) fill(v.emplace_back());
    }
    template <class T>
    static void fill(T& value) {
        Members<T> members{value};
        describe(members, static_cast<const T*>(nullptr));
    }
    template <class T>
    struct Members {
        T& value;
        template <class M>
        void operator()(std::string_view, M T::* member) {
            fill(value.*member);
        }
        template <class M>
        void required(std::string_view, M T::* member) {
            fill(value.*member);
        }
    };
};

RC_GTEST_PROP(TomlModel, WhatIsWrittenIsReadBackTheSame, ()) {
    Network network;
    Filler::fill(network);
    network.time.periods = 3;
    if (network.buses.empty()) network.buses.push_back({.name = "b"});
    network.series = {{"first, \"one\"", "MW", "synthetic", "a\nb", ""},
                      {"둘째", "cop", "measured", "", "s"}};
    const SeriesValues series{{"first, \"one\"", {1, 2.5, 1e-7}}, {"둘째", {0.1, 1.0 / 3, -1e30}}};
    const auto files = write_toml_model(network, series);
    const auto model = read_toml_model(files.toml, "r.toml", {{"series.csv", files.csv}});
    if (!model) RC_LOG() << files.toml << model.error()[0].code << model.error()[0].line;
    RC_ASSERT(model.has_value());
    RC_ASSERT(model->series == series);
    const auto again = write_toml_model(model->network, model->series);
    RC_ASSERT(again.toml == files.toml);
    RC_ASSERT(again.csv == files.csv);
}

}  // namespace
}  // namespace dure::energy
