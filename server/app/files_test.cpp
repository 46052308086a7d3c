// SPDX-License-Identifier: Apache-2.0
// Files of records through the whole server, on each database.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>

#include "server/app/api_test.hpp"
#include "server/db/system.hpp"
#include "server/files/digest.hpp"
#include "server/files/sweep.hpp"
#include "server/files/testing.hpp"
#include "server/http/contract.hpp"

namespace dure::app::testing {
namespace {

using files::testing::kPdf;

constexpr const char* kOrganisation =
    R"({"names":[{"language":"ko","name":"두레","primary":true}],"kind":"company","country":"KR"})";

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t j = 0; j < 3; ++j)
            bits = bits << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j > bytes.size() ? '=' : digits[bits >> (18 - 6 * j) & 63];
    }
    return out;
}

std::string sha256(std::string_view bytes) {
    files::Sha256 sha;
    sha.add(bytes);
    return sha.hex();
}

class Files : public Api {
  protected:
    struct Wish {
        std::string kind, id, name = "a.pdf";
    };

    Reply begin(const Person& who, const Wish& wish, std::size_t length, Headers more = {}) {
        more.emplace_back("Tus-Resumable", "1.0.0");
        more.emplace_back("Upload-Length", std::to_string(length));
        more.emplace_back("Upload-Metadata", "filename " + base64(wish.name) + ",subject_kind " +
                                                 base64(wish.kind) + ",subject_id " + base64(wish.id));
        return post(who, "/uploads", "", more);
    }
    /// Below /api/v1.
    static std::string place(const Reply& begun) {
        return begun.header("location").substr(std::string("/api/v1").size());
    }
    Reply go_on(const Person& who, const std::string& upload, std::size_t offset, const std::string& bytes,
                Headers more = {}) {
        more.emplace_back("Tus-Resumable", "1.0.0");
        more.emplace_back("Upload-Offset", std::to_string(offset));
        more.emplace_back("Content-Type", "application/offset+octet-stream");
        return send(who, "PATCH", upload, bytes, more);
    }
    json::value upload(const Person& who, const Wish& wish, const std::string& bytes) {
        const Reply begun = begin(who, wish, bytes.size());
        EXPECT_EQ(begun.status, 201) << begun.body;
        const Reply kept = go_on(who, place(begun), 0, bytes);
        EXPECT_EQ(kept.status, 204) << kept.body;
        const auto done = parsed(get(who, place(begun)));
        EXPECT_EQ(text(done, "state"), "done");
        return parsed(get(who, "/attachments/" + text(done, "attachment")));
    }
    json::value organisation(const Person& who) { return parsed(post(who, "/organisations", kOrganisation)); }
    Wish of(const json::value& record, std::string name = "a.pdf") {
        return {"organisation", text(record, "id"), std::move(name)};
    }
    json::array list(const Person& who, const Wish& wish) {
        return parsed(get(who, "/attachments?subject_kind=" + wish.kind + "&subject_id=" + wish.id))
            .at("items")
            .as_array();
    }
    std::filesystem::path content(const std::string& hash) {
        return data_dir() / "files" / "content" / hash.substr(0, 2) / hash;
    }
    void set(const std::string& name, const std::string& value) {
        app().database().write([&](db::Connection& c) {
            c.execute(
                "INSERT INTO setting (name, value, chosen, version, updated) VALUES ($1, $2, 1, 1, 0)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value, chosen = 1",
                name, value);
        });
    }
    int count(const std::string& folder) {
        int files = 0;
        for (const auto& one : std::filesystem::recursive_directory_iterator(data_dir() / "files" / folder))
            files += one.is_regular_file() ? 1 : 0;
        return files;
    }
};
DURE_API_TESTS(Files);

TEST_P(Files, ArriveInPiecesAndAreKeptByTheirContent) {
    const Person who = planner();
    const auto record = organisation(who);
    const Reply begun = begin(who, of(record, "계획.pdf"), kPdf.size());
    ASSERT_EQ(begun.status, 201) << begun.body;
    EXPECT_EQ(begun.header("upload-offset"), "0");
    EXPECT_FALSE(begun.header("upload-expires").empty());
    const std::string at = place(begun);
    EXPECT_EQ(go_on(who, at, 0, kPdf.substr(0, 10)).header("upload-offset"), "10");
    const Reply wrong = go_on(who, at, 0, kPdf.substr(0, 10));
    EXPECT_EQ(wrong.status, 409);
    const Reply head = send(who, "HEAD", at);
    EXPECT_EQ(head.header("upload-offset"), "10");
    EXPECT_EQ(head.header("upload-length"), std::to_string(kPdf.size()));
    EXPECT_EQ(head.header("tus-resumable"), "1.0.0");
    EXPECT_EQ(go_on(who, at, 10, kPdf.substr(10)).status, 204);

    const auto found = list(who, of(record));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(text(found[0], "name"), "계획.pdf");
    EXPECT_EQ(text(found[0], "hash"), sha256(kPdf));
    EXPECT_EQ(text(found[0], "type"), "application/pdf");
    EXPECT_EQ(count("uploads"), 0);
    upload(who, of(record, "again.pdf"), kPdf);
    EXPECT_EQ(count("content"), 1) << "the same content stands once";
    EXPECT_TRUE(std::filesystem::exists(content(sha256(kPdf))));
}

TEST_P(Files, AreDownloadedSafely) {
    const Person who = planner();
    const auto record = organisation(who);
    const auto pdf = upload(who, of(record, "계획.pdf"), kPdf);
    const auto page = upload(who, of(record, "a.txt"), "<script>alert(1)</script>");
    const std::string path = "/attachments/" + text(pdf, "id") + "/content";
    const Reply whole = get(who, path);
    EXPECT_EQ(whole.status, 200);
    EXPECT_EQ(whole.body, kPdf);
    EXPECT_TRUE(whole.header("content-disposition").starts_with("attachment; "));
    EXPECT_NE(whole.header("content-disposition").find("filename*=UTF-8''%EA%B3%84"), std::string::npos);
    EXPECT_EQ(whole.header("x-content-type-options"), "nosniff");
    EXPECT_NE(whole.header("content-security-policy").find("sandbox"), std::string::npos);
    const Reply part = get(who, path, {{"Range", "bytes=1-3"}});
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "PDF");
    EXPECT_EQ(part.header("content-range"), "bytes 1-3/" + std::to_string(kPdf.size()));
    EXPECT_EQ(get(who, path, {{"Range", "bytes=1-3"}, {"If-Range", "\"other\""}}).status, 200);
    EXPECT_EQ(get(who, path, {{"Range", "bytes=5000-"}}).status, 416);
    EXPECT_EQ(get(who, path, {{"If-None-Match", whole.header("etag")}}).status, 304);
    const Reply shown = get(who, "/attachments/" + text(page, "id") + "/content?inline=true");
    EXPECT_EQ(shown.header("content-type"), "text/plain; charset=utf-8");
    EXPECT_NE(shown.header("content-security-policy").find("sandbox"), std::string::npos);
    EXPECT_TRUE(get(who, path + "?inline=true").header("content-disposition").starts_with("inline"));
    const Reply zip = get(
        who, "/attachments/" +
                 text(upload(who, of(record, "a.zip"), files::testing::zip({{.name = "a", .content = "x"}})),
                      "id") +
                 "/content?inline=true");
    EXPECT_TRUE(zip.header("content-disposition").starts_with("attachment"));
}

TEST_P(Files, AreRefusedWithReasons) {
    const Person who = planner();
    const auto record = organisation(who);
    const auto refused = [&](const std::string& name, const std::string& bytes) {
        const Reply begun = begin(who, of(record, name), bytes.size());
        if (begun.status != 201)
            return refusals(begun).empty() ? text(parsed(begun), "code") : refusals(begun)[0];
        const Reply kept = go_on(who, place(begun), 0, bytes);
        if (kept.status == 204) return std::string("204");
        return refusals(kept).empty() ? std::to_string(kept.status) : refusals(kept)[0];
    };
    EXPECT_EQ(refused("../a.pdf", kPdf), "/metadata/filename files.name_path");
    EXPECT_EQ(refused("a.exe", "MZ"), "/metadata/filename files.type_not_allowed");
    EXPECT_EQ(refused("a.mp4", "MZ"), "/metadata/filename files.type_not_allowed");
    EXPECT_EQ(refused("a.pdf", ""), "/header/Upload-Length files.empty");
    EXPECT_EQ(refused("a.pdf", "MZ and more"), " files.wrong_content");
    EXPECT_EQ(refused("a.png", files::testing::png(60'000, 60'000)), " files.picture_bomb");
    EXPECT_EQ(refused("a.zip", files::testing::zip({{.name = "../a", .content = "x"}})),
              " files.archive_path");
    set("file_mb", "1");
    EXPECT_EQ(refused("a.txt", std::string(1'000'001, 'a')), "files.too_large");
    set("files_record_mb", "1");
    EXPECT_EQ(refused("a.txt", std::string(900'000, 'a')), "204");
    EXPECT_EQ(refused("b.txt", std::string(900'000, 'b')), "files.record_full");
    set("files_record_mb", "10");
    set("files_person_mb", "1");
    EXPECT_EQ(refused("b.txt", std::string(900'000, 'b')), "files.person_full");
    EXPECT_EQ(count("uploads"), 0);
    EXPECT_EQ(list(who, of(record)).size(), 1u);
}

TEST_P(Files, SpeakTus) {
    const Person who = planner();
    const auto record = organisation(who);
    const Reply options = send(who, "OPTIONS", "/uploads");
    EXPECT_EQ(options.header("tus-version"), "1.0.0");
    EXPECT_EQ(options.header("tus-max-size"), "200000000");
    EXPECT_EQ(post(who, "/uploads", "").status, 412);
    const std::string at = place(begin(who, of(record), kPdf.size()));
    EXPECT_EQ(send(who, "PATCH", at, "x", {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}}).status, 415);
    EXPECT_EQ(go_on(who, at, 0, "x", {{"Upload-Checksum", "sha1 AAAA"}}).status, 460);
    EXPECT_EQ(go_on(who, at, 0, kPdf + "more").status, 413);
    EXPECT_EQ(go_on(who, at, 0, std::string((8u << 20) + 1, 'x')).status, 413);
    EXPECT_EQ(send(who, "DELETE", at, "", {{"Tus-Resumable", "1.0.0"}}).status, 204);
    EXPECT_EQ(send(who, "HEAD", at).status, 404);
    EXPECT_EQ(count("uploads"), 0);
    const std::string late = place(begin(who, of(record), kPdf.size()));
    app().database().write([](db::Connection& c) { c.execute("UPDATE file_upload SET expires = 1"); });
    EXPECT_EQ(get(who, late).status, 410);
}

TEST_P(Files, AreRenamedPutAwayAndBroughtBack) {
    const Person who = planner();
    const auto record = organisation(who);
    const auto one = upload(who, of(record), kPdf);
    const std::string path = "/attachments/" + text(one, "id");
    const Reply renamed =
        send(who, "PATCH", path, R"({"name":"b.pdf","description":"Why"})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(text(parsed(renamed), "name"), "b.pdf");
    EXPECT_EQ(send(who, "PATCH", path, R"({"name":"c.pdf"})", {{"If-Match", "\"1\""}}).status, 412);
    EXPECT_EQ(send(who, "PATCH", path, R"({"name":"c.pdf"})").status, 428);
    const Reply other = send(who, "PATCH", path, R"({"name":"b.exe"})", {{"If-Match", "\"2\""}});
    EXPECT_EQ(refusals(other), std::vector<std::string>{"/name files.keep_extension"});
    EXPECT_EQ(send(who, "DELETE", path, "", {{"If-Match", "\"2\""}}).status, 204);
    EXPECT_EQ(get(who, path).status, 404);
    EXPECT_EQ(get(who, path + "/content").status, 404);
    EXPECT_TRUE(list(who, of(record)).empty());
    EXPECT_EQ(post(who, path + "/restore").status, 200);
    EXPECT_EQ(list(who, of(record)).size(), 1u);
}

TEST_P(Files, OfADocumentAreFixedWhenItIsHandedIn) {
    const Person drafter = planner(), director = person({auth::Role::director});
    post(
        administrator(), "/approvals/lines",
        R"({"name":"Line","kind":"document","delegated":false,"steps":[{"task":"approval","title":"Head","role":"director"}]})");
    const auto draft =
        parsed(post(drafter, "/approvals", R"({"desk":"general","title":"Document","body":"Text"})"));
    const Wish wish{"approval", text(draft, "id")};
    const auto one = upload(drafter, wish, kPdf);
    EXPECT_EQ(begin(director, wish, 10).status, 404) << "a draft is its drafter's";
    const std::string late = place(begin(drafter, {"approval", text(draft, "id"), "b.pdf"}, kPdf.size()));
    const Reply submitted = post(drafter, "/approvals/" + text(draft, "id") + "/submit",
                                 R"({"steps":[{"task":"approval","account":")" + director.id + R"("}]})",
                                 {{"If-Match", "\"1\""}});
    ASSERT_EQ(submitted.status, 200) << submitted.body;
    EXPECT_EQ(list(director, wish).size(), 1u);
    EXPECT_EQ(get(director, "/attachments/" + text(one, "id") + "/content").body, kPdf);
    EXPECT_EQ(begin(drafter, wish, 10).status, 403);
    EXPECT_EQ(go_on(drafter, late, 0, kPdf).status, 403) << "what comes late is not attached";
    EXPECT_EQ(send(drafter, "DELETE", "/attachments/" + text(one, "id"), "", {{"If-Match", "\"1\""}}).status,
              403);
    EXPECT_EQ(list(director, wish).size(), 1u);

    const auto round = parsed(submitted).at("rounds").at(0);
    EXPECT_EQ(text(round.at("files").at(0), "name"), "a.pdf");
    EXPECT_EQ(text(round.at("files").at(0), "hash"), sha256(kPdf));
    const auto behind = [&](const std::string& name) {
        app().database().write([&](db::Connection& c) {
            c.execute("UPDATE attachment SET name = $2 WHERE id = $1", text(one, "id"), name);
        });
    };
    const auto approve = [&] {
        return post(director, "/approvals/" + text(draft, "id") + "/decision", R"({"decision":"approve"})",
                    {{"If-Match", "\"2\""}});
    };
    behind("b.pdf");
    EXPECT_EQ(approve().status, 409) << "another file than was handed in";
    behind("a.pdf");
    const Reply approved = approve();
    ASSERT_EQ(approved.status, 200) << approved.body;
    EXPECT_TRUE(parsed(approved).at("intact").as_bool());
    behind("b.pdf");
    EXPECT_FALSE(parsed(get(director, "/approvals/" + text(draft, "id"))).at("intact").as_bool());
}

TEST_P(Files, NobodyNeedsAreSweptAfterTheGrace) {
    const Person who = planner();
    const auto record = organisation(who);
    const auto one = upload(who, of(record), kPdf);
    std::int64_t later = 0;
    const files::Kinds kinds;
    IdMaker ids(db::system_clock(), db::system_random());
    const files::Office office{app().database(), [&] { return db::system_clock()() + later; }, ids,
                               std::make_shared<files::Folder>(data_dir() / "files"), kinds};
    std::ofstream(data_dir() / "files" / "content" / sha256("stray")) << "not where contents stand";
    std::filesystem::create_directories(content(sha256("stray")).parent_path());
    std::ofstream(content(sha256("stray"))) << "stray";
    const std::string open = place(begin(who, of(record, "b.pdf"), kPdf.size()));
    go_on(who, open, 0, "%PDF");
    const auto sweep_after = [&](std::int64_t days) {
        later = days * 24 * 3600 * kSecond;
        return files::sweep(office);
    };
    EXPECT_EQ(sweep_after(0).contents, 0);
    const auto second = sweep_after(2);
    EXPECT_EQ(second.strays, 1);
    EXPECT_EQ(second.uploads, 1);
    send(who, "DELETE", "/attachments/" + text(one, "id"), "", {{"If-Match", "\"1\""}});
    EXPECT_EQ(sweep_after(29).contents, 0);
    EXPECT_EQ(sweep_after(31).attachments, 1);
    EXPECT_TRUE(std::filesystem::exists(content(sha256(kPdf)))) << "let go, but within its grace";
    {
        const auto kept = office.folder->keep_contents();
        EXPECT_TRUE(sweep_after(62).backup_runs);
    }
    EXPECT_EQ(sweep_after(62).contents, 1);
    EXPECT_FALSE(std::filesystem::exists(content(sha256(kPdf))));
}

TEST_P(Files, ThatWereSpoiltAreFound) {
    const Person who = planner();
    const auto record = organisation(who);
    const auto one = upload(who, of(record), kPdf);
    const auto two = upload(who, of(record, "b.txt"), "words");
    const files::Kinds kinds;
    IdMaker ids(db::system_clock(), db::system_random());
    const files::Office office{app().database(), db::system_clock(), ids,
                               std::make_shared<files::Folder>(data_dir() / "files"), kinds};
    EXPECT_TRUE(files::check_contents(office).empty());
    const auto path = content(text(one, "hash"));
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    std::string spoilt = kPdf;
    spoilt[20] ^= 1;
    std::ofstream(path) << spoilt;
    std::filesystem::remove(content(text(two, "hash")));
    std::vector<std::string> codes;
    for (const Error& error : files::check_contents(office)) codes.push_back(error.code);
    std::ranges::sort(codes);
    EXPECT_EQ(codes, (std::vector<std::string>{"files.damaged", "files.missing"}));
}

/// What the contract says of the four, by operation.
TEST_P(Files, GiveTheFourWhatTheContractSays) {
    for (const auto& operation : http::contract_operations()) {
        if (!operation.path.starts_with("/api/v1/uploads") &&
            !operation.path.starts_with("/api/v1/attachments"))
            continue;
        for (const auto& [name, status] : operation.actors) {
            SCOPED_TRACE(operation.id + " by " + name);
            const Person owner = planner(), colleague = planner(), stranger = person({});
            const Person& actor = name == "owner"       ? owner
                                  : name == "colleague" ? colleague
                                  : name == "stranger"  ? stranger
                                                        : nobody;
            const auto record = organisation(owner);
            const Wish wish = of(record);
            const std::string subject = "?subject_kind=organisation&subject_id=" + wish.id;
            const std::string one = "/attachments/" + text(upload(owner, wish, kPdf), "id");
            const std::string open = place(begin(owner, of(record, "b.pdf"), kPdf.size()));
            const Headers tus{{"Tus-Resumable", "1.0.0"}}, match{{"If-Match", "\"1\""}};
            const std::map<std::string, std::function<Reply()>> calls = {
                {"describe_uploads", [&] { return send(actor, "OPTIONS", "/uploads"); }},
                {"list_uploads", [&] { return get(actor, "/uploads" + subject); }},
                {"create_upload", [&] { return begin(actor, wish, 10); }},
                {"get_upload", [&] { return get(actor, open); }},
                {"continue_upload", [&] { return go_on(actor, open, 0, "%PDF"); }},
                {"end_upload", [&] { return send(actor, "DELETE", open, "", tus); }},
                {"list_attachments", [&] { return get(actor, "/attachments" + subject); }},
                {"get_attachment", [&] { return get(actor, one); }},
                {"change_attachment",
                 [&] { return send(actor, "PATCH", one, R"({"description":"d"})", match); }},
                {"delete_attachment", [&] { return send(actor, "DELETE", one, "", match); }},
                {"restore_attachment", [&] { return post(actor, one + "/restore"); }},
                {"download_attachment", [&] { return get(actor, one + "/content"); }},
            };
            ASSERT_TRUE(calls.contains(operation.id)) << "say here how it is called";
            const Reply reply = calls.at(operation.id)();
            EXPECT_EQ(reply.status, status) << reply.body.substr(0, 500);
        }
    }
}

}  // namespace
}  // namespace dure::app::testing
