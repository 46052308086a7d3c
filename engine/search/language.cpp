// SPDX-License-Identifier: Apache-2.0
#include "engine/search/language.hpp"

#include <libstemmer.h>

#include <array>
#include <memory>
#include <string>
#include <unordered_map>

#include "engine/search/stop_words.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::array<std::string_view, kLanguages> kTags{"",   "ko", "en", "zh", "ja", "de", "fr",
                                                         "es", "ru", "tr", "it", "nl", "pt", "sv",
                                                         "da", "no", "fi", "hu", "ro"};

/// Each stop word with a bit for every language it belongs to.
const std::unordered_map<std::u32string, std::uint32_t>& all_stop_words() {
    static const auto words = [] {
        std::unordered_map<std::u32string, std::uint32_t> made;
        for (unsigned i = 0; i < kLanguages; ++i) {
            for (const Word& w : words_of(stop_words(static_cast<Language>(i)))) made[w.text] |= 1U << i;
        }
        return made;
    }();
    return words;
}

std::uint32_t stop_word_languages(std::u32string_view word) {
    const auto found = all_stop_words().find(std::u32string(word));
    return found == all_stop_words().end() ? 0 : found->second;
}

bool has_algorithm(Language language) {
    return language != Language::none && language != Language::ko && language != Language::zh &&
           language != Language::ja;
}

/// A stemmer keeps a buffer, so each thread has its own.
sb_stemmer* stemmer(Language language) {
    struct Free {
        void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
    };
    thread_local std::array<std::unique_ptr<sb_stemmer, Free>, kLanguages> made;
    auto& one = made[static_cast<std::size_t>(language)];
    if (!one) one.reset(sb_stemmer_new(std::string(tag(language)).c_str(), "UTF_8"));
    return one.get();
}

bool has_digit(std::u32string_view word) {
    for (const char32_t c : word) {
        if (c >= '0' && c <= '9') return true;
    }
    return false;
}

bool is_cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x52F;
}

}  // namespace

std::string_view tag(Language language) {
    return kTags[static_cast<std::size_t>(language)];
}

Language language_by_tag(std::string_view text) {
    std::string code(text.substr(0, text.find_first_of("-_")));
    for (char& c : code) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    if (code == "nb" || code == "nn") return Language::no;
    for (std::size_t i = 1; i < kTags.size(); ++i) {
        if (kTags[i] == code) return static_cast<Language>(i);
    }
    return Language::none;
}

bool is_stop_word(Language language, std::u32string_view word) {
    return (stop_word_languages(word) >> static_cast<unsigned>(language) & 1U) != 0;
}

Language guess_language(std::span<const Word> words, int least) {
    int letters = 0, hangul = 0, han = 0, kana = 0, cyrillic = 0;
    std::array<unsigned, kLanguages> hits{};
    for (const Word& w : words) {
        const int length = static_cast<int>(w.text.size());
        if (w.script == Script::hangul) hangul += length;
        if (w.script == Script::han) han += length;
        if (w.script == Script::kana) kana += length;
        if (w.script != Script::letters || has_digit(w.text)) continue;
        (is_cyrillic(w.text.front()) ? cyrillic : letters) += length;
        const std::uint32_t languages = stop_word_languages(w.text);
        for (std::size_t i = 0; languages != 0 && i < hits.size(); ++i) hits[i] += languages >> i & 1U;
    }
    // A syllable or an ideograph says as much as two or three letters.
    if (hangul > 0 && 3 * hangul >= letters + cyrillic) return Language::ko;
    if (kana > 0 && 3 * (kana + han) >= letters + cyrillic) return Language::ja;
    if (han > 0 && 3 * han >= letters + cyrillic) return Language::zh;
    if (cyrillic > letters) return Language::ru;
    std::size_t best = 0;
    for (std::size_t i = 1; i < hits.size(); ++i) {
        if (hits[i] > hits[best]) best = i;
    }
    return static_cast<int>(hits[best]) >= least ? static_cast<Language>(best) : Language::none;
}

std::u32string stem(Language language, std::u32string_view word) {
    if (!has_algorithm(language) || has_digit(word)) return without_marks(word);
    const std::string bytes = to_utf8(word);
    sb_stemmer* snowball = stemmer(language);
    const auto* made = sb_stemmer_stem(snowball, reinterpret_cast<const sb_symbol*>(bytes.data()),
                                       static_cast<int>(bytes.size()));
    if (made == nullptr) return without_marks(word);
    const auto length = static_cast<std::size_t>(sb_stemmer_length(snowball));
    return without_marks(to_utf32({reinterpret_cast<const char*>(made), length}));
}

}  // namespace dure::search
