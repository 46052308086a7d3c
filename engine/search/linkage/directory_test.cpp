// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/directory.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

namespace dure::search {
namespace {

using Entries = std::vector<DirectoryEntry>;

std::map<std::pair<std::uint32_t, std::uint32_t>, double> weights(const Entries& entries) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> found;
    for (const auto& pair : doubles_in(entries)) found[{pair.left, pair.right}] = pair.weight;
    return found;
}

/// Ten letters each, by a linear congruence: no two alike.
Entries strangers(std::size_t count) {
    Entries made;
    std::uint64_t state = 42;
    for (std::size_t i = 0; i < count; ++i) {
        std::string name;
        for (int letter = 0; letter < 10; ++letter) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            name += static_cast<char>('a' + (state >> 33) % 26);
        }
        made.push_back({.names = {name}, .country = i % 2 ? "KR" : "DE"});
    }
    return made;
}

TEST(Directory, OfNothingHasNoDoubles) {
    EXPECT_TRUE(doubles_in({}).empty());
    EXPECT_TRUE(doubles_in({{.names = {"두레"}}}).empty());
}

TEST(Directory, ANameInOtherFormsIsFoundAmongTwoAndAmongThousands) {
    for (const std::size_t others : {0U, 3000U}) {
        Entries entries = strangers(others);
        const auto first = static_cast<std::uint32_t>(entries.size());
        entries.push_back({.names = {"(주)두레로보틱스"}, .country = "KR"});
        entries.push_back({.names = {"Dure Robotics Co., Ltd."}, .country = "KR"});
        const auto found = weights(entries);
        ASSERT_TRUE(found.contains({first, first + 1})) << others;
        EXPECT_EQ(found.size(), 1U) << "strangers stay strangers";
    }
}

TEST(Directory, AnEqualNumberOutweighsAnotherName) {
    Entries entries = strangers(1000);
    entries.push_back({.names = {"Aurora"}, .country = "KR", .registration = "KR:1"});
    entries.push_back({.names = {"북극성"}, .country = "KR", .registration = "KR:1"});
    EXPECT_GT(weights(entries)[std::pair(1000U, 1001U)], 0);
}

TEST(Directory, OneNameInTwoCountriesWithOtherNumbersIsLessThanInOne) {
    const auto weight = [](const std::string& country, const std::string& number) {
        Entries entries = strangers(50);
        entries.push_back({.names = {"Merkatron"}, .country = "DE", .registration = "DE:1"});
        entries.push_back({.names = {"Merkatron"}, .country = country, .registration = number});
        const auto found = weights(entries);
        const auto at = found.find({50, 51});
        return at == found.end() ? -100 : at->second;
    };
    EXPECT_GT(weight("DE", ""), weight("US", ""));
    EXPECT_GT(weight("US", ""), weight("US", "US:2"));
}

TEST(Directory, AHostThatManyShareSaysLittle) {
    const auto of_host = [](std::size_t sharers) {
        Entries entries = strangers(100);
        for (std::size_t i = 0; i < sharers; ++i) entries[i].web_host = "blog.example";
        entries.push_back({.names = {"Solaris Pumps"}, .country = "KR", .web_host = "blog.example"});
        entries.push_back({.names = {"Solaris Pump"}, .country = "KR", .web_host = "blog.example"});
        double bits = 0;
        for (const auto& pair : doubles_in(entries, -100))
            if (pair.left == 100)
                for (const auto& part : pair.parts)
                    if (part.of == Evidence::web) bits = part.bits;
        return bits;
    };
    EXPECT_GT(of_host(0), of_host(30) + 5);
}

TEST(Directory, ACityThatManyAreInSaysNothing) {
    Entries entries = strangers(12);
    for (auto& entry : entries) entry.address = "대구광역시";
    EXPECT_TRUE(doubles_in(entries).empty());
    entries.push_back({.names = {"Solaris Pumps"}, .country = "KR", .address = "대구광역시 동구 첨단로 1"});
    entries.push_back({.names = {"Solaris Pump"}, .country = "KR", .address = "대구광역시 동구 첨단로 1"});
    double bits = 0;
    for (const auto& pair : doubles_in(entries, -100))
        if (pair.left == 12)
            for (const auto& part : pair.parts)
                if (part.of == Evidence::address) bits = part.bits;
    EXPECT_NEAR(bits, 6, 1e-6);
}

TEST(Directory, ThePartsAddUpToTheWeight) {
    const Entries entries = {{.names = {"두레", "Dure"},
                              .country = "KR",
                              .registration = "KR:1",
                              .web_host = "dure.example",
                              .address = "대구광역시 동구 1"},
                             {.names = {"Dure Inc."},
                              .country = "KR",
                              .registration = "KR:1",
                              .web_host = "dure.example",
                              .address = "대구 동구 1"}};
    const auto pairs = doubles_in(entries);
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].parts.size(), 6U);
    EXPECT_NEAR(std::accumulate(pairs[0].parts.begin(), pairs[0].parts.end(), 0.0,
                                [](double sum, const Part& part) { return sum + part.bits; }),
                pairs[0].weight, 1e-9);
    EXPECT_EQ(pairs[0].parts[1].left, "Dure") << "the names that are the most alike";
}

}  // namespace
}  // namespace dure::search
