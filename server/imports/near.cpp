// SPDX-License-Identifier: Apache-2.0
#include "server/imports/near.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "engine/base/text.hpp"
#include "engine/search/edits.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kLongest = 60;

std::u32string code_points(std::string_view text) {
    std::u32string points;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        points += static_cast<char32_t>(c);
    }
    return points;
}

}  // namespace

std::string bare(std::string_view text) {
    const std::string whole = folded(text);
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(whole.data());
    const auto length = static_cast<std::int32_t>(whole.size());
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t begin = i;
        UChar32 c;
        U8_NEXT_OR_FFFD(bytes, i, length, c);
        if (u_isalnum(c) || c == '%')
            out.append(whole, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    }
    return out;
}

std::string nearest(std::string_view text, const std::vector<Named>& names) {
    const std::u32string wanted = code_points(bare(text));
    if (wanted.empty() || wanted.size() > kLongest) return {};
    const Named* best = nullptr;
    std::size_t fewest = kLongest;
    for (const Named& named : names) {
        const std::u32string name = code_points(bare(named.first));
        const std::size_t most = std::max<std::size_t>(1, std::max(wanted.size(), name.size()) / 3);
        const std::size_t count = search::edits(wanted, name, most);
        // One letter for another is no likeness between words of one letter.
        if (count > most || count >= std::max(wanted.size(), name.size()) || count >= fewest) continue;
        fewest = count;
        best = &named;
    }
    return best ? best->second : std::string();
}

}  // namespace dure::imports
