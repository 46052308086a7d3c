// SPDX-License-Identifier: Apache-2.0
#include "server/imports/value.hpp"

#include <gtest/gtest.h>

#include "server/codec/messages.hpp"
#include "server/imports/units.hpp"

namespace dure::imports {
namespace {

/// What a cell is read as, or "code → instead".
std::string reading(std::string_view cell, const Column& column) {
    const auto value = read_value(cell, column);
    if (!value) {
        const std::string& code = value.error().error.code;
        for (const auto* language : {"ko", "en"})
            EXPECT_NE(codec::Messages::embedded().sentence(language, "error." + code), "error." + code)
                << "no sentence";
        return code + " → " + value.error().instead;
    }
    struct Show {
        std::string operator()(std::monostate) const { return "nothing"; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double number) const { return plain(number); }
        std::string operator()(std::int64_t number) const { return std::to_string(number) + " whole"; }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(const std::vector<std::string>& list) const {
            std::string all;
            for (const auto& one : list) all += '[' + one + ']';
            return all;
        }
    };
    return std::visit(Show(), *value);
}

struct Case {
    std::string cell, expected;
};

void expect(const Column& column, const std::vector<Case>& cases) {
    for (const auto& [cell, expected] : cases) EXPECT_EQ(reading(cell, column), expected) << cell;
}

TEST(ImportValue, Numbers) {
    expect({.key = "n", .type = Type::number, .unit = "MW"},
           {{"1234.5", "1234.5"},
            {"1,234.5", "1234.5"},
            {" 12 MW ", "12"},
            {"△1,200", "-1200"},
            {"(12)", "-12"},
            {"１２", "12"},
            {"-3", "-3"},
            {"1e3", "1000"},
            {"-", "nothing"},
            {"", "nothing"},
            {"₩500", "500"},
            {"1.234,5", "imports.not_a_number → 1234.5"},
            {"약 1,200개", "imports.not_a_number → 1200"},
            {"1,23", "imports.not_a_number → 1.23"},
            {"많음", "imports.not_a_number → "},
            {"1e999", "imports.not_a_number → 1"},
            {"nan", "imports.not_a_number → "},
            {"a\xEF\xBF\xBD", "imports.unreadable_character → "}});
    expect({.key = "n", .type = Type::integer, .required = true, .minimum = 0, .maximum = 100},
           {{"12", "12 whole"},
            {"12.0", "12 whole"},
            {"12.4", "imports.not_whole → 12"},
            {"-1", "imports.too_small → "},
            {"101", "imports.too_large → "},
            {"", "imports.missing → "},
            {"-", "imports.missing → "}});
}

TEST(ImportValue, Days) {
    expect({.key = "d", .type = Type::date}, {{"2026-11-26", "2026-11-26"},
                                              {"2026. 11. 6.", "2026-11-06"},
                                              {"2026/1/2", "2026-01-02"},
                                              {"20261126", "2026-11-26"},
                                              {"2026년 11월 26일", "2026-11-26"},
                                              {"2026-11-26 13:05", "2026-11-26"},
                                              {"2026-11-26T13:05:00Z", "2026-11-26"},
                                              {"2026-02-30", "imports.no_such_day → "},
                                              {"26.11.26", "imports.not_a_date → 2026-11-26"},
                                              {"26/11/2026", "imports.not_a_date → 2026-11-26"},
                                              {"11/26/2026", "imports.not_a_date → 2026-11-26"},
                                              {"5/6/2026", "imports.not_a_date → "},
                                              {"2026.11", "imports.not_a_date → 2026-11-01"},
                                              {"어제", "imports.not_a_date → "},
                                              {"2026-11-26 경", "imports.not_a_date → 2026-11-26"}});
}

TEST(ImportValue, ChoicesCountriesAndTheRest) {
    expect({.key = "k",
            .type = Type::choice,
            .choices = {"company", "university", "institute"},
            .choice_labels = "people.kind."},
           {{"기업", "company"},
            {"Company", "company"},
            {"university", "university"},
            {"연구 소", "institute"},
            {"universty", "imports.unknown_choice → university"},
            {"zzz", "imports.unknown_choice → "}});
    expect({.key = "c", .type = Type::country}, {{"KR", "KR"},
                                                 {"kr", "KR"},
                                                 {"대한민국", "KR"},
                                                 {"한국", "KR"},
                                                 {"Germany", "DE"},
                                                 {"독일", "DE"},
                                                 {"USA", "US"},
                                                 {"Germny", "imports.unknown_country → DE"},
                                                 {"아틀란티스", "imports.unknown_country → "}});
    expect({.key = "y", .type = Type::yes_no}, {{"예", "yes"},
                                                {"Y", "yes"},
                                                {"O", "yes"},
                                                {"○", "yes"},
                                                {"아니오", "no"},
                                                {"FALSE", "no"},
                                                {"X", "no"},
                                                {"음", "imports.not_yes_or_no → "}});
    expect({.key = "l", .type = Type::list},
           {{"a; b ;a", "[a][b]"}, {"a,b", "[a][b]"}, {"a, b; c", "[a, b][c]"}, {"", "nothing"}});
    expect({.key = "t", .type = Type::text, .required = true, .longest = 3},
           {{" 두레 ", "두레"},
            {"두레전자", "imports.too_long → "},
            {"a\x01", "imports.control_character → "},
            {" \xC2\xA0", "imports.missing → "}});
}

TEST(ImportValue, UnitsOfOneKindAreConverted) {
    EXPECT_DOUBLE_EQ(factor_between("kW", "MW").value(), 0.001);
    EXPECT_DOUBLE_EQ(factor_between("백만원", "KRW").value(), 1e6);
    EXPECT_DOUBLE_EQ(factor_between("MW", "MW").value(), 1);
    EXPECT_FALSE(factor_between("MWh", "MW"));
    EXPECT_FALSE(factor_between("자루", "MW"));
}

}  // namespace
}  // namespace dure::imports
