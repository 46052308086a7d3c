// SPDX-License-Identifier: Apache-2.0
#include "server/http/pipeline.hpp"

#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <iterator>

#include "server/codec/parse.hpp"
#include "server/http/problem.hpp"

namespace dure::http_pipeline_test {

enum class Sort { name, updated };
struct Keyset {
    std::string updated, id;
};
struct Thing {
    std::string name;
};
BOOST_DESCRIBE_ENUM(Sort, name, updated)
BOOST_DESCRIBE_STRUCT(Keyset, (), (updated, id))
BOOST_DESCRIBE_STRUCT(Thing, (), (name))

std::span<const codec::Rule> json_rules(const Keyset*) {
    static const codec::Rule rules[] = {codec::required("updated"), codec::required("id")};
    return rules;
}
std::span<const codec::Rule> json_rules(const Thing*) {
    static const codec::Rule rules[] = {codec::required("name").length(1, 5)};
    return rules;
}

namespace {

using namespace http;

/// What a step refuses, in a line: "status code /pointer code …".
template <class F>
std::string refusal(F&& step) {
    try {
        step();
    } catch (const ProblemException& e) {
        std::string out = std::to_string(e.problem.status) + " " + e.problem.code;
        for (const auto& error : e.problem.errors) out += " " + error.pointer + " " + error.code;
        return out;
    }
    return "none";
}

Request with_query(Pairs query) {
    Request request;
    request.query = std::move(query);
    return request;
}

Request with_header(std::string name, std::string value) {
    Request request;
    request.headers.emplace_back(std::move(name), std::move(value));
    return request;
}

TEST(Pipeline, reads_query_parameters_and_names_all_bad_ones) {
    const auto ask = [](Pairs pairs) {
        return refusal([&] {
            const Request request = with_query(std::move(pairs));
            Query query(request);
            query.limit();
            query.boolean("deleted", false);
            query.choice<Sort>("sort");
            query.text("q", 3);
            query.cursor<Keyset>();
            query.required_text("bus");
            query.done();
        });
    };
    EXPECT_EQ(
        ask({{"bus", "b"}, {"limit", "200"}, {"deleted", "true"}, {"sort", "updated"}, {"q", "가나다"}}),
        "none");
    const std::string fields = "422 http.invalid_fields ";
    EXPECT_EQ(ask({}), fields + "/query/bus json.missing");
    EXPECT_EQ(ask({{"bus", "b"}, {"limit", "0"}}), fields + "/query/limit json.too_small");
    EXPECT_EQ(ask({{"bus", "b"}, {"limit", "201"}}), fields + "/query/limit json.too_large");
    EXPECT_EQ(ask({{"bus", "b"}, {"limit", "99999999999999999999"}}), fields + "/query/limit json.too_large");
    EXPECT_EQ(ask({{"bus", "b"}, {"limit", "-99999999999999999999"}}),
              fields + "/query/limit json.too_small");
    for (const char* text : {"", "x", "1.5", "1 ", " 1", "+1", "0x1", "1e2"})
        EXPECT_EQ(ask({{"bus", "b"}, {"limit", text}}), fields + "/query/limit json.not_an_integer") << text;
    EXPECT_EQ(ask({{"bus", "b"}, {"deleted", "yes"}}), fields + "/query/deleted json.bad_choice");
    EXPECT_EQ(ask({{"bus", "b"}, {"q", "abcd"}}), fields + "/query/q json.too_long");
    EXPECT_EQ(ask({{"bus", "b"}, {"bus", "c"}}), fields + "/query/bus http.repeated_parameter");
    EXPECT_EQ(ask({{"bus", "b"}, {"a/b", "c"}}), fields + "/query/a~1b http.unknown_parameter");
    EXPECT_EQ(
        ask({{"limit", "x"}, {"sort", "size"}, {"cursor", "!"}}),
        fields +
            "/query/limit json.not_an_integer /query/sort json.bad_choice /query/cursor http.bad_cursor "
            "/query/bus json.missing");
}

TEST(Pipeline, gives_cursors_back_and_refuses_tampered_ones) {
    const std::string cursor = write_cursor(Keyset{"2030", "0199"});
    const auto read = [](const std::string& text) {
        return refusal([&] {
            const Request request = with_query({{"cursor", text}});
            Query query(request);
            const auto keyset = query.cursor<Keyset>();
            query.done();
            EXPECT_EQ(keyset->id, "0199");
        });
    };
    EXPECT_EQ(read(cursor), "none");
    for (const std::string& bad :
         {cursor.substr(1), cursor + "AA", std::string("e30"), base64url("{\"id\":1}"),
          base64url("{\"updated\":\"\",\"id\":\"\",\"x\":1}"), std::string("")})
        EXPECT_EQ(read(bad), "422 http.invalid_fields /query/cursor http.bad_cursor") << bad;
}

TEST(Pipeline, reads_json_bodies_of_the_right_type_only) {
    const auto read = [](std::string type, std::string body) {
        return refusal([&] {
            Request request = with_header("content-type", std::move(type));
            request.body = std::move(body);
            read_json<Thing>(request);
        });
    };
    EXPECT_EQ(read("application/json", "{\"name\":\"a\"}"), "none");
    EXPECT_EQ(read("Application/JSON ; charset=utf-8", "{\"name\":\"a\"}"), "none");
    for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx",
                             "text/json", "text/plain, application/json"})
        EXPECT_EQ(read(type, "{\"name\":\"a\"}"), "415 http.not_json") << type;
    EXPECT_EQ(read("application/json", ""), "400 json.empty");
    EXPECT_EQ(read("application/json", "{"), "400 json.malformed");
    EXPECT_EQ(read("application/json", "{\"name\":\"a\",\"name\":\"b\"}"), "400 json.duplicate_name");
    EXPECT_EQ(read("application/json", "[]"), "422 http.invalid_fields  json.wrong_type");
    EXPECT_EQ(read("application/json", "{\"name\":\"\",\"b\":1}"),
              "422 http.invalid_fields /name json.too_short /b json.unknown_field");
}

TEST(Pipeline, demands_the_version_that_is_changed) {
    const auto match = [](const char* tag) {
        return refusal([&] { require_match(with_header("if-match", tag), 7); });
    };
    for (const char* tag : {"\"7\"", "W/\"7\"", "*", "\"1\", \"7\"", "\"7.3.2\"", "W/\"7.\""})
        EXPECT_EQ(match(tag), "none") << tag;
    for (const char* tag : {"\"8\"", "7", "\"77\"", "\"7", "W/", "\"77.1\"", "\"6.7\"", "7.1"})
        EXPECT_EQ(match(tag), "412 http.stale") << tag;
    EXPECT_EQ(refusal([] { require_match({}, 7); }), "428 http.if_match_missing");
}

TEST(Pipeline, takes_idempotency_keys_of_visible_characters) {
    EXPECT_EQ(idempotency_key({}), std::nullopt);
    EXPECT_EQ(idempotency_key(with_header("idempotency-key", "0123-abcd")), "0123-abcd");
    for (const std::string& bad : {std::string("short"), std::string("with space"), std::string(101, 'x'),
                                   std::string("가나다라마바사")})
        EXPECT_EQ(refusal([&] { idempotency_key(with_header("idempotency-key", bad)); }),
                  "422 http.invalid_fields /header/Idempotency-Key http.bad_idempotency_key")
            << bad;
}

TEST(Pipeline, has_a_sentence_for_every_refusal_in_both_languages) {
    std::vector<std::string> codes = {"http.invalid_fields",    "http.not_json",
                                      "http.if_match_missing",  "http.stale",
                                      "http.bad_cursor",        "http.repeated_parameter",
                                      "http.unknown_parameter", "http.bad_idempotency_key"};
    for (int fault = 0; fault <= static_cast<int>(Fault::internal); ++fault)
        codes.push_back(problem_of(static_cast<Fault>(fault)).code);
    for (const std::string language : {"ko", "en"}) {
        std::ifstream file(DURE_SOURCE_DIR "/messages/" + language + ".json");
        const auto messages = codec::parse(std::string(std::istreambuf_iterator<char>(file), {}));
        ASSERT_TRUE(messages);
        const auto& sentences = messages->at("error").at("http").as_object();
        for (const auto& code : codes)
            EXPECT_TRUE(sentences.contains(code.substr(5))) << language << " " << code;
    }
}

}  // namespace
}  // namespace dure::http_pipeline_test
