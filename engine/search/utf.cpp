// SPDX-License-Identifier: Apache-2.0
#include "engine/search/utf.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <stdexcept>

namespace dure::search {
namespace {

icu::UnicodeString to_icu(std::u32string_view text) {
    icu::UnicodeString made;
    for (const char32_t c : text) made.append(static_cast<UChar32>(c));
    return made;
}

std::u32string from_icu(const icu::UnicodeString& text) {
    std::u32string made;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        made += static_cast<char32_t>(text.char32At(i));
    }
    return made;
}

std::u32string normalized(const icu::Normalizer2* form, std::u32string_view text, UErrorCode code) {
    const icu::UnicodeString made = form ? form->normalize(to_icu(text), code) : icu::UnicodeString();
    if (U_FAILURE(code)) throw std::runtime_error(std::string("normalisation: ") + u_errorName(code));
    return from_icu(made);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto length = static_cast<std::int64_t>(text.size());
    auto i = static_cast<std::int64_t>(at);
    UChar32 c = 0;
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): inside ICU's macro
    U8_NEXT(text.data(), i, length, c);
    at = static_cast<std::size_t>(i);
    return c < 0 ? U'\uFFFD' : static_cast<char32_t>(c);
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (next_code_point(text, at) == U'\uFFFD' && text.substr(begin, 3) != "\xEF\xBF\xBD") return false;
    }
    return true;
}

void append_utf8(std::string& to, char32_t c) {
    char bytes[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    to.append(bytes, static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view text) {
    std::string made;
    made.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(made, c);
    return made;
}

std::u32string to_utf32(std::string_view text) {
    std::u32string made;
    made.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) made += next_code_point(text, at);
    return made;
}

std::u32string fold(std::u32string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKCCasefoldInstance(code);
    return normalized(form, text, code);
}

std::u32string without_marks(std::u32string_view text) {
    bool plain = true;
    for (const char32_t c : text) plain = plain && (c < 0x80 || (c >= 0x3130 && c <= 0xD7A3));
    if (plain) return std::u32string(text);
    UErrorCode code = U_ZERO_ERROR;
    const auto* apart = icu::Normalizer2::getNFDInstance(code);
    std::u32string bare;
    for (const char32_t c : normalized(apart, text, code)) {
        if (!(c < 0x3000 && u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK)) bare += c;
    }
    code = U_ZERO_ERROR;
    const auto* together = icu::Normalizer2::getNFCInstance(code);
    return normalized(together, bare, code);
}

bool is_initial_consonant(char32_t c) {
    constexpr std::u32string_view initials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    return initials.find(c) != std::u32string_view::npos;
}

}  // namespace dure::search
