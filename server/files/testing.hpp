// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// For tests: small files of many kinds, made by hand so that each part of them can be wrong.
namespace dure::files::testing {

inline void put(std::string& out, std::uint64_t number, int width) {
    for (int i = 0; i < width; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

inline void put_big(std::string& out, std::uint64_t number, int width) {
    for (int i = width; i-- > 0;) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

inline std::string deflated(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    std::string in(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct ZipPart {
    std::string name, content;
    bool packed = true;
    std::uint64_t said = UINT64_MAX;  ///< size in the directory; the true one when left out
    std::uint16_t flags = 0, method = 8;
    std::uint32_t attributes = 0;     ///< outer, of Unix
    std::string local_name = "\x01";  ///< before the content; the same when left out
    std::int64_t place = -1;          ///< of the local header, where the directory is to lie
};

inline std::string zip(const std::vector<ZipPart>& parts) {
    std::string out, head;
    for (const ZipPart& part : parts) {
        const std::string bytes = part.packed ? deflated(part.content) : part.content;
        const auto crc = crc32(0, reinterpret_cast<const Bytef*>(part.content.data()),
                               static_cast<uInt>(part.content.size()));
        const std::uint64_t size = part.said == UINT64_MAX ? part.content.size() : part.said;
        const std::uint16_t method = part.packed ? part.method : 0;
        const std::string local = part.local_name == "\x01" ? part.name : part.local_name;
        const std::uint64_t place = part.place < 0 ? out.size() : static_cast<std::uint64_t>(part.place);
        const auto common = [&](std::string& to, std::size_t name) {
            put(to, part.flags, 2), put(to, method, 2), put(to, 0, 4), put(to, crc, 4);
            put(to, bytes.size(), 4), put(to, size, 4), put(to, name, 2), put(to, 0, 2);
        };
        put(out, 0x04034b50, 4), put(out, 20, 2);
        common(out, local.size());
        out += local + bytes;
        put(head, 0x02014b50, 4), put(head, 0x0314, 2), put(head, 20, 2);
        common(head, part.name.size());
        put(head, 0, 2), put(head, 0, 2), put(head, 0, 2), put(head, part.attributes, 4), put(head, place, 4);
        head += part.name;
    }
    const std::size_t at = out.size();
    out += head;
    put(out, 0x06054b50, 4), put(out, 0, 4), put(out, parts.size(), 2), put(out, parts.size(), 2);
    put(out, head.size(), 4), put(out, at, 4), put(out, 0, 2);
    return out;
}

inline std::string png(std::uint32_t width, std::uint32_t height) {
    std::string out = "\x89PNG\r\n\x1a\n";
    const auto chunk = [&](std::string_view name, std::string_view content) {
        put_big(out, content.size(), 4);
        const std::string all = std::string(name) + std::string(content);
        out += all;
        put_big(out, crc32(0, reinterpret_cast<const Bytef*>(all.data()), static_cast<uInt>(all.size())), 4);
    };
    std::string head;
    put_big(head, width, 4), put_big(head, height, 4);
    head += std::string("\x08\x00\x00\x00\x00", 5);  // 8 bits of grey
    chunk("IHDR", head);
    const std::string rows(width < 4096 && height < 4096 ? (width + 1) * height : 16, '\0');
    std::string packed(compressBound(rows.size()), '\0');
    auto size = static_cast<uLongf>(packed.size());
    compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
             rows.size());
    chunk("IDAT", std::string_view(packed).substr(0, size));
    chunk("IEND", "");
    return out;
}

inline std::string gif(std::uint16_t width, std::uint16_t height, int frames) {
    std::string out = "GIF89a";
    put(out, width, 2), put(out, height, 2);
    out += std::string("\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF", 9);
    for (int i = 0; i < frames; ++i) {
        out += ',';
        put(out, 0, 4), put(out, 1, 2), put(out, 1, 2);
        out += std::string("\x00\x02\x02\x44\x01\x00", 6);
    }
    return out + ";";
}

inline std::string jpeg(std::uint16_t width, std::uint16_t height) {
    std::string out = "\xFF\xD8\xFF\xE0";
    put_big(out, 16, 2);
    out += std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    out += "\xFF\xC0";
    put_big(out, 11, 2);
    out += '\x08';
    put_big(out, height, 2), put_big(out, width, 2);
    return out + std::string("\x01\x01\x11\x00\xFF\xD9", 6);
}

inline const std::string kPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

}  // namespace dure::files::testing
