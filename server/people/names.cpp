// SPDX-License-Identifier: Apache-2.0
#include "server/people/names.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/base/text.hpp"

namespace dure::people {
namespace {

/// Written as folding leaves them; ㈜ folds to (주). Cut wherever they stand.
constexpr std::string_view kMarks[] = {"(주)",     "(유)",     "(재)",     "(사)",     "주식회사", "유한회사",
                                       "재단법인", "사단법인", "株式会社", "有限公司", "股份"};
/// Words at the end of a name in Latin letters.
constexpr std::string_view kEndings[] = {"co",  "ltd", "inc",  "corp", "corporation", "company", "limited",
                                         "llc", "llp", "plc",  "gmbh", "ag",          "kg",      "sa",
                                         "sas", "srl", "sarl", "spa",  "bv",          "nv",      "oy",
                                         "ab",  "as",  "sdn",  "bhd",  "pte",         "pty"};

void cut_marks(std::string& text) {
    for (const std::string_view mark : kMarks)
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, mark.size(), " ");
}

bool joins(unsigned char c) {
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '+';
}

/// Words of letters and digits; a full stop within an abbreviation ("s.a.s.") vanishes.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (joins(static_cast<unsigned char>(c))) {
            word += c;
        } else if (c != '.' && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += word;
    return text;
}

}  // namespace

const Name& primary_of(const std::vector<Name>& names) {
    const auto found = std::ranges::find_if(names, &Name::primary);
    if (found == names.end()) throw std::logic_error("names without a primary one");
    return *found;
}

std::string normal_name(std::string_view name) {
    const std::string whole = folded(name);
    std::string text = whole;
    cut_marks(text);
    auto words = words_of(text);
    while (words.size() > 1 && std::ranges::find(kEndings, words.back()) != std::end(kEndings))
        words.pop_back();
    if (words.empty()) words = words_of(whole);
    return words.empty() ? whole : joined(words);
}

}  // namespace dure::people
