// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <memory>
#include <stdexcept>
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

}  // namespace dure
