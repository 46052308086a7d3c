// SPDX-License-Identifier: Apache-2.0
#include "server/files/picture.hpp"

namespace dure::files {
namespace {

constexpr std::size_t kMostParts = 200'000;  // chunks, segments, blocks

std::unexpected<Error> damaged() {
    return fail("files.damaged_picture");
}

/// W3C PNG: chunks of length, name, content, sum. acTL says how many frames there are.
Expected<PictureSize> png(const Bytes& bytes) {
    if (bytes.text(12, 4) != "IHDR") return damaged();
    PictureSize size{.width = bytes.big(16, 4), .height = bytes.big(20, 4)};
    std::uint64_t at = 8;
    for (std::size_t i = 0; i < kMostParts && at + 12 <= bytes.size(); ++i) {
        const std::uint64_t length = bytes.big(at, 4);
        const std::string name = bytes.text(at + 4, 4);
        if (name == "acTL") size.frames = bytes.big(at + 8, 4);
        if (name == "IDAT" || name == "IEND") return size;
        at += 12 + length;
    }
    return damaged();
}

/// ITU T.81: segments up to the frame header, SOF0 to SOF15 without DHT, JPG and DAC.
Expected<PictureSize> jpeg(const Bytes& bytes) {
    std::uint64_t at = 2;
    for (std::size_t i = 0; i < kMostParts && at + 4 <= bytes.size(); ++i) {
        if (bytes.big(at, 1) != 0xFF) return damaged();
        const auto mark = bytes.big(at + 1, 1);
        if (mark == 0xFF) {  // fill
            ++at;
            continue;
        }
        if (mark == 0xD8 || mark == 0x01 || (mark >= 0xD0 && mark <= 0xD7)) {
            at += 2;
            continue;
        }
        if (mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC)
            return PictureSize{.width = bytes.big(at + 7, 2), .height = bytes.big(at + 5, 2)};
        if (mark == 0xD9 || mark == 0xDA) return damaged();
        const auto length = bytes.big(at + 2, 2);
        if (length < 2) return damaged();
        at += 2 + length;
    }
    return damaged();
}

/// Skips GIF's sub-blocks; 0 when they do not end.
std::uint64_t behind_blocks(const Bytes& bytes, std::uint64_t at) {
    for (std::size_t i = 0; i < 10 * kMostParts && at < bytes.size(); ++i) {
        const auto length = bytes.big(at, 1);
        at += 1 + length;
        if (length == 0) return at;
    }
    return 0;
}

std::uint64_t table_size(std::uint32_t flags) {
    return (flags & 0x80) != 0 ? std::uint64_t{3} << ((flags & 7) + 1) : 0;
}

/// GIF89a: blocks up to the trailer; each image descriptor is a frame.
Expected<PictureSize> gif(const Bytes& bytes) {
    PictureSize size{.width = bytes.little(6, 2), .height = bytes.little(8, 2), .frames = 0};
    std::uint64_t at = 13 + table_size(bytes.big(10, 1));
    for (std::size_t i = 0; i < kMostParts && at < bytes.size(); ++i) {
        const auto mark = bytes.big(at, 1);
        if (mark == 0x3B) break;
        if (mark == 0x21) {
            at = behind_blocks(bytes, at + 2);
        } else if (mark == 0x2C) {
            ++size.frames;
            const std::uint64_t right = bytes.little(at + 1, 2) + std::uint64_t{bytes.little(at + 5, 2)};
            const std::uint64_t below = bytes.little(at + 3, 2) + std::uint64_t{bytes.little(at + 7, 2)};
            size.width = std::max(size.width, right);
            size.height = std::max(size.height, below);
            at = behind_blocks(bytes, at + 11 + table_size(bytes.big(at + 9, 1)));
        } else {
            return damaged();
        }
        if (at == 0) return damaged();
    }
    if (size.frames == 0) return damaged();
    return size;
}

/// RFC 9649: VP8X names the canvas, else the one VP8 or VP8L picture does.
Expected<PictureSize> webp(const Bytes& bytes) {
    PictureSize size;
    const std::string first = bytes.text(12, 4);
    if (first == "VP8 ") {
        size = {.width = bytes.little(26, 2) & 0x3FFFu, .height = bytes.little(28, 2) & 0x3FFFu};
    } else if (first == "VP8L") {
        const auto packed = bytes.little(21, 4);
        size = {.width = (packed & 0x3FFFu) + 1u, .height = (packed >> 14 & 0x3FFFu) + 1u};
    } else if (first == "VP8X") {
        const auto three = [&](std::uint64_t at) {
            return bytes.little(at, 2) | bytes.little(at + 2, 1) << 16;
        };
        size = {.width = three(24) + 1u, .height = three(27) + 1u, .frames = 0};
        std::uint64_t at = 12;
        for (std::size_t i = 0; i < kMostParts && at + 8 <= bytes.size(); ++i) {
            if (bytes.text(at, 4) == "ANMF") ++size.frames;
            const std::uint64_t length = bytes.little(at + 4, 4);
            at += 8 + length + (length & 1);
        }
        size.frames = std::max<std::uint64_t>(size.frames, 1);
    } else {
        return damaged();
    }
    return size;
}

Expected<PictureSize> size_of(const Bytes& bytes, PictureKind kind) {
    switch (kind) {
        case PictureKind::png:
            return png(bytes);
        case PictureKind::jpeg:
            return jpeg(bytes);
        case PictureKind::gif:
            return gif(bytes);
        default:
            return webp(bytes);
    }
}

}  // namespace

Expected<PictureSize> inspect_picture(const Bytes& bytes, PictureKind kind, const PictureLimits& limits) {
    const auto size = size_of(bytes, kind);
    if (!size) return size;
    if (size->width == 0 || size->height == 0) return damaged();
    // Each factor has at most 32 bits; the third is compared, not multiplied.
    const std::uint64_t pixels = size->width * size->height;
    if (size->width > limits.side || size->height > limits.side || pixels > limits.pixels ||
        size->frames > limits.moving / pixels)
        return fail("files.picture_bomb",
                    {{"width", std::to_string(size->width)},
                     {"height", std::to_string(size->height)},
                     {"frames", std::to_string(size->frames)},
                     {"maximum_megapixels", std::to_string(limits.pixels / 1'000'000)}});
    return size;
}

}  // namespace dure::files
