// SPDX-License-Identifier: Apache-2.0
// Tables become organisations: mapped, checked, mended, written, taken back.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json/parse.hpp>

#include "server/app/api_test.hpp"
#include "server/tables/table.hpp"

namespace dure::app::testing {
namespace {

const std::string kHeadings = "기관명,구분,국가,사업자등록번호,홈페이지\n";

class ImportsApi : public Api {
  protected:
    static std::string state(const json::value& import) { return text(import, "state"); }
    static std::int64_t number(const json::value& import, std::string_view member) {
        return import.at(member).as_int64();
    }
    Reply change(const Person& who, const json::value& import, const std::string& body,
                 const std::string& more = {}) {
        return send(who, "PATCH", "/imports/" + text(import, "id") + more, body,
                    {{"If-Match", '"' + text(import, "version") + '"'}});
    }
    json::array rows(const Person& who, const json::value& import, const std::string& which) {
        json::array all;
        std::string cursor;
        do {
            const auto page =
                parsed(get(who, "/imports/" + text(import, "id") + "/rows?limit=150&which=" + which +
                                    (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& row : page.at("items").as_array()) all.push_back(row);
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return all;
    }
    std::size_t organisations(const Person& who, const std::string& query = {}) {
        std::size_t count = 0;
        std::string cursor;
        do {
            const auto page = parsed(
                get(who, "/organisations?limit=200&" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            count += page.at("items").as_array().size();
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return count;
    }
    json::value organisation(const Person& who, const std::string& name) {
        return parsed(get(who, "/organisations?q=" + name)).at("items").at(0);
    }
};
DURE_API_TESTS(ImportsApi);

/// 5,000 rows; every 25th has a country that there is not.
tables::Table big_table() {
    tables::Table table{.title = "회원", .header = {"기관명", "구분", "국가"}};
    for (int i = 0; i < 5000; ++i)
        table.rows.push_back({"시험 회사 " + std::to_string(i), std::string("기업"),
                              std::string(i % 25 == 7 ? "독일국" : "독일")});
    return table;
}

/// In CP949, as an old spreadsheet saves it: of the few words of the table.
std::string in_cp949(std::string text) {
    text = text.substr(3);  // the byte order mark
    const std::pair<std::string, std::string> words[] = {
        {"기관명", "\xB1\xE2\xB0\xFC\xB8\xED"}, {"구분", "\xB1\xB8\xBA\xD0"}, {"국가", "\xB1\xB9\xB0\xA1"},
        {"시험", "\xBD\xC3\xC7\xE8"},           {"회사", "\xC8\xB8\xBB\xE7"}, {"기업", "\xB1\xE2\xBE\xF7"},
        {"독일국", "\xB5\xB6\xC0\xCF\xB1\xB9"}, {"독일", "\xB5\xB6\xC0\xCF"}};
    for (const auto& [from, to] : words)
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

TEST_P(ImportsApi, FiveThousandRowsWithTwoHundredBadCellsAreNamedMendedWrittenAndUndone) {
    const Person kim = planner();
    const tables::Table table = big_table();
    const std::string files[] = {in_cp949(tables::to_csv(table)), tables::to_xlsx({&table, 1})};
    for (const std::string& file : files) {
        auto import = make_import(kim, file, file.starts_with("PK") ? "a.xlsx" : "a.csv");
        EXPECT_EQ(state(import), "draft");
        if (!file.starts_with("PK")) {
            EXPECT_EQ(text(import, "encoding"), "CP949");
        }
        EXPECT_EQ(import.at("mapping").as_array().size(), 3u);
        import = after_step(kim, import, "check");
        EXPECT_EQ(state(import), "checked");
        EXPECT_EQ(number(import, "rows"), 5000);
        EXPECT_EQ(number(import, "bad_cells"), 200);
        const auto bad = rows(kim, import, "bad");
        ASSERT_EQ(bad.size(), 200u);
        EXPECT_EQ(bad[0].at("number").as_int64(), 9) << "7 rows, and the headings";
        const auto& error = bad[0].at("errors").at(0);
        EXPECT_EQ(text(error, "column"), "country");
        EXPECT_EQ(text(error, "code"), "imports.unknown_country");
        EXPECT_EQ(text(error, "instead"), "DE");
        EXPECT_EQ(post(kim, "/imports/" + text(import, "id") + "/confirm", {},
                       {{"If-Match", '"' + text(import, "version") + '"'}})
                      .status,
                  409)
            << "not while bad cells are left";
        EXPECT_EQ(organisations(kim), 0u) << "nothing is written before";

        const auto mended =
            parsed(change(kim, import, R"({"cells":[{"column":"country","text":"독일"}]})", "/rows/9"));
        EXPECT_EQ(mended.at("errors").as_array().size(), 0u);
        import = parsed(get(kim, "/imports/" + text(import, "id")));
        EXPECT_EQ(number(import, "bad_cells"), 199);
        import = parsed(change(kim, import, R"({"bad":"skip"})"));
        import = after_step(kim, import, "confirm");
        EXPECT_EQ(state(import), "done");
        EXPECT_EQ(number(import, "written"), 4801);
        EXPECT_EQ(organisations(kim), 4801u);
        EXPECT_EQ(text(organisation(kim, "%EC%8B%9C%ED%97%98%20%ED%9A%8C%EC%82%AC%207&limit=1"), "country"),
                  "DE");

        import = after_step(kim, import, "undo", "{}");
        EXPECT_EQ(state(import), "undone");
        EXPECT_EQ(number(import, "undone"), 4801);
        EXPECT_EQ(organisations(kim), 0u);
    }
}

TEST_P(ImportsApi, UndoIsRefusedWhereARecordHasChangedSince) {
    const Person kim = planner();
    auto import = make_import(kim, kHeadings + "두레,기업,KR,,\n나루,기업,KR,,\n");
    import = after_step(kim, after_step(kim, import, "check"), "confirm");
    ASSERT_EQ(organisations(kim), 2u);
    const auto one = organisation(kim, "%EB%91%90%EB%A0%88");
    EXPECT_EQ(
        send(
            kim, "PUT", "/organisations/" + text(one, "id"),
            R"({"names":[{"language":"ko","name":"두레 새 이름","primary":true}],"kind":"company","country":"KR"})",
            {{"If-Match", "\"1\""}})
            .status,
        200);
    import = after_step(kim, import, "undo", "{}");
    EXPECT_EQ(state(import), "done");
    EXPECT_EQ(text(import.at("error"), "code"), "imports.changed_since");
    EXPECT_EQ(text(import.at("error").at("params"), "names"), "두레 새 이름");
    EXPECT_EQ(organisations(kim), 2u) << "nothing was undone";
    import = after_step(kim, import, "undo", R"({"keep_changed":true})");
    EXPECT_EQ(state(import), "undone");
    EXPECT_EQ(number(import, "undone"), 1);
    EXPECT_EQ(organisations(kim), 1u);
}

TEST_P(ImportsApi, TwinsArePointedOutAndDecidedOneByOne) {
    const Person kim = planner();
    const auto post_one = [&](const std::string& name, const std::string& more) {
        return post(kim, "/organisations",
                    R"({"names":[{"language":"ko","name":")" + name +
                        R"(","primary":true}],"kind":"company","country":"KR")" + more + "}");
    };
    post_one("주식회사 두레", R"(,"registration_number":"123-45-67891")");
    post_one("나루", "");
    auto import =
        make_import(kim, kHeadings +
                             "두레 새 이름,기업,KR,1234567891,dure.example\n(주)나루,기업,KR,,naru.example\n"
                             "고개,기업,KR,,\n고개,기업,KR,,\n");
    import = after_step(kim, import, "check");
    EXPECT_EQ(number(import, "twin_rows"), 3);
    const auto twins = rows(kim, import, "twins");
    ASSERT_EQ(twins.size(), 3u);
    EXPECT_EQ(text(twins[0].at("twins").at(0), "reason"), "registration_number");
    EXPECT_EQ(text(twins[1].at("twins").at(0), "reason"), "name");
    EXPECT_EQ(text(twins[1].at("twins").at(0), "name"), "나루");
    EXPECT_EQ(twins[2].at("twins").at(0).at("row").as_int64(), 4);
    EXPECT_EQ(change(kim, import, R"({"decision":"update"})", "/rows/3").status, 200);
    import = parsed(get(kim, "/imports/" + text(import, "id")));
    import = after_step(kim, import, "confirm");
    EXPECT_EQ(number(import, "written"), 2) << "one new, one changed; the others are skipped";
    EXPECT_EQ(organisations(kim), 3u);
    const auto naru = organisation(kim, "%EB%82%98%EB%A3%A8");
    EXPECT_EQ(text(naru, "web"), "https://naru.example");
    EXPECT_EQ(naru.at("names").as_array().size(), 2u);
    import = after_step(kim, import, "undo", "{}");
    EXPECT_EQ(text(organisation(kim, "%EB%82%98%EB%A3%A8"), "web"), "") << "what was changed is as it was";
    EXPECT_EQ(organisations(kim), 2u);
}

TEST_P(ImportsApi, MappingIsRememberedAndJudged) {
    const Person kim = planner();
    const std::string file = "가,나\n두레,독일\n";
    auto import = make_import(kim, file);
    EXPECT_EQ(import.at("mapping").as_array().size(), 0u);
    const Reply missing = post(kim, "/imports/" + text(import, "id") + "/check", {},
                               {{"If-Match", '"' + text(import, "version") + '"'}});
    EXPECT_EQ(refusals(missing),
              (std::vector<std::string>{"/mapping imports.column_needed", "/mapping imports.column_needed",
                                        "/mapping imports.column_needed"}));
    EXPECT_EQ(
        refusals(change(
            kim, import,
            R"({"mapping":[{"column":"name","source":7},{"column":"none","source":0},{"column":"kind"}]})")),
        std::vector<std::string>{"/mapping/2 imports.source_or_value"});
    EXPECT_EQ(refusals(change(kim, import,
                              R"({"mapping":[{"column":"name","source":7},{"column":"none","source":0}]})")),
              (std::vector<std::string>{"/mapping/0/source imports.no_such_source",
                                        "/mapping/1/column imports.no_such_column"}));
    const std::string mapping =
        R"([{"column":"name","source":0},{"column":"country","source":1},{"column":"kind","value":"company"}])";
    import = parsed(change(kim, import, R"({"mapping":)" + mapping + "}"));
    import = after_step(kim, import, "check");
    EXPECT_EQ(number(import, "bad_cells"), 0);
    const auto again = make_import(kim, file);
    EXPECT_EQ(again.at("mapping"), json::parse(mapping)) << "remembered for such headings";
    EXPECT_EQ(make_import(planner(), file).at("mapping").as_array().size(), 0u) << "each person's own";
}

TEST_P(ImportsApi, BadFilesAndStepsOutOfTurnAreRefused) {
    const Person kim = planner();
    const Headers octets{{"Content-Type", "application/octet-stream"}};
    const auto upload = [&](const std::string& bytes, const std::string& query) {
        return post(kim, "/imports?" + query, bytes, octets);
    };
    EXPECT_EQ(refusals(upload("%PDF-1.7", "resource=organisations&file_name=a.pdf")),
              std::vector<std::string>{"/file tables.not_a_table"});
    EXPECT_EQ(refusals(upload("기관명,국가\n", "resource=organisations&file_name=a.csv")),
              std::vector<std::string>{"/file imports.no_rows"});
    EXPECT_EQ(upload("a,b\n1,2\n", "resource=stars&file_name=a.csv").status, 404);
    EXPECT_EQ(upload("a,b\n1,2\n", "resource=organisations").status, 422);
    EXPECT_EQ(post(kim, "/imports?resource=organisations&file_name=a", "{}").status, 415);
    // Behind the rows that are looked at when it is uploaded.
    std::string file = kHeadings;
    for (int i = 0; i < 70; ++i) file += "두레,기업,KR,,\n";
    const auto import = make_import(kim, file + "\"나루,기업,KR,,\n");
    const auto step = [&](const std::string& name, const json::value& one, const std::string& body = {}) {
        return post(kim, "/imports/" + text(one, "id") + name, body,
                    {{"If-Match", '"' + text(one, "version") + '"'}});
    };
    EXPECT_EQ(step("/confirm", import).status, 409);
    EXPECT_EQ(step("/undo", import, "{}").status, 409);
    EXPECT_EQ(post(kim, "/imports/" + text(import, "id") + "/check").status, 428);
    const auto failed = after_step(kim, import, "check");
    EXPECT_EQ(state(failed), "draft");
    EXPECT_EQ(text(failed.at("error"), "code"), "tables.unclosed_quote");
    EXPECT_EQ(text(failed.at("error").at("params"), "row"), "72");
    EXPECT_EQ(send(kim, "DELETE", "/imports/" + text(failed, "id"), {},
                   {{"If-Match", etag(get(kim, "/imports/" + text(failed, "id")))}})
                  .status,
              204);
    EXPECT_EQ(get(kim, "/imports/" + text(failed, "id")).status, 404);
}

TEST_P(ImportsApi, TemplatesAreWhatTheImportUnderstands) {
    const Person kim = planner();
    for (const auto* language : {"ko", "en"}) {
        const Reply file = get(
            kim, std::string("/imports/resources/organisations/template?format=csv&language=") + language);
        EXPECT_EQ(file.status, 200);
        const auto import = make_import(kim, file.body + "두레,,기업,KR,,,,\r\n");
        EXPECT_EQ(import.at("mapping").as_array().size(), 8u) << language;
    }
    EXPECT_TRUE(get(kim, "/imports/resources/organisations/template?format=xlsx").body.starts_with("PK"));
}

}  // namespace
}  // namespace dure::app::testing
