// SPDX-License-Identifier: Apache-2.0
#include "server/files/zip_reader.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <functional>

#include "server/files/zip_directory.hpp"

namespace dure::files {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::size_t kLongestMimetype = 100;
constexpr std::string_view kArchiveMark = "PK\x03\x04";

/// Raw deflate (RFC 1951) in pieces.
class Inflater {
  public:
    Inflater() { ok_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Gives what `packed` unpacks to; false when it is damaged or `sink` has had enough.
    bool feed(std::string& packed, const std::function<bool(std::string_view)>& sink) {
        stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
        stream_.avail_in = static_cast<uInt>(packed.size());
        while (ok_ && !ended_) {
            stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
            stream_.avail_out = static_cast<uInt>(out_.size());
            const int answer = inflate(&stream_, Z_NO_FLUSH);
            ended_ = answer == Z_STREAM_END;
            if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR) return false;
            const std::size_t got = out_.size() - stream_.avail_out;
            if (got > 0 && !sink({out_.data(), got})) return false;
            if (got == 0 || (stream_.avail_in == 0 && stream_.avail_out > 0)) break;
        }
        return ok_;
    }
    bool ended() const { return ended_ && stream_.avail_in == 0; }

  private:
    z_stream stream_{};
    bool ok_ = false, ended_ = false;
    std::array<char, kPiece> out_{};
};

class Inspection {
  public:
    explicit Inspection(const ZipLimits& limits) : limits_(limits) {}

    Expected<ZipContent> inspect(const Bytes& bytes, int depth) {
        auto entries = read_directory(bytes, limits_);
        if (!entries) return std::unexpected(entries.error());
        ZipContent content{.entries = std::move(*entries), .mimetype = {}};
        if (depth == 0) packed_ = bytes.size();
        for (const ZipEntry& entry : content.entries) {
            auto within = unpack(bytes, entry, depth);
            if (!within) return std::unexpected(within.error());
            if (entry.place == 0 && entry.name == "mimetype" && within->size() <= kLongestMimetype)
                content.mimetype = std::move(*within);
        }
        return content;
    }

  private:
    std::unexpected<Error> bomb() const {
        return fail("files.bomb", {{"maximum_mb", std::to_string(limits_.unpacked >> 20)}});
    }
    bool too_much() const {
        return unpacked_ > limits_.unpacked ||
               (unpacked_ > limits_.ratio_from && unpacked_ / limits_.ratio > packed_);
    }

    /// Measures an entry; gives back its bytes where they are few or an archive.
    Expected<std::string> unpack(const Bytes& bytes, const ZipEntry& entry, int depth) {
        const auto place = content_place(bytes, entry);
        if (!place) return std::unexpected(place.error());
        std::string kept;
        std::uint64_t size = 0;
        uLong crc = crc32(0, nullptr, 0);
        bool enough = false, archive = false;
        const auto take = [&](std::string_view piece) {
            if (size < kArchiveMark.size() && piece.size() >= kArchiveMark.size())
                archive = piece.starts_with(kArchiveMark);
            size += piece.size();
            unpacked_ += piece.size();
            crc = crc32(crc, reinterpret_cast<const Bytef*>(piece.data()), static_cast<uInt>(piece.size()));
            if (archive || kept.size() + piece.size() <= kLongestMimetype) kept += piece;
            enough = size > entry.size || too_much() || kept.size() > limits_.nested;
            return !enough;
        };
        if (!walk(bytes, *place, entry, take) && !enough) return fail("files.damaged_archive");
        if (archive && (kept.size() > limits_.nested || depth >= limits_.depth))
            return fail("files.nested_archive", {{"name", entry.name.substr(0, 200)}});
        if (enough) return bomb();
        if (size != entry.size || crc != entry.crc) return fail("files.damaged_archive");
        if (archive)
            if (const auto within = inspect(MemoryBytes(kept), depth + 1); !within)
                return std::unexpected(within.error());
        return kept;
    }

    static bool walk(const Bytes& bytes, std::uint64_t place, const ZipEntry& entry,
                     const std::function<bool(std::string_view)>& take) {
        Inflater inflater;
        for (std::uint64_t left = entry.packed; left > 0;) {
            std::string piece =
                bytes.text(place, static_cast<std::size_t>(std::min<std::uint64_t>(left, kPiece)));
            if (piece.empty()) return false;
            place += piece.size();
            left -= piece.size();
            if (!(entry.method == 0 ? take(piece) : inflater.feed(piece, take))) return false;
        }
        return entry.method == 0 || inflater.ended();
    }

    const ZipLimits limits_;
    std::uint64_t packed_ = 0, unpacked_ = 0;
};

}  // namespace

bool ZipContent::has(std::string_view name) const {
    return std::ranges::find(entries, name, &ZipEntry::name) != entries.end();
}

bool ZipContent::has_below(std::string_view folder) const {
    return std::ranges::any_of(entries, [&](const ZipEntry& one) { return one.name.starts_with(folder); });
}

Expected<ZipContent> inspect_zip(const Bytes& bytes, const ZipLimits& limits) {
    return Inspection(limits).inspect(bytes, 0);
}

}  // namespace dure::files
