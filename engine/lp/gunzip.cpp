// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/gunzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <climits>

namespace dure::lp {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;

/// Ends the stream on every way out.
struct Inflater {
    z_stream stream{};
    Inflater() { ok = inflateInit2(&stream, kGzipOnly) == Z_OK; }
    ~Inflater() { inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    bool ok = false;
};

}  // namespace

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

Expected<std::string> gunzip(std::string_view bytes, std::size_t limit) {
    Inflater inflater;
    if (!inflater.ok) return fail("gzip.broken");
    auto& z = inflater.stream;
    std::string text;
    std::size_t written = 0, read = 0;
    for (;;) {
        if (written == text.size()) {
            if (written > limit) return fail("gzip.too_large", {{"limit_mb", std::to_string(limit >> 20)}});
            // One byte more than allowed shows that there is more.
            text.resize(std::min(std::max<std::size_t>(2 * written, 1 << 16), limit + 1));
        }
        z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + read));
        z.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size() - read, INT_MAX));
        z.next_out = reinterpret_cast<Bytef*>(text.data() + written);
        z.avail_out = static_cast<uInt>(std::min<std::size_t>(text.size() - written, INT_MAX));
        const auto in = z.avail_in, out = z.avail_out;
        const int status = inflate(&z, Z_NO_FLUSH);
        read += in - z.avail_in;
        written += out - z.avail_out;
        if (status == Z_STREAM_END) {
            if (read == bytes.size()) break;
            if (inflateReset(&z) != Z_OK) return fail("gzip.broken");
        } else if (status != Z_OK) {
            if (status == Z_BUF_ERROR && written == text.size()) continue;
            return fail("gzip.broken");
        }
    }
    if (written > limit) return fail("gzip.too_large", {{"limit_mb", std::to_string(limit >> 20)}});
    text.resize(written);
    return text;
}

}  // namespace dure::lp
