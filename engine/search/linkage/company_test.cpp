// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/company.hpp"

#include <gtest/gtest.h>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

std::string told(const char* name) {
    std::string made;
    for (const auto& w : company_words(name)) made += (made.empty() ? "" : "|") + to_utf8(w);
    return made;
}

TEST(CompanyWords, come_without_the_legal_form_of_their_country) {
    const std::pair<const char*, const char*> cases[] = {
        {"(주)두레정밀", "두레|precision"},
        {"두레 정밀", "두레|precision"},
        {"두레정밀㈜", "두레|precision"},
        {"주식회사 두레정밀", "두레|precision"},
        {"두레정밀주식회사", "두레|precision"},
        {"Dure Robotics Co., Ltd.", "dure|robotics"},
        {"Dure Robotics GmbH & Co. KG", "dure|robotics"},
        {"Dure Robotique S.A.S.", "dure|robotique"},
        {"Dure S.p.A.", "dure"},
        {"Dure Makina San. ve Tic. A.Ş.", "dure|makina|san|ve"},
        {"ООО «Дуре Робот»", "дуре|робот"},
        {"OOO Dure", "dure"},
        {"Dure Sdn Bhd", "dure"},
        {"Dure Pte. Ltd.", "dure"},
        {"株式会社ドゥレ精機", "ドゥレ|精機"},
        {"杜瑞机器人有限公司", "杜瑞机器人"},
        {"The Dure Company", "dure"},
        {"삼성전자", "삼성|electronics"},
        {"Co., Ltd.", "co|ltd"},
        {"", ""}};
    for (const auto& [name, words] : cases) EXPECT_EQ(told(name), words) << name;
}

class Pairs : public ::testing::Test {
  protected:
    double bits(const char* a, const char* b) {
        CompanyNames names;
        for (const char* n : {"Hanbit Steel", "Hanbit Motor", "Hanbit Energy", "Alpha Energy", "Beta Energy",
                              "Gamma Motor"}) {
            names.count(company_words(n));
        }
        names.count(company_words(a));
        names.count(company_words(b));
        return names.bits(company_words(a), company_words(b));
    }
};

TEST_F(Pairs, of_one_company_are_known_by_their_rare_words) {
    EXPECT_GT(bits("Zeta Machinery Co., Ltd.", "ZETA MACHINERY"), 10);
    EXPECT_GT(bits("Zetatron", "Zetatron GmbH"), 5);
    EXPECT_GT(bits("Zetatron Machinery", "Zettatron Machinery"), 5);
    EXPECT_GT(bits("두레 정밀", "(주)두레정밀"), 10);
    EXPECT_GT(bits("삼성전자", "Samsung Electronics"), 5);
    EXPECT_GT(bits("Dynatrek Pumps", "Dynatrek-Pumps"), 5);
}

TEST_F(Pairs, of_two_companies_are_held_apart_by_what_only_one_has) {
    EXPECT_LT(bits("Hanbit Steel", "Hanbit Motor"), -5);
    EXPECT_LT(bits("Alpha Energy", "Beta Energy"), -5);
    EXPECT_LT(bits("Omega", "Omega Shipyards"), -3);
    EXPECT_LE(bits("Alpha", "Beta"), -10);
    EXPECT_LT(bits("Baker", "Bayer"), -5);
    EXPECT_LT(bits("삼성물산", "삼성증권"), -5);
}

}  // namespace
}  // namespace dure::search
