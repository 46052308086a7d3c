// SPDX-License-Identifier: Apache-2.0
#include "engine/base/id.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace dure {
namespace {

constexpr std::uint64_t kHighMask = 0xFFF;
constexpr std::uint64_t kLowMask = 0x3FFF'FFFF'FFFF'FFFF;

std::string to_text(std::uint64_t first, std::uint64_t second) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20) text += '-';
        const std::uint64_t half = i < 16 ? first : second;
        text += digits[half >> (60 - 4 * (i % 16)) & 0xF];
    }
    return text;
}

}  // namespace

std::string IdMaker::next() {
    const std::lock_guard lock(mutex_);
    const std::int64_t now = clock_() / kMillisecond;
    if (now > millisecond_) {
        std::array<std::byte, 10> bytes{};
        random_(bytes);
        std::uint16_t high = 0;
        std::memcpy(&high, bytes.data(), sizeof high);
        std::memcpy(&low_, bytes.data() + 2, sizeof low_);
        high_ = high & kHighMask >> 1U;  // the upper half stays free for counting
        low_ &= kLowMask;
        millisecond_ = now;
    } else if (low_ = (low_ + 1) & kLowMask; low_ == 0 && ++high_ > kHighMask) {
        high_ = 0;
        ++millisecond_;
    }
    const auto milliseconds = static_cast<std::uint64_t>(millisecond_) & 0xFFFF'FFFF'FFFFU;
    return to_text(milliseconds << 16U | 0x7000U | high_, 0x8000'0000'0000'0000U | low_);
}

bool is_id(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (dash ? text[i] != '-' : !hex) return false;
    }
    return true;
}

}  // namespace dure
