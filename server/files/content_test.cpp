// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/files/content_type.hpp"
#include "server/files/name.hpp"
#include "server/files/ranges.hpp"
#include "server/files/testing.hpp"
#include "server/files/tus.hpp"
#include "server/upkeep/settings.hpp"

namespace dure::files {
namespace {

using testing::zip;
using testing::ZipPart;

/// The media type, or the code of the refusal.
std::string seen(std::string_view bytes, std::string_view extension, const ZipLimits& limits = {}) {
    const auto type = inspect_content(MemoryBytes(bytes), extension, limits);
    return type ? *type : type.error().code;
}

std::string docx() {
    return zip({{.name = "[Content_Types].xml", .content = "<Types/>"},
                {.name = "word/document.xml", .content = "<w:document/>"}});
}

TEST(ContentType, IsFoundInTheContent) {
    using testing::gif, testing::jpeg, testing::png;
    const std::string odt =
        zip({{.name = "mimetype", .content = "application/vnd.oasis.opendocument.text", .packed = false},
             {.name = "content.xml", .content = "<a/>"}});
    const std::string hwpx = zip({{.name = "mimetype", .content = "application/hwp+zip", .packed = false}});
    EXPECT_EQ(seen(testing::kPdf, "pdf"), "application/pdf");
    EXPECT_EQ(seen(png(30, 20), "png"), "image/png");
    EXPECT_EQ(seen(jpeg(30, 20), "jpg"), "image/jpeg");
    EXPECT_EQ(seen(jpeg(30, 20), "jpeg"), "image/jpeg");
    EXPECT_EQ(seen(gif(30, 20, 2), "gif"), "image/gif");
    EXPECT_EQ(seen(docx(), "docx"), find_type("docx")->media_type);
    EXPECT_EQ(seen(odt, "odt"), find_type("odt")->media_type);
    EXPECT_EQ(seen(hwpx, "hwpx"), "application/hwp+zip");
    EXPECT_EQ(seen(zip({{.name = "a.txt", .content = "a"}}), "zip"), "application/zip");
    EXPECT_EQ(seen(zip({}), "zip"), "application/zip");
    EXPECT_EQ(seen("두레\n", "txt"), "text/plain; charset=utf-8");
    EXPECT_EQ(seen("\xB5\xCE\xB7\xB9,1\n", "csv"), "text/csv; charset=euc-kr");
    EXPECT_EQ(seen(std::string("\xFF\xFE\x61\x00", 4), "txt"), "text/plain; charset=utf-16le");
}

// The only sector of the directory is too short for a name and follows itself.
TEST(ContentType, AChainInACircleEnds) {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(551);
    bytes[30] = 9;
    for (const char* extension : {"doc", "hwp"})
        EXPECT_EQ(seen(bytes, extension), "files.wrong_content") << extension;
}

TEST(ContentType, MustAgreeWithTheName) {
    struct {
        std::string bytes, extension, code;
    } const cases[] = {
        {"RIFF", "webp", "files.wrong_content"},
        {std::string("RIFF\x1E\0\0", 7), "webp", "files.wrong_content"},
        {"RI", "mp4", "files.wrong_content"},
        {"MZ\x90\x00 a program", "pdf", "files.wrong_content"},
        {testing::kPdf, "png", "files.wrong_content"},
        {testing::png(3, 3), "pdf", "files.wrong_content"},
        {testing::kPdf, "txt", "files.wrong_content"},
        {docx(), "zip", "files.wrong_content"},
        {docx(), "xlsx", "files.wrong_content"},
        {zip({{.name = "a.txt", .content = "a"}}), "docx", "files.wrong_content"},
        {std::string("a\0b", 3), "txt", "files.wrong_content"},
        {"\xFF\xFF\xFF", "csv", "files.wrong_content"},
        {"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg", "files.wrong_content"},
        {"<html><script>alert(1)</script>", "html", "files.wrong_content"},
        {"%PDF", "pdf", "files.wrong_content"},
        {"", "pdf", "files.wrong_content"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "doc", "files.wrong_content"},
        {"PK\x03\x04", "zip", "files.damaged_archive"},
        {std::string("\x89PNG\r\n\x1a\n"), "png", "files.damaged_picture"},
        {"\xFF\xD8\xFF\xD9", "jpg", "files.damaged_picture"},
        {"GIF89a", "gif", "files.damaged_picture"},
        {zip({{.name = "[Content_Types].xml", .content = "x"},
              {.name = "word/a.xml", .content = "x"},
              {.name = "word/vbaProject.bin", .content = "x"}}),
         "docx", "files.macros"},
    };
    for (const auto& one : cases) EXPECT_EQ(seen(one.bytes, one.extension), one.code) << one.extension;
}

TEST(Zip, IsMeasuredNotBelieved) {
    const ZipLimits small{.unpacked = 1 << 20, .ratio = 50, .ratio_from = 1 << 16, .nested = 1 << 16};
    const std::string zeros(3 << 20, '\0');
    const std::string flat(200'000, 'a');
    const std::string inner = zip({{.name = "a.txt", .content = "deep"}});
    const auto nested = [&](int depth) {
        std::string bytes = inner;
        for (int i = 0; i < depth; ++i) bytes = zip({{.name = "in.zip", .content = bytes}});
        return bytes;
    };
    struct {
        const char* what;
        std::string bytes, code;
    } const cases[] = {
        {"too much", zip({{.name = "a", .content = zeros}}), "files.bomb"},
        {"too thin", zip({{.name = "a", .content = flat}}), "files.bomb"},
        {"a bomb within", zip({{.name = "b.zip", .content = zip({{.name = "a", .content = zeros}})}}),
         "files.bomb"},
        {"says less than it holds", zip({{.name = "a", .content = "abcdef", .said = 3}}), "files.bomb"},
        {"says more than it holds", zip({{.name = "a", .content = "abcdef", .said = 9}}),
         "files.damaged_archive"},
        {"the same bytes twice",
         zip({{.name = "a", .content = "abcdef"}, {.name = "a", .content = "abcdef", .place = 0}}),
         "files.bomb"},
        {"deep", nested(3), "files.nested_archive"},
        {"large within",
         zip({{.name = "b.zip", .content = inner + std::string(1 << 17, 'x'), .packed = false}}),
         "files.nested_archive"},
        {"a way out", zip({{.name = "../../etc/passwd", .content = "x"}}), "files.archive_path"},
        {"a way out, from Windows", zip({{.name = "a\\..\\..\\b.txt", .content = "x"}}),
         "files.archive_path"},
        {"from the root", zip({{.name = "/etc/passwd", .content = "x"}}), "files.archive_path"},
        {"a drive", zip({{.name = "C:\\a.txt", .content = "x"}}), "files.archive_path"},
        {"a zero byte", zip({{.name = std::string("a\0b", 3), .content = "x"}}), "files.archive_path"},
        {"a link", zip({{.name = "a", .content = "/etc", .attributes = 0120777u << 16}}),
         "files.archive_path"},
        {"a program", zip({{.name = "setup.EXE", .content = "MZ"}}), "files.archive_program"},
        {"locked", zip({{.name = "a", .content = "x", .flags = 1}}), "files.locked"},
        {"another way to pack", zip({{.name = "a", .content = "x", .method = 14}}), "files.archive_method"},
        {"two names", zip({{.name = "a", .content = "x", .local_name = "b"}}), "files.damaged_archive"},
        {"cut off", zip({{.name = "a", .content = "abcdef"}}).substr(0, 40), "files.damaged_archive"},
    };
    for (const auto& one : cases) EXPECT_EQ(seen(one.bytes, "zip", small), one.code) << one.what;
    EXPECT_EQ(seen(nested(2), "zip", small), "application/zip");
    std::vector<ZipPart> many(11, ZipPart{.name = "a", .content = ""});
    EXPECT_EQ(seen(zip(many), "zip", {.entries = 10}), "files.too_many_entries");
}

TEST(Picture, MustNotBecomeTooLarge) {
    using testing::gif, testing::jpeg, testing::png;
    EXPECT_EQ(seen(png(60'000, 60'000), "png"), "files.picture_bomb");
    EXPECT_EQ(seen(png(1, 40'000), "png"), "files.picture_bomb");
    EXPECT_EQ(seen(png(0, 5), "png"), "files.damaged_picture");
    EXPECT_EQ(seen(jpeg(65'000, 65'000), "jpg"), "files.picture_bomb");
    EXPECT_EQ(seen(gif(10'000, 10'000, 100), "gif"), "files.picture_bomb");
    EXPECT_EQ(seen(gif(65'535, 1, 1), "gif"), "files.picture_bomb");
}

std::string named(std::string_view name) {
    const auto kept = checked_name(name);
    return kept ? *kept : kept.error().code;
}

TEST(Name, IsKeptAsPeopleWroteIt) {
    EXPECT_EQ(named("보고서 (최종).pdf"), "보고서 (최종).pdf");
    EXPECT_EQ(named("\u1112\u1161\u11AB.pdf"), "한.pdf");  // as a Mac sends it
    EXPECT_EQ(named("a.tar.gz"), "a.tar.gz");
    EXPECT_EQ(extension_of("A.PDF"), "pdf");
}

TEST(Name, RefusesTricks) {
    const std::pair<std::string, std::string> cases[] = {
        {"", "files.name_empty"},
        {"../../etc/passwd.txt", "files.name_path"},
        {"..\\a.txt", "files.name_path"},
        {"/etc/a.txt", "files.name_path"},
        {"C:a.txt", "files.name_path"},
        {"a.txt:stream", "files.name_path"},
        {".htaccess", "files.name_path"},
        {"..", "files.name_path"},
        {std::string("a\0.txt", 6), "files.name_not_text"},
        {"a\r\nX: y.txt", "files.name_not_text"},
        {"fdp.\xE2\x80\xAEtxt.exe", "files.name_not_text"},
        {"\xFF.txt", "files.name_not_text"},
        {"con.txt", "files.name_reserved"},
        {"LPT1.pdf", "files.name_reserved"},
        {"a.txt.", "files.name_reserved"},
        {"a.txt ", "files.name_reserved"},
        {"readme", "files.name_no_extension"},
        {std::string(250, 'a') + ".txt", "files.name_too_long"},
    };
    for (const auto& [name, code] : cases) EXPECT_EQ(named(name), code) << name;
}

TEST(Name, GoesIntoTheHeaderOfADownload) {
    EXPECT_EQ(disposition("attachment", "a \"b\"%.pdf"),
              "attachment; filename=\"a _b__.pdf\"; filename*=UTF-8''a%20%22b%22%25.pdf");
    EXPECT_EQ(disposition("inline", "두.pdf"), "inline; filename=\"_.pdf\"; filename*=UTF-8''%EB%91%90.pdf");
}

TEST(Tus, ReadsItsHeaders) {
    const auto metadata = read_metadata("filename 65GQ66CILnBkZg==,empty,kind YQ==");
    ASSERT_TRUE(metadata);
    EXPECT_EQ(metadata->at("filename"), "두레.pdf");
    EXPECT_EQ(metadata->at("empty"), "");
    for (const char* bad :
         {",", "a YQ==,a YQ==", "a YQ", "a Y-==", "a /w==", " YQ==", "a\x01 YQ==", "a YQ== YQ=="})
        EXPECT_FALSE(read_metadata(bad)) << bad;
    EXPECT_EQ(whole_number("0"), 0u);
    for (const char* bad : {"", "-1", "1.5", "1 ", "0x1", "9007199254740992", "99999999999999999999"})
        EXPECT_FALSE(whole_number(bad)) << bad;
    EXPECT_TRUE(check_checksum("sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=", "hello"));
    EXPECT_EQ(check_checksum("sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=", "hell0").error().code,
              "files.wrong_checksum");
    for (const char* bad : {"", "sha1", "md5 qvTG", "sha1 !"})
        EXPECT_EQ(check_checksum(bad, "").error().code, "files.bad_checksum") << bad;
    EXPECT_EQ(http_date(1'764'244'800'000'000), "Thu, 27 Nov 2025 12:00:00 GMT");
}

TEST(Range, IsOneOrTheWhole) {
    EXPECT_EQ(range_in("bytes=0-3", 10), (Part{0, 4}));
    EXPECT_EQ(range_in("bytes=4-", 10), (Part{4, 6}));
    EXPECT_EQ(range_in("bytes=-3", 10), (Part{7, 3}));
    EXPECT_EQ(range_in("bytes=-30", 10), (Part{0, 10}));
    EXPECT_EQ(range_in("bytes=8-99", 10), (Part{8, 2}));
    EXPECT_EQ(range_in("bytes=10-", 10), (Part{0, 0}));
    for (const char* whole :
         {"", "bytes=", "bytes=5-2", "bytes=0-1,3-4", "items=0-1", "bytes=a-b", "bytes=1-x"})
        EXPECT_FALSE(range_in(whole, 10)) << whole;
}

TEST(Settings, NameTheTypesThatCanBeTold) {
    std::string known;
    for (const ContentType& one : known_types())
        known += (known.empty() ? "" : " ") + std::string(one.extension);
    EXPECT_EQ(upkeep::find_rule("file_types")->choices, known);
}

}  // namespace
}  // namespace dure::files
