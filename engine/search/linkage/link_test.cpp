// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/link.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

namespace dure::search {
namespace {

const std::string kSource = DURE_SOURCE_DIR;
const std::string kData = kSource + "/../shared/data/linkage/";

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

Records list(const std::vector<std::string>& names) {
    Records made{.columns = {"name"}, .rows = {}};
    for (const auto& n : names) made.rows.push_back({std::to_string(made.rows.size()), {n}});
    return made;
}

std::vector<std::string> real_names() {
    std::vector<std::string> names;
    std::istringstream in(file(kSource + "/tests/cases/search/company_names.txt"));
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('#')) names.push_back(line);
    }
    return names;
}

TEST(Link, of_empty_lists_is_empty) {
    EXPECT_TRUE(link({}, {}).links.empty());
    EXPECT_TRUE(link(list({"Alpha"}), list({})).links.empty());
    EXPECT_TRUE(doubles(list({"", ""})).links.empty());
}

TEST(Link, finds_names_in_other_forms_and_says_why) {
    const Records left = list({"(주)두레로보틱스", "Zetatron Machinery GmbH", "Alpha Pumps", "삼성전자"});
    const Records right =
        list({"Beta Valves", "ZETATRON MACHINERY", "Samsung Electronics Co., Ltd.", "Dure Robotics"});
    const Linkage linkage = link(left, right);
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const Link& l : linkage.links) {
        found.emplace(l.left, l.right);
        EXPECT_NEAR(std::accumulate(l.bits.begin(), l.bits.end(), l.prior + l.rivals), l.weight, 1e-9);
        EXPECT_LE(l.rivals, 1e-9);
    }
    EXPECT_EQ(found, (std::set<std::pair<std::uint32_t, std::uint32_t>>{{0, 3}, {1, 1}, {3, 2}}));
    EXPECT_EQ(linkage.compared.front().kind, Compared::company);
}

TEST(Doubles, of_one_list_are_told_once_and_never_of_a_record_with_itself) {
    const Linkage linkage =
        doubles(list({"Alpha Pumps", "Zetatron Machinery", "Beta", "Zetatron Machinery Ltd"}));
    ASSERT_EQ(linkage.links.size(), 1U);
    EXPECT_EQ(linkage.links.front().left, 1U);
    EXPECT_EQ(linkage.links.front().right, 3U);
}

TEST(Yardstick, different_companies_are_not_held_to_be_one) {
    const std::vector<std::string> names = real_names();
    ASSERT_GE(names.size(), 700U);
    std::vector<std::string> even, odd;
    for (std::size_t i = 0; i < names.size(); ++i) (i % 2 == 0 ? even : odd).push_back(names[i]);
    EXPECT_LT(static_cast<double>(link(list(even), list(odd)).links.size()),
              0.02 * static_cast<double>(even.size()));
    EXPECT_LT(static_cast<double>(doubles(list(names)).links.size()),
              0.02 * static_cast<double>(names.size()));
}

TEST(Yardstick, a_few_doubles_among_different_companies_are_found) {
    std::vector<std::string> names = real_names();
    const std::size_t all = names.size();
    for (std::size_t i = 0; i < all; i += 20) names.push_back(names[i] + " GmbH");
    std::set<std::size_t> found;
    std::size_t right = 0;
    const Linkage linkage = doubles(list(names));
    for (const Link& l : linkage.links) right += l.right >= all && l.left == (l.right - all) * 20;
    EXPECT_GE(static_cast<double>(right), 0.9 * static_cast<double>(names.size() - all));
}

double f1(const std::string& left, const std::string& right, const std::string& truth) {
    const auto a = read_records(file(kData + left), left), b = read_records(file(kData + right), right);
    const auto wanted = read_records(file(kData + truth), truth);
    std::set<std::pair<std::string, std::string>> same;
    for (const Record& r : wanted->rows) same.emplace(r.id, r.values.front());
    double hits = 0;
    const Linkage linkage = link(*a, *b);
    for (const Link& l : linkage.links) hits += same.contains({a->rows[l.left].id, b->rows[l.right].id});
    return 2 * hits / static_cast<double>(linkage.links.size() + same.size());
}

TEST(Yardstick, products_of_two_shops_are_linked_as_well_as_published) {
    if (file(kData + "abt_buy/gtclean.csv").empty()) GTEST_SKIP() << "no ../shared/data";
    EXPECT_GE(f1("abt_buy/abtclean.csv", "abt_buy/buyclean.csv", "abt_buy/gtclean.csv"), 0.947);
}

TEST(Yardstick, papers_of_two_libraries_are_linked_as_well_as_published) {
    if (file(kData + "dblp_acm/gtclean.csv").empty()) GTEST_SKIP() << "no ../shared/data";
    EXPECT_GE(f1("dblp_acm/dblpclean.csv", "dblp_acm/acmclean.csv", "dblp_acm/gtclean.csv"), 0.989);
}

}  // namespace
}  // namespace dure::search
