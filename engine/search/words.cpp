// SPDX-License-Identifier: Apache-2.0
#include "engine/search/words.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kLongestRun = 256;

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'\uFF07';
}

bool is_word_sign(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF)) return true;
    const auto sign = static_cast<UChar32>(c);
    // Squared and enclosed signs (㈜, ①, ㎾) are symbols to Unicode and letters once they are folded.
    const auto type = u_charType(sign);
    return u_isalnum(sign) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           (c >= 0x2100 && c <= 0x214F) || (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3200 && c <= 0x33FF) ||
           c == 0x30FC;
}

enum class Kind : std::uint8_t { other, letters, hangul, han, kana, mark };

Kind kind_of(char32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Kind::letters
                                                                                          : Kind::other;
    }
    if (is_hangul_syllable(c) || (c >= 0x3131 && c <= 0x318E) || (c >= 0x1100 && c <= 0x11FF)) {
        return Kind::hangul;
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005) return Kind::han;
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return Kind::kana;
    const auto sign = static_cast<UChar32>(c);
    const auto type = u_charType(sign);
    if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) return Kind::mark;
    if (!u_isalnum(sign)) return Kind::other;
    UErrorCode code = U_ZERO_ERROR;
    return uscript_getScript(sign, &code) == USCRIPT_HAN ? Kind::han : Kind::letters;
}

/// Folding leaves these as they are, so most words need no normaliser.
bool is_folded(char32_t c) {
    return (c < 0x80 && !(c >= 'A' && c <= 'Z')) || is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA);
}

bool only_ascii(std::u32string_view text) {
    for (const char32_t c : text) {
        if (c >= 0x80) return false;
    }
    return true;
}

std::u32string folded_run(std::u32string text) {
    if (only_ascii(text)) {
        for (char32_t& c : text) {
            if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        }
        return text;
    }
    for (const char32_t c : text) {
        if (!is_folded(c)) return fold(text);
    }
    return text;
}

Script script_of(Kind kind) {
    if (kind == Kind::hangul) return Script::hangul;
    if (kind == Kind::han) return Script::han;
    return kind == Kind::kana ? Script::kana : Script::letters;
}

struct Run {
    std::u32string text;
    std::vector<std::uint32_t> starts;  ///< byte at which each code point begins, and the end
};

/// Cuts a run where the kind changes; a mark goes with what it stands on.
void cut(const Run& run, std::vector<Word>& words) {
    const std::u32string folded = folded_run(run.text);
    const bool aligned = folded.size() == run.text.size();
    for (std::size_t i = 0; i < folded.size();) {
        const Kind kind = kind_of(folded[i]);
        std::size_t j = i + 1;
        const auto belongs = [&](char32_t c) {
            const Kind next = kind_of(c);
            return next == kind || next == Kind::mark;
        };
        while (j < folded.size() && belongs(folded[j])) ++j;
        if (kind != Kind::other && kind != Kind::mark) {
            words.push_back({.text = folded.substr(i, j - i),
                             .script = script_of(kind),
                             .begin = aligned ? run.starts[i] : run.starts.front(),
                             .end = aligned ? run.starts[j] : run.starts.back()});
        }
        i = j;
    }
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    Run run;
    bool after_apostrophe = false;
    const auto finish = [&](std::size_t end) {
        const bool possessive = after_apostrophe && (run.text == U"s" || run.text == U"S");
        if (!run.text.empty() && !possessive) {
            run.starts.push_back(static_cast<std::uint32_t>(end));
            cut(run, words);
        }
        run.text.clear();
        run.starts.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (is_word_sign(c)) {
            if (run.text.size() >= kLongestRun) finish(begin);
            run.text += c;
            run.starts.push_back(static_cast<std::uint32_t>(begin));
            continue;
        }
        const bool ended_word = !run.text.empty();
        finish(begin);
        after_apostrophe = ended_word && is_apostrophe(c);
    }
    finish(text.size());
    return words;
}

}  // namespace dure::search
