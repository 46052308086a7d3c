// SPDX-License-Identifier: Apache-2.0
#include "server/files/content_type.hpp"

#include <algorithm>
#include <optional>

#include "server/files/charset.hpp"
#include "server/files/compound.hpp"
#include "server/files/picture.hpp"

namespace dure::files {
namespace {

constexpr ContentType kTypes[] = {
    {"pdf", "application/pdf", true},
    {"png", "image/png", true},
    {"jpg", "image/jpeg", true},
    {"jpeg", "image/jpeg", true},
    {"gif", "image/gif", true},
    {"webp", "image/webp", true},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"odp", "application/vnd.oasis.opendocument.presentation"},
    {"hwpx", "application/hwp+zip"},
    {"hwp", "application/x-hwp"},
    {"doc", "application/msword"},
    {"xls", "application/vnd.ms-excel"},
    {"ppt", "application/vnd.ms-powerpoint"},
    {"zip", "application/zip"},
    {"mp4", "video/mp4"},
    {"csv", "text/csv", true},
    {"txt", "text/plain", true},
    {"md", "text/markdown", true},
};

/// What the first bytes tell: an extension; "zip" and "compound" are looked into.
std::string_view by_mark(const Bytes& bytes) {
    const std::string head = bytes.text(0, 16);
    const std::string_view start = head;
    const auto behind = [&](std::size_t bytes) { return start.substr(std::min(bytes, start.size())); };
    if (start.starts_with("%PDF-")) return "pdf";
    if (start.starts_with("\x89PNG\r\n\x1a\n")) return "png";
    if (start.starts_with("\xFF\xD8\xFF")) return "jpg";
    if (start.starts_with("GIF87a") || start.starts_with("GIF89a")) return "gif";
    if (start.starts_with("RIFF") && behind(8).starts_with("WEBP")) return "webp";
    if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06")) return "zip";
    if (start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return "compound";
    if (behind(4).starts_with("ftyp")) return "mp4";
    return "";
}

std::string_view of_archive(const ZipContent& content) {
    if (content.has("[Content_Types].xml")) {
        if (content.has_below("word/")) return "docx";
        if (content.has_below("xl/")) return "xlsx";
        if (content.has_below("ppt/")) return "pptx";
    }
    for (const auto* extension : {"odt", "ods", "odp", "hwpx"})
        if (content.mimetype == find_type(extension)->media_type) return extension;
    return "zip";
}

bool has_macros(const ZipContent& content) {
    return std::ranges::any_of(content.entries, [](const ZipEntry& one) {
        return one.name.ends_with("vbaProject.bin") || one.name.starts_with("Basic/") ||
               one.name.starts_with("Scripts/");
    });
}

Expected<std::string_view> of_compound(const Bytes& bytes) {
    const auto names = compound_names(bytes);
    const auto has = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
    if (has("EncryptedPackage")) return fail("files.locked");
    if (has("VBA") || has("_VBA_PROJECT_CUR") || has("Macros")) return fail("files.macros");
    if (has("WordDocument")) return "doc";
    if (has("Workbook") || has("Book")) return "xls";
    if (has("PowerPoint Document")) return "ppt";
    if (has("FileHeader") && has("BodyText")) return "hwp";
    return "";
}

std::optional<PictureKind> picture_kind(std::string_view found) {
    if (found == "png") return PictureKind::png;
    if (found == "jpg") return PictureKind::jpeg;
    if (found == "gif") return PictureKind::gif;
    if (found == "webp") return PictureKind::webp;
    return std::nullopt;
}

bool is_text(std::string_view extension) {
    return extension == "txt" || extension == "csv" || extension == "md";
}

bool agree(std::string_view extension, std::string_view found) {
    return extension == found || (extension == "jpeg" && found == "jpg");
}

std::unexpected<Error> wrong(std::string_view extension, std::string_view found) {
    return fail("files.wrong_content",
                {{"extension", std::string(extension)}, {"found", found.empty() ? "?" : std::string(found)}});
}

}  // namespace

std::span<const ContentType> known_types() {
    return kTypes;
}

const ContentType* find_type(std::string_view extension) {
    const auto found = std::ranges::find(kTypes, extension, &ContentType::extension);
    return found == std::end(kTypes) ? nullptr : found;
}

bool is_shown(std::string_view media_type) {
    const auto plain = media_type.substr(0, media_type.find(';'));
    return std::ranges::any_of(kTypes,
                               [&](const ContentType& one) { return one.shown && one.media_type == plain; });
}

Expected<std::string> inspect_content(const Bytes& bytes, std::string_view extension,
                                      const ZipLimits& limits) {
    const ContentType* type = find_type(extension);
    std::string_view found = by_mark(bytes);
    if (found == "zip") {
        const auto content = inspect_zip(bytes, limits);
        if (!content) return std::unexpected(content.error());
        found = of_archive(*content);
        if (found != "zip" && has_macros(*content)) return fail("files.macros");
    } else if (found == "compound") {
        const auto inner = of_compound(bytes);
        if (!inner) return std::unexpected(inner.error());
        found = *inner;
    } else if (const auto picture = picture_kind(found)) {
        if (const auto size = inspect_picture(bytes, *picture); !size) return std::unexpected(size.error());
    } else if (found.empty() && type && is_text(extension)) {
        if (const auto charset = charset_of(bytes))
            return std::string(type->media_type) + "; charset=" + *charset;
    }
    if (!type || !agree(extension, found)) return wrong(extension, found);
    return std::string(type->media_type);
}

}  // namespace dure::files
