// SPDX-License-Identifier: Apache-2.0
#include "engine/search/korean.hpp"

#include <algorithm>
#include <array>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr char32_t kFirst = 0xAC00;
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::array<std::u32string_view, 21> kVowels{
    U"ㅏ",   U"ㅐ", U"ㅑ", U"ㅒ",   U"ㅓ",   U"ㅔ",   U"ㅕ", U"ㅖ", U"ㅗ",   U"ㅗㅏ", U"ㅗㅐ",
    U"ㅗㅣ", U"ㅛ", U"ㅜ", U"ㅜㅓ", U"ㅜㅔ", U"ㅜㅣ", U"ㅠ", U"ㅡ", U"ㅡㅣ", U"ㅣ"};
constexpr std::array<std::u32string_view, 28> kFinals{
    U"",     U"ㄱ",   U"ㄲ",   U"ㄱㅅ", U"ㄴ",   U"ㄴㅈ", U"ㄴㅎ", U"ㄷ", U"ㄹ",   U"ㄹㄱ",
    U"ㄹㅁ", U"ㄹㅂ", U"ㄹㅅ", U"ㄹㅌ", U"ㄹㅍ", U"ㄹㅎ", U"ㅁ",   U"ㅂ", U"ㅂㅅ", U"ㅅ",
    U"ㅆ",   U"ㅇ",   U"ㅈ",   U"ㅊ",   U"ㅋ",   U"ㅌ",   U"ㅍ",   U"ㅎ"};

enum Final : unsigned { kNoFinal = 0, kN = 4, kR = 8, kM = 16, kB = 17, kSs = 20 };
enum Vowel : unsigned { kA = 0, kAe = 1, kYeo = 6, kO = 8, kWa = 9, kOe = 11, kU = 13, kWo = 14, kI = 20 };
constexpr unsigned kHieut = 18;

struct Syllable {
    unsigned initial, vowel, final;
};

Syllable apart(char32_t c) {
    const auto n = static_cast<unsigned>(c - kFirst);
    return {n / 588, n % 588 / 28, n % 28};
}

char32_t together(Syllable s) {
    return kFirst + s.initial * 588 + s.vowel * 28 + s.final;
}

enum class After : std::uint8_t { any, consonant, vowel, vowel_or_r };

bool allows(After after, unsigned final) {
    switch (after) {
        case After::any:
            return true;
        case After::consonant:
            return final != kNoFinal;
        case After::vowel:
            return final == kNoFinal;
        case After::vowel_or_r:
            return final == kNoFinal || final == kR;
    }
    return false;
}

struct Suffix {
    std::u32string_view text;
    After after;
    std::size_t least;  ///< syllables that must remain
};

/// Particles and the copula. Those that are often part of a noun leave two syllables at least.
constexpr Suffix kParticles[] = {
    {U"은", After::consonant, 1},
    {U"는", After::vowel, 1},
    {U"이", After::consonant, 1},
    {U"가", After::vowel, 1},
    {U"을", After::consonant, 1},
    {U"를", After::vowel, 1},
    {U"의", After::any, 1},
    {U"에", After::any, 1},
    {U"에서", After::any, 1},
    {U"에는", After::any, 1},
    {U"에도", After::any, 1},
    {U"에만", After::any, 1},
    {U"에서는", After::any, 1},
    {U"에서도", After::any, 1},
    {U"에서의", After::any, 1},
    {U"에게", After::any, 1},
    {U"에게서", After::any, 1},
    {U"에게는", After::any, 1},
    {U"에게도", After::any, 1},
    {U"께", After::any, 1},
    {U"께서", After::any, 1},
    {U"께서는", After::any, 1},
    {U"한테", After::any, 1},
    {U"한테서", After::any, 1},
    {U"한테는", After::any, 1},
    {U"으로", After::consonant, 1},
    {U"로", After::vowel_or_r, 2},
    {U"으로는", After::consonant, 1},
    {U"로는", After::vowel_or_r, 1},
    {U"으로도", After::consonant, 1},
    {U"로도", After::vowel_or_r, 1},
    {U"으로서", After::consonant, 1},
    {U"로서", After::vowel_or_r, 1},
    {U"으로써", After::consonant, 1},
    {U"로써", After::vowel_or_r, 1},
    {U"으로부터", After::consonant, 1},
    {U"로부터", After::vowel_or_r, 1},
    {U"으로의", After::consonant, 1},
    {U"로의", After::vowel_or_r, 1},
    {U"와", After::vowel, 1},
    {U"과", After::consonant, 1},
    {U"와의", After::vowel, 1},
    {U"과의", After::consonant, 1},
    {U"와는", After::vowel, 1},
    {U"과는", After::consonant, 1},
    {U"하고", After::any, 2},
    {U"랑", After::vowel, 1},
    {U"이랑", After::consonant, 1},
    {U"나", After::vowel, 2},
    {U"이나", After::consonant, 1},
    {U"도", After::any, 1},
    {U"만", After::any, 1},
    {U"만의", After::any, 2},
    {U"만을", After::any, 1},
    {U"만이", After::any, 1},
    {U"만은", After::any, 1},
    {U"까지", After::any, 1},
    {U"까지는", After::any, 1},
    {U"까지도", After::any, 1},
    {U"까지의", After::any, 1},
    {U"부터", After::any, 1},
    {U"부터는", After::any, 1},
    {U"부터의", After::any, 1},
    {U"마다", After::any, 1},
    {U"조차", After::any, 1},
    {U"마저", After::any, 1},
    {U"밖에", After::any, 1},
    {U"처럼", After::any, 1},
    {U"같이", After::any, 1},
    {U"보다", After::any, 1},
    {U"보다는", After::any, 1},
    {U"대로", After::any, 1},
    {U"만큼", After::any, 1},
    {U"뿐", After::any, 1},
    {U"뿐만", After::any, 1},
    {U"라도", After::vowel, 1},
    {U"이라도", After::consonant, 1},
    {U"라는", After::vowel, 1},
    {U"이라는", After::consonant, 1},
    {U"라고", After::vowel, 1},
    {U"이라고", After::consonant, 1},
    {U"란", After::vowel, 2},
    {U"이란", After::consonant, 1},
    {U"든지", After::vowel, 1},
    {U"이든지", After::consonant, 1},
    {U"며", After::vowel, 2},
    {U"이며", After::any, 1},
    {U"이고", After::any, 1},
    {U"이자", After::any, 1},
    {U"인", After::any, 2},
    {U"이다", After::any, 1},
    {U"입니다", After::any, 1},
    {U"입니까", After::any, 1},
    {U"이었다", After::any, 1},
    {U"였다", After::vowel, 1},
    {U"이었습니다", After::any, 1},
    {U"였습니다", After::vowel, 1},
    {U"이에요", After::consonant, 1},
    {U"예요", After::vowel, 1},
    {U"이야", After::consonant, 1},
    {U"야", After::vowel, 1},
    {U"이지만", After::any, 1},
    {U"아니라", After::any, 2},
    {U"들", After::any, 1},
    {U"들은", After::any, 1},
    {U"들이", After::any, 1},
    {U"들을", After::any, 1},
    {U"들의", After::any, 1},
    {U"들에", After::any, 1},
    {U"들에게", After::any, 1},
    {U"들과", After::any, 1},
    {U"들도", After::any, 1},
    {U"적인", After::any, 2},
    {U"적으로", After::any, 2},
    {U"용", After::any, 2},
};

/// What may follow 하다, 되다 and 시키다 once their own syllable is taken off, and the stem of other verbs.
constexpr std::u32string_view kEndings[] = {
    U"",       U"다",       U"는",     U"고",     U"며",   U"여",     U"여서",   U"였다",     U"였고",
    U"였으며", U"였습니다", U"여야",   U"니다",   U"니까", U"습니다", U"습니까", U"기",       U"기에",
    U"기를",   U"기는",     U"기도",   U"기로",   U"게",   U"지",     U"지만",   U"지는",     U"지도",
    U"지를",   U"면",       U"면서",   U"으면",   U"서",   U"도록",   U"던",     U"는데",     U"은데",
    U"어",     U"어서",     U"어요",   U"었다",   U"었고", U"었던",   U"었으며", U"었습니다", U"었어",
    U"었어요", U"아",       U"아서",   U"아요",   U"았다", U"았고",   U"았던",   U"았습니다", U"았어",
    U"았어요", U"을",       U"은",     U"음",     U"으며", U"으로",   U"려고",   U"으려고",   U"려면",
    U"자",     U"는지",     U"을까",   U"요",     U"네",   U"네요",   U"세요",   U"으세요",   U"거나",
    U"든",     U"는다",     U"는다고", U"다고",   U"다는", U"라",     U"라고",   U"러",       U"으러",
    U"으니",   U"니",       U"므로",   U"으므로", U"어야", U"아야",   U"어도",   U"아도",     U"시오",
    U"십시오", U"으십시오", U"는가",   U"나요",   U"냐",   U"구나",   U"군요",   U"어라",     U"아라"};

bool is_ending(std::u32string_view tail) {
    return std::find(std::begin(kEndings), std::end(kEndings), tail) != std::end(kEndings);
}

void add(std::vector<std::u32string>& forms, std::u32string form) {
    constexpr std::size_t kMost = 4;
    if (form.empty() || forms.size() >= kMost) return;
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

/// The word without its longest particle; empty when it has none.
std::u32string_view without_particle(std::u32string_view word) {
    std::u32string_view best;
    std::size_t longest = 0;
    for (const Suffix& s : kParticles) {
        if (s.text.size() <= longest || word.size() < s.text.size() + s.least || !word.ends_with(s.text))
            continue;
        const std::u32string_view rest = word.substr(0, word.size() - s.text.size());
        if (!allows(s.after, apart(rest.back()).final)) continue;
        longest = s.text.size();
        best = rest;
    }
    return best;
}

/// 개발 of 개발하였습니다, 개발된, 개발시킨: a noun of two syllables or more made a verb.
std::u32string_view without_light_verb(std::u32string_view word) {
    constexpr std::u32string_view verbs = U"하합한할했해함되된될됩됐돼";
    for (std::size_t at = word.size(); at-- > 2;) {
        if (verbs.find(word[at]) != std::u32string_view::npos && is_ending(word.substr(at + 1))) {
            return word.substr(0, at);
        }
        if (word.substr(at, 1) == U"시" && at + 1 < word.size() &&
            std::u32string_view(U"키킨킬켰켜킵").find(word[at + 1]) != std::u32string_view::npos &&
            is_ending(word.substr(at + 2))) {
            return word.substr(0, at);
        }
    }
    return {};
}

/// The stem's last syllable as it is before a past tense or a contraction: 갔 → 가, 마셨 → 마시, 배웠 → 배우.
char32_t uncontracted(char32_t c) {
    Syllable s = apart(c);
    s.final = kNoFinal;
    if (s.vowel == kYeo) s.vowel = kI;
    if (s.vowel == kWo) s.vowel = kU;
    if (s.vowel == kWa) s.vowel = kO;
    if (s.vowel == kAe && s.initial == kHieut) s.vowel = kA;
    return together(s);
}

/// 먹 of 먹었다, 가 of 갔습니다, 간다, 갑니다, 마시 of 마셨다: other verbs and adjectives.
std::u32string verb_stem(std::u32string_view word) {
    for (std::size_t cut = 1; cut < word.size(); ++cut) {
        const std::u32string_view tail = word.substr(cut);
        if (!is_ending(tail)) continue;
        std::u32string made(word.substr(0, cut));
        const unsigned final = apart(made.back()).final;
        const bool contracted = final == kSs || (final == kN && tail == U"다") ||
                                (final == kB && (tail == U"니다" || tail == U"니까"));
        if (contracted && made != U"있") made.back() = uncontracted(made.back());
        return made;
    }
    return {};
}

bool only_syllables(std::u32string_view word) {
    return std::all_of(word.begin(), word.end(), is_hangul_syllable);
}

}  // namespace

std::vector<std::u32string> korean_forms(std::u32string_view word) {
    std::vector<std::u32string> forms{std::u32string(word)};
    if (word.size() < 2 || !only_syllables(word)) return forms;
    const std::u32string_view noun = without_particle(word);
    add(forms, std::u32string(noun));
    if (noun.size() >= 2) add(forms, std::u32string(without_particle(noun)));
    const std::u32string_view made_verb = without_light_verb(word);
    add(forms, std::u32string(made_verb));
    if (made_verb.empty()) add(forms, verb_stem(word));
    return forms;
}

std::u32string initials_of(std::u32string_view word) {
    std::u32string made;
    for (const char32_t c : word) {
        if (!is_hangul_syllable(c)) return {};
        made += kInitials[apart(c).initial];
    }
    return made;
}

std::u32string with_plain_consonants(std::u32string_view word) {
    constexpr std::u32string_view jamo = U"ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ",
                                  letters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    std::u32string plain(word);
    for (char32_t& c : plain) {
        if (const std::size_t at = jamo.find(c); at != jamo.npos) c = letters[at];
    }
    return plain;
}

bool is_initials(std::u32string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_initial_consonant);
}

std::u32string letters_of(std::u32string_view word) {
    std::u32string made;
    for (const char32_t c : word) {
        if (!is_hangul_syllable(c)) {
            made += c;
            continue;
        }
        const Syllable s = apart(c);
        made += kInitials[s.initial];
        made += kVowels[s.vowel];
        made += kFinals[s.final];
    }
    return made;
}

std::u32string romanized(std::u32string_view word) {
    static constexpr std::array<std::u32string_view, 19> initials{
        U"g",  U"kk", U"n", U"d",  U"tt", U"r", U"m", U"b", U"pp", U"s",
        U"ss", U"",   U"j", U"jj", U"ch", U"k", U"t", U"p", U"h"};
    static constexpr std::array<std::u32string_view, 21> vowels{
        U"a",  U"ae", U"ya", U"yae", U"eo", U"e",  U"yeo", U"ye", U"o",  U"wa", U"wae",
        U"oe", U"yo", U"u",  U"wo",  U"we", U"wi", U"yu",  U"eu", U"ui", U"i"};
    static constexpr std::array<std::u32string_view, 28> finals{
        U"",  U"k", U"k", U"k", U"n", U"n", U"n", U"t",  U"l", U"k", U"m", U"l", U"l", U"l",
        U"p", U"l", U"m", U"p", U"p", U"t", U"t", U"ng", U"t", U"t", U"k", U"t", U"p", U"t"};
    std::u32string made;
    for (const char32_t c : word) {
        if (!is_hangul_syllable(c)) {
            made += c;
            continue;
        }
        const Syllable s = apart(c);
        made += initials[s.initial];
        made += vowels[s.vowel];
        made += finals[s.final];
    }
    return made;
}

}  // namespace dure::search
