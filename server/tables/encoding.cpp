// SPDX-License-Identifier: Apache-2.0
#include "server/tables/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace dure::tables {
namespace {

struct Encoding {
    std::string_view name, mark;
    const char* converter;
};
constexpr Encoding kEncodings[] = {{"UTF-8", "\xEF\xBB\xBF", "UTF-8"},
                                   {"UTF-16LE", "\xFF\xFE", "UTF-16LE"},
                                   {"UTF-16BE", "\xFE\xFF", "UTF-16BE"},
                                   {"CP949", "", "windows-949-2000"}};

const Encoding* find_encoding(std::string_view name) {
    const auto* found = std::ranges::find(kEncodings, name, &Encoding::name);
    return found == std::end(kEncodings) ? nullptr : found;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

void append_utf8(const UChar* text, std::size_t length, std::string& out) {
    icu::UnicodeString(false, text, static_cast<std::int32_t>(length)).toUTF8String(out);
}

std::string convert(std::string_view bytes, const char* converter_name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(converter_name, &status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no converter ") + converter_name);
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    constexpr std::size_t kUnits = 16'384;
    UChar units[kUnits + 1];
    std::size_t kept = 0;  // the first half of a pair waits for the second
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    do {
        UChar* to = units + kept;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, units + kUnits, &from, end, nullptr, true, &status);
        auto length = static_cast<std::size_t>(to - units);
        const bool more = status == U_BUFFER_OVERFLOW_ERROR;
        kept = more && length > 0 && U16_IS_LEAD(units[length - 1]) ? 1 : 0;
        append_utf8(units, length - kept, out);
        if (kept) units[0] = units[length - 1];
        if (U_FAILURE(status) && !more) break;
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return out;
}

std::size_t count_bad_cp949(std::string_view bytes) {
    const std::string text = convert(bytes, "windows-949-2000");
    std::size_t bad = 0;
    for (auto at = text.find(kNoCharacter); at != std::string::npos; at = text.find(kNoCharacter, at + 3))
        ++bad;
    return bad;
}

std::size_t count_bad_utf8(std::string_view text) {
    std::size_t bad = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT(bytes, i, length, c);
        if (c < 0) ++bad;
    }
    return bad;
}

/// In UTF-16 each letter of Latin script, each digit and each sign has a zero byte.
std::string_view utf16_without_mark(std::string_view bytes) {
    const auto sample = bytes.substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++zeros[i % 2];
    if (8 * (zeros[0] + zeros[1]) <= sample.size() || bytes.size() % 2 != 0) return {};
    return zeros[1] >= zeros[0] ? "UTF-16LE" : "UTF-16BE";
}

}  // namespace

std::string encoding_of(std::string_view bytes) {
    for (const Encoding& encoding : kEncodings)
        if (!encoding.mark.empty() && bytes.starts_with(encoding.mark)) return std::string(encoding.name);
    if (const auto wide = utf16_without_mark(bytes); !wide.empty()) return std::string(wide);
    const std::size_t bad = count_bad_utf8(bytes);
    if (bad == 0 || bad <= count_bad_cp949(bytes)) return "UTF-8";
    return "CP949";
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding) {
    const Encoding* found = find_encoding(encoding);
    if (!found) return std::nullopt;
    return convert(bytes.substr(mark_length(bytes, encoding)), found->converter);
}

std::size_t mark_length(std::string_view bytes, std::string_view encoding) {
    const Encoding* found = find_encoding(encoding);
    return found && bytes.starts_with(found->mark) ? found->mark.size() : 0;
}

bool is_utf8(std::string_view text) {
    return count_bad_utf8(text) == 0;
}

}  // namespace dure::tables
