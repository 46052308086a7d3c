// SPDX-License-Identifier: Apache-2.0
#include "server/codec/messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace dure::codec {
namespace {

namespace json = boost::json;

TEST(Messages, FillsPlaceholdersInTheReadersLanguage) {
    const auto m = Messages::parse(R"({"a":{"b":"{{n}}개 {{n}}"}})", R"({"a":{"b":"{{n}} of {{all}}"}})");
    ASSERT_TRUE(m);
    EXPECT_EQ(m->sentence("ko", "a.b", {{"n", "3"}}), "3개 3");
    EXPECT_EQ(m->sentence("en", "a.b", {{"n", "3"}}), "3 of {{all}}");
    EXPECT_EQ(m->sentence("de", "a.b", {{"n", "{{all}}"}, {"all", "4"}}), "{{all}} of 4")
        << "parameters are not filled again";
    EXPECT_EQ(m->sentence("ko", "a.c"), "a.c");
}

TEST(Messages, NamesFileAndLineOfAnError) {
    const auto m = Messages::parse(R"({"error":{"x":{"y":"틀립니다"}}})", R"({"error":{"x":{"y":"wrong"}}})");
    ASSERT_TRUE(m);
    EXPECT_EQ(m->sentence("en", Error{"x.y", {}, "a.mps", 3}), "a.mps:3: wrong");
    EXPECT_EQ(m->sentence("ko", Error{"x.y", {}, "a.mps"}), "a.mps: 틀립니다");
    EXPECT_EQ(m->sentence("en", Error{.code = "x.y", .pointer = "/buses/0"}), "/buses/0: wrong");
    EXPECT_EQ(m->sentence("en", Error{"x.y"}), "wrong");
}

TEST(Messages, RefusesWhatIsNotATreeOfTexts) {
    EXPECT_EQ(Messages::parse("{", "{}").error().code, "json.malformed");
    EXPECT_EQ(Messages::parse("{}", R"({"a":{"b":3}})").error().params, (Params{{"key", "a.b"}}));
}

std::set<std::string> placeholders(const std::string& sentence) {
    static const std::regex kPlaceholder(R"(\{\{\w+\}\})");
    std::set<std::string> found;
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), kPlaceholder), end; at != end; ++at)
        found.insert(at->str());
    return found;
}

TEST(MessageFiles, BothLanguagesHaveTheSameSentencesAndPlaceholders) {
    const auto& ko = Messages::embedded().sentences("ko");
    const auto& en = Messages::embedded().sentences("en");
    for (const auto& [key, sentence] : ko) {
        const auto other = en.find(key);
        if (other == en.end()) {
            ADD_FAILURE() << key << " is missing in English";
            continue;
        }
        EXPECT_EQ(placeholders(sentence), placeholders(other->second)) << key;
        EXPECT_FALSE(sentence.empty() || other->second.empty()) << key;
    }
    for (const auto& [key, sentence] : en) EXPECT_TRUE(ko.contains(key)) << key << " is missing in Korean";
}

void expect_sorted(const json::object& object, const std::string& where) {
    std::string previous;
    for (const auto& [key, value] : object) {
        EXPECT_LT(previous, std::string(key)) << where;
        previous = std::string(key);
        if (value.is_object()) expect_sorted(value.get_object(), where + "." + previous);
    }
}

TEST(MessageFiles, KeysAreSortedWithinEachTopic) {
    for (const char* language : {"ko", "en"}) {
        const auto text = embedded_messages(language);
        const auto topics = json::parse(json::string_view(text.data(), text.size())).as_object();
        for (const auto& [topic, value] : topics) expect_sorted(value.as_object(), std::string(topic));
    }
}

/// Every code that an engine or the server fails with stands as a literal in its source.
TEST(MessageFiles, EveryErrorCodeInTheSourcesHasItsSentence) {
    const auto& en = Messages::embedded().sentences("en");
    const std::regex code(R"re((?:fail|fail_here|fail_text|report)\(\s*(?:\w+,\s*)?"([a-z_]+\.[a-z_]+)")re");
    int seen = 0;
    for (const char* folder : {"engine", "server", "cli"}) {
        const std::filesystem::path root = std::filesystem::path(DURE_SOURCE_DIR) / folder;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            const auto name = entry.path().string();
            if (!name.ends_with(".cpp") || name.ends_with("_test.cpp")) continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const std::string source = text.str();
            for (std::sregex_iterator at(source.begin(), source.end(), code), end; at != end; ++at, ++seen)
                EXPECT_TRUE(en.contains("error." + (*at)[1].str())) << (*at)[1] << " in " << name;
        }
    }
    EXPECT_GT(seen, 20);
}

}  // namespace
}  // namespace dure::codec
