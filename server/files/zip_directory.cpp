// SPDX-License-Identifier: Apache-2.0
#include "server/files/zip_directory.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "server/files/name.hpp"

namespace dure::files {
namespace {

constexpr std::size_t kEndSize = 22, kLongestComment = 65'535, kHeadSize = 46, kLocalSize = 30;
constexpr std::uint32_t kEndMark = 0x06054b50, kHeadMark = 0x02014b50, kLocalMark = 0x04034b50;
constexpr std::uint32_t kWide = 0xFFFFFFFF;  // the number stands in the zip64 field
constexpr std::uint64_t kLargestDirectory = std::uint64_t{64} << 20;
constexpr std::uint32_t kUnix = 3, kLinkMode = 0120000, kTypeMode = 0170000;

constexpr std::array<std::string_view, 17> kPrograms = {"exe", "dll", "scr", "com", "bat", "cmd",
                                                        "msi", "ps1", "vbs", "vbe", "js",  "jse",
                                                        "wsf", "hta", "lnk", "jar", "cpl"};

/// "../x", "/x", "C:\x" and what has a zero byte would be written elsewhere than where it is unpacked.
bool leads_out(std::string_view name) {
    if (name.empty() || name.find('\0') != std::string_view::npos) return true;
    if (name.front() == '/' || name.front() == '\\' || (name.size() > 1 && name[1] == ':')) return true;
    while (!name.empty()) {
        const auto end = std::min(name.find_first_of("/\\"), name.size());
        if (name.substr(0, end) == "..") return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

std::uint32_t number(std::string_view text, std::size_t at, std::size_t width) {
    return MemoryBytes(text).little(at, width);
}

/// Fills in what the zip64 field (APPNOTE 4.5.3) says in place of a 32-bit number.
bool widen(std::string_view extra, ZipEntry& entry) {
    while (extra.size() >= 4) {
        const auto id = number(extra, 0, 2), size = number(extra, 2, 2);
        if (size > extra.size() - 4) return false;
        if (id == 1) {
            std::size_t at = 4;
            for (std::uint64_t* field : {&entry.size, &entry.packed, &entry.place}) {
                if (*field != kWide) continue;
                if (at + 8 > 4 + size) return false;
                *field = number(extra, at, 4) | std::uint64_t{number(extra, at + 4, 4)} << 32;
                at += 8;
            }
            return true;
        }
        extra.remove_prefix(4 + size);
    }
    return true;
}

struct Directory {
    std::uint64_t place = 0, size = 0;
    std::size_t entries = 0;
};

std::optional<Directory> find_directory(const Bytes& bytes) {
    if (bytes.size() < kEndSize) return std::nullopt;
    const std::uint64_t behind = std::min<std::uint64_t>(bytes.size(), kEndSize + kLongestComment);
    const std::string tail = bytes.text(bytes.size() - behind, static_cast<std::size_t>(behind));
    for (std::size_t at = tail.size() - std::min(tail.size(), kEndSize) + 1; at-- > 0;) {
        if (number(tail, at, 4) != kEndMark || number(tail, at + 20, 2) != tail.size() - at - kEndSize)
            continue;
        const Directory found{.place = number(tail, at + 16, 4),
                              .size = number(tail, at + 12, 4),
                              .entries = number(tail, at + 10, 2)};
        const std::uint64_t end = bytes.size() - behind + at;
        // On one disk, and right before its end: what stands between could be another archive.
        if (number(tail, at + 4, 4) != 0 || found.place + found.size != end || found.size > kLargestDirectory)
            return std::nullopt;
        return found;
    }
    return std::nullopt;
}

Expected<ZipEntry> entry_at(std::string_view head, std::size_t& at) {
    if (head.size() - at < kHeadSize || number(head, at, 4) != kHeadMark)
        return fail("files.damaged_archive");
    const auto name = number(head, at + 28, 2), extra = number(head, at + 30, 2),
               comment = number(head, at + 32, 2);
    if (head.size() - at - kHeadSize < std::size_t{name} + extra + comment)
        return fail("files.damaged_archive");
    ZipEntry entry{.name = std::string(head.substr(at + kHeadSize, name)),
                   .crc = number(head, at + 16, 4),
                   .packed = number(head, at + 20, 4),
                   .size = number(head, at + 24, 4),
                   .place = number(head, at + 42, 4),
                   .method = static_cast<int>(number(head, at + 10, 2))};
    if (!widen(head.substr(at + kHeadSize + name, extra), entry)) return fail("files.damaged_archive");
    const bool link = number(head, at + 5, 1) == kUnix && (number(head, at + 40, 2) & kTypeMode) == kLinkMode;
    const bool locked = (number(head, at + 8, 2) & 1) != 0;
    at += kHeadSize + name + extra + comment;
    const Params named{{"name", entry.name.substr(0, 200)}};
    if (leads_out(entry.name) || link) return fail("files.archive_path", named);
    if (locked) return fail("files.locked");
    if (entry.method != 0 && entry.method != 8) return fail("files.archive_method", named);
    if (std::ranges::find(kPrograms, extension_of(entry.name)) != kPrograms.end())
        return fail("files.archive_program", named);
    return entry;
}

Error bomb(const ZipLimits& limits) {
    return {.code = "files.bomb", .params = {{"maximum_mb", std::to_string(limits.unpacked >> 20)}}};
}

}  // namespace

Expected<std::vector<ZipEntry>> read_directory(const Bytes& bytes, const ZipLimits& limits) {
    const auto where = find_directory(bytes);
    if (!where) return fail("files.damaged_archive");
    const std::string head = bytes.text(where->place, static_cast<std::size_t>(where->size));
    if (head.size() != where->size) return fail("files.damaged_archive");
    std::vector<ZipEntry> entries;
    for (std::size_t at = 0; at < head.size();) {
        if (entries.size() >= limits.entries)
            return fail("files.too_many_entries", {{"maximum", std::to_string(limits.entries)}});
        auto entry = entry_at(head, at);
        if (!entry) return std::unexpected(entry.error());
        entries.push_back(std::move(*entry));
    }
    if ((entries.size() & 0xFFFF) != where->entries) return fail("files.damaged_archive");
    std::ranges::stable_sort(entries, {}, &ZipEntry::place);
    std::uint64_t free = 0;  // up to here the bytes belong to an entry
    for (const ZipEntry& entry : entries) {
        if (entry.place < free) return std::unexpected(bomb(limits));  // bytes that are used again
        const std::uint64_t least = kLocalSize + entry.packed;
        if (entry.packed > bytes.size() || entry.place > where->place || least > where->place - entry.place)
            return fail("files.damaged_archive");
        free = entry.place + least;
    }
    return entries;
}

Expected<std::uint64_t> content_place(const Bytes& bytes, const ZipEntry& entry) {
    if (bytes.little(entry.place, 4) != kLocalMark) return fail("files.damaged_archive");
    const auto name = bytes.little(entry.place + 26, 2), extra = bytes.little(entry.place + 28, 2);
    // One name in the directory and another before the content: readers would disagree on what it is.
    if (bytes.text(entry.place + kLocalSize, name) != entry.name) return fail("files.damaged_archive");
    const std::uint64_t place = entry.place + kLocalSize + name + extra;
    if (place > bytes.size() || entry.packed > bytes.size() - place) return fail("files.damaged_archive");
    return place;
}

}  // namespace dure::files
