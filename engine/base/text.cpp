// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace dure {
namespace {

void check(UErrorCode code, const char* what) {
    if (U_FAILURE(code)) throw std::runtime_error(std::string(what) + ": " + u_errorName(code));
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// A collator is not for several threads at once and expensive to make: one a thread.
const icu::Collator& korean_collator() {
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode code = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale::getKorean(), code));
        check(code, "collator");
        return made;
    }();
    return *collator;
}

std::string hex(const std::vector<std::uint8_t>& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

bool is_blank(unsigned char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D);
}

/// Whether the three bytes at `at` are a Hangul syllable, U+AC00 to U+D7A3.
bool is_syllable(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned c = (byte(0) & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    return (byte(0) & 0xF0) == 0xE0 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80 && c >= 0xAC00 &&
           c <= 0xD7A3;
}

/// What folding gives for ASCII and Hangul syllables, which it only lowers and tightens; none where the text
/// has anything else. Most texts of this country are such, and imports fold every name several times.
std::optional<std::string> folded_plainly(std::string_view text) {
    std::string tight;
    tight.reserve(text.size());
    bool blank = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t size = c < 0x80 ? 1 : 3;
        if (size == 3 && !is_syllable(text, i)) return std::nullopt;
        if (is_blank(c)) {
            blank = !tight.empty();
        } else {
            if (std::exchange(blank, false)) tight += ' ';
            if (c >= 'A' && c <= 'Z')
                tight += static_cast<char>(c - 'A' + 'a');
            else
                tight.append(text, i, size);
        }
        i += size;
    }
    return tight;
}

}  // namespace

std::string sort_key(std::string_view name) {
    const icu::UnicodeString text = from_utf8(name);
    std::vector<std::uint8_t> key(64);
    const auto fill = [&] {
        return korean_collator().getSortKey(text, key.data(), static_cast<std::int32_t>(key.size()));
    };
    const auto length = static_cast<std::size_t>(fill());
    const bool cut = length > key.size();
    key.resize(length);
    if (cut) fill();
    key.pop_back();  // the terminating zero
    return hex(key);
}

std::string folded(std::string_view text) {
    if (auto plain = folded_plainly(text)) return std::move(*plain);
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(code);
    check(code, "case folding");
    const icu::UnicodeString whole = folding->normalize(from_utf8(text), code);
    check(code, "case folding");
    icu::UnicodeString tight;
    bool blank = false;
    for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
        const UChar32 c = whole.char32At(i);
        if (u_isUWhiteSpace(c)) {
            blank = !tight.isEmpty();
            continue;
        }
        if (blank) tight.append(u' ');
        blank = false;
        tight.append(c);
    }
    std::string result;
    return tight.toUTF8String(result);
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && (text[most] & 0xC0) == 0x80) --most;
    return std::string(text.substr(0, most)) + "…";
}

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace dure
