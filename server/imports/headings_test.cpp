// SPDX-License-Identifier: Apache-2.0
#include "server/imports/headings.hpp"

#include <gtest/gtest.h>

namespace dure::imports {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Resource resource() {
    return {.key = "things",
            .columns = {{.key = "name", .label = "people.import.name", .headings = {"기관명"}},
                        {.key = "capacity_mw",
                         .type = Type::number,
                         .label = "none",
                         .headings = {"설비용량"},
                         .unit = "MW"},
                        {.key = "budget",
                         .type = Type::integer,
                         .label = "none",
                         .headings = {"예산", "사업비"},
                         .unit = "KRW"}}};
}

std::vector<tables::SourceRow> numbered(const Rows& rows) {
    std::vector<tables::SourceRow> list;
    for (const auto& cells : rows)
        list.push_back({.number = static_cast<std::int64_t>(list.size()) + 1, .cells = cells});
    return list;
}

/// "row/rows: column=source …" of the proposal.
std::string proposal(const Rows& rows) {
    const Head head = find_head(numbered(rows), resource());
    std::string text = std::to_string(head.row) + '/' + std::to_string(head.rows) + ':';
    for (const Source& one : propose(head, resource()))
        text += ' ' + one.column + '=' + std::to_string(one.source.value());
    return text;
}

TEST(ImportHeadings, AreFoundBelowTitlesAndInSeveralRows) {
    EXPECT_EQ(proposal({{"기관명", "설비용량(MW)"}, {"두레", "1"}}), "1/1: name=0 capacity_mw=1");
    EXPECT_EQ(proposal({{"2026년 현황"}, {}, {"번호", "기관 명*", "예산"}, {"1", "두레", "5"}}),
              "3/1: name=1 budget=2");
    EXPECT_EQ(proposal({{"구분", "규모", ""}, {"기관명", "설비용량", "사업비"}, {"두레", "1", "2"}}),
              "2/1: name=0 capacity_mw=1 budget=2");
    EXPECT_EQ(proposal({{"기관명", "규모", ""}, {"", "설비용량", "사업비"}, {"두레", "1", "2"}}),
              "2/2: name=0 capacity_mw=1 budget=2");
    EXPECT_EQ(proposal({{"x", "y"}, {"1", "2"}}), "1/1:") << "nothing is called as it is here";
    EXPECT_EQ(proposal({{"기관명", "설비용량(GWh)"}}), "1/1: name=0")
        << "a unit that does not fit is not proposed";
    EXPECT_EQ(proposal({{"기관명", "기관명"}}), "1/1: name=0") << "twice the same: the first";
    EXPECT_EQ(proposal({}), "0/0:");
}

TEST(ImportHeadings, UnitsStandInTheHeadingItsOwnRowOrTheTitle) {
    const auto unit = [](const Rows& rows, std::size_t column) {
        return find_head(numbered(rows), resource()).headings.at(column).unit;
    };
    EXPECT_EQ(unit({{"기관명", "설비용량 (kW)"}}, 1), "kW");
    EXPECT_EQ(unit({{"기관명", "설비용량[kW]"}}, 1), "kW");
    EXPECT_EQ(unit({{"기관명", "설비용량, kW"}}, 1), "kW");
    EXPECT_EQ(unit({{"기관명", "예산(단위: 백만원)"}}, 1), "백만원");
    EXPECT_EQ(unit({{"사업비 현황 (단위: 백만원)"}, {"기관명", "예산"}}, 1), "백만원");
    EXPECT_EQ(unit({{"기관명", "설비용량"}, {"", "(kW)"}, {"두레", "1"}}, 1), "");
    EXPECT_EQ(head_at(numbered({{"기관명", "설비용량"}, {"", "(kW)"}, {"두레", "1"}}), 2, 2).headings.at(1),
              (Heading{.name = "설비용량", .unit = "kW"}));
    EXPECT_DOUBLE_EQ(factor_of({.name = "예산", .unit = "백만원"}, resource().columns[2]).value(), 1e6);
}

TEST(ImportHeadings, TheSameHeadingsHaveTheSameDigest) {
    EXPECT_EQ(digest_of({{.name = "기관 명"}, {.name = "예산"}}),
              digest_of({{.name = "기관명*"}, {.name = "예산"}}));
    EXPECT_NE(digest_of({{.name = "기관명"}, {.name = "예산"}}),
              digest_of({{.name = "예산"}, {.name = "기관명"}}));
}

}  // namespace
}  // namespace dure::imports
