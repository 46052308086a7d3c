// SPDX-License-Identifier: Apache-2.0
#include "engine/search/korean.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

struct Spelling {
    std::string_view from, to;
};

/// Longest first: letters that stand for one sound together. Capitals are the classes they end in.
constexpr Spelling kTogether[] = {
    {"tion", "SON"}, {"sion", "SON"}, {"tech", "DEG"}, {"sch", "S"}, {"chr", "GR"}, {"ck", "G"}, {"ch", "J"},
    {"sh", "S"},     {"ph", "B"},     {"th", "D"},     {"qu", "GO"}, {"eo", "O"},   {"eu", "O"}, {"oe", "E"},
    {"ae", "E"},     {"ai", "E"},     {"ay", "E"},     {"ei", "E"},  {"ee", "E"},   {"ie", "E"}, {"oo", "O"},
    {"ou", "O"},     {"ow", "O"},     {"au", "A"},     {"x", "GS"}};

char class_of(char c) {
    switch (c) {
        case 'g':
        case 'k':
        case 'q':
        case 'c':
            return 'G';
        case 'd':
        case 't':
            return 'D';
        case 'b':
        case 'p':
        case 'f':
        case 'v':
            return 'B';
        case 'r':
        case 'l':
            return 'R';
        case 'j':
        case 'z':
            return 'J';
        case 'a':
            return 'A';
        case 'e':
        case 'i':
        case 'y':
            return 'E';
        case 'o':
        case 'u':
        case 'w':
            return 'O';
        default:
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
}

/// ㅕ and ㅠ are spelt yeo, yu, yo, you: the glide is left out so that Hyundai and Hyeondae agree.
bool is_glide(std::string_view text, std::size_t at) {
    if ((text[at] != 'y' && text[at] != 'w') || at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    return next == 'a' || next == 'e' || next == 'o' || next == 'u' || (text[at] == 'w' && next == 'i');
}

std::string classes(std::string_view latin) {
    std::string made;
    const auto put = [&](char c) {
        if (made.empty() || made.back() != c) made += c;
    };
    for (std::size_t at = 0; at < latin.size();) {
        if (is_glide(latin, at)) {
            ++at;
            continue;
        }
        const Spelling* found = nullptr;
        for (const Spelling& s : kTogether) {
            if (latin.substr(at).starts_with(s.from)) {
                found = &s;
                break;
            }
        }
        if (found) {
            for (const char c : found->to) put(c);
            at += found->from.size();
        } else {
            put(class_of(latin[at++]));
        }
    }
    for (char& c : made) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return made;
}

/// Romanised for listening: the ㅡ that Korean puts between consonants of loan words is silent.
std::string heard(std::u32string_view word) {
    std::string latin;
    for (const char32_t c : word) {
        constexpr char32_t kEu = 18;
        const bool silent = is_hangul_syllable(c) && (c - 0xAC00) % 588 / 28 == kEu;
        std::string syllable = to_utf8(romanized(std::u32string_view(&c, 1)));
        const std::size_t eu = silent ? syllable.find("eu") : std::string::npos;
        if (eu != std::string::npos) syllable.erase(eu, 2);
        latin += syllable;
    }
    return latin;
}

}  // namespace

std::string sound_of(std::u32string_view word) {
    const std::string latin = heard(without_marks(word));
    for (const char c : latin) {
        if (static_cast<unsigned char>(c) >= 0x80) return {};
    }
    return classes(latin);
}

}  // namespace dure::search
