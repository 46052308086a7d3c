// SPDX-License-Identifier: Apache-2.0
#include "server/files/charset.hpp"

#include <vector>

namespace dure::files {
namespace {

constexpr std::size_t kPiece = 256 * 1024;

bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) || c == 0x7F;
}

/// RFC 3629, byte by byte; what is too long or a surrogate is refused.
class Utf8 {
  public:
    bool take(unsigned char c) {
        if (left_ == 0) {
            low_ = 0x80, high_ = 0xBF;
            if (c < 0x80) return true;
            if (c >= 0xC2 && c <= 0xDF) return left_ = 1, true;
            if (c >= 0xE0 && c <= 0xEF) {
                low_ = c == 0xE0 ? 0xA0 : 0x80;
                high_ = c == 0xED ? 0x9F : 0xBF;
                return left_ = 2, true;
            }
            if (c < 0xF0 || c > 0xF4) return false;
            low_ = c == 0xF0 ? 0x90 : 0x80;
            high_ = c == 0xF4 ? 0x8F : 0xBF;
            return left_ = 3, true;
        }
        if (c < low_ || c > high_) return false;
        low_ = 0x80, high_ = 0xBF;
        --left_;
        return true;
    }
    bool done() const { return left_ == 0; }

  private:
    int left_ = 0;
    unsigned char low_ = 0x80, high_ = 0xBF;
};

/// CP949: two bytes, the first from 81 to FE, the second from 41 to 5A, 61 to 7A or 81 to FE.
class Cp949 {
  public:
    bool take(unsigned char c) {
        if (!second_) {
            second_ = c >= 0x81 && c <= 0xFE;
            return c < 0x80 || second_;
        }
        second_ = false;
        return (c >= 0x41 && c <= 0x5A) || (c >= 0x61 && c <= 0x7A) || (c >= 0x81 && c <= 0xFE);
    }
    bool done() const { return !second_; }

  private:
    bool second_ = false;
};

}  // namespace

std::optional<std::string> charset_of(const Bytes& bytes) {
    const std::string mark = bytes.text(0, 2);
    if (bytes.size() % 2 == 0 && mark == "\xFF\xFE") return "utf-16le";
    if (bytes.size() % 2 == 0 && mark == "\xFE\xFF") return "utf-16be";
    Utf8 utf8;
    Cp949 cp949;
    bool is_utf8 = true, is_cp949 = true;
    std::vector<char> piece(kPiece);
    for (std::uint64_t at = 0; at < bytes.size() && (is_utf8 || is_cp949);) {
        const std::size_t got = bytes.read(at, piece);
        if (got == 0) return std::nullopt;
        at += got;
        for (std::size_t i = 0; i < got; ++i) {
            const auto c = static_cast<unsigned char>(piece[i]);
            if (is_control(c)) return std::nullopt;
            is_utf8 = is_utf8 && utf8.take(c);
            is_cp949 = is_cp949 && cp949.take(c);
        }
    }
    if (is_utf8 && utf8.done()) return "utf-8";
    if (is_cp949 && cp949.done()) return "euc-kr";
    return std::nullopt;
}

}  // namespace dure::files
