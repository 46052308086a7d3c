// SPDX-License-Identifier: Apache-2.0
#include "server/files/name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "server/http/text.hpp"

namespace dure::files {
namespace {

constexpr std::size_t kLongest = 200;  // characters

constexpr std::array<std::string_view, 22> kReserved = {
    "con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

icu::UnicodeString composed(std::string_view name) {
    UErrorCode code = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFCInstance(code);
    const auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
    return form->normalize(text, code);
}

/// Control characters, line separators, and what turns the direction: "gpj.exe" must not look like "exe.jpg".
bool is_hidden(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

}  // namespace

Expected<std::string> checked_name(std::string_view name) {
    if (name.empty()) return fail("files.name_empty");
    if (name.size() > 16 * kLongest)
        return fail("files.name_too_long", {{"maximum", std::to_string(kLongest)}});
    if (!http::valid_utf8(name)) return fail("files.name_not_text");
    const icu::UnicodeString text = composed(name);
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        if (is_hidden(text.char32At(i))) return fail("files.name_not_text");
    std::string kept;
    text.toUTF8String(kept);
    if (kept.find_first_of("/\\:") != std::string::npos || kept.front() == '.')
        return fail("files.name_path");
    if (text.countChar32() > static_cast<int32_t>(kLongest))
        return fail("files.name_too_long", {{"maximum", std::to_string(kLongest)}});
    const std::string stem = lower(kept.substr(0, kept.find('.')));
    if (kept.back() == '.' || kept.back() == ' ' || kept.front() == ' ' ||
        std::ranges::find(kReserved, stem) != kReserved.end())
        return fail("files.name_reserved", {{"name", kept}});
    if (extension_of(kept).empty()) return fail("files.name_no_extension");
    return kept;
}

std::string extension_of(std::string_view name) {
    const auto point = name.rfind('.');
    if (point == std::string_view::npos || point == 0) return {};
    return lower(name.substr(point + 1));
}

std::string disposition(std::string_view how, std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "!#$&+-.^_`|~";
    std::string ascii, encoded;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if ((byte & 0xC0) != 0x80) ascii += byte < 0x80 && c != '"' && c != '\\' && c != '%' ? c : '_';
        if (letter || plain.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += digits[byte >> 4];
            encoded += digits[byte & 15];
        }
    }
    return std::string(how) + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace dure::files
