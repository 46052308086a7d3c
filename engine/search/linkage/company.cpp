// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/company.hpp"

#include <algorithm>
#include <cmath>

#include "engine/search/edits.hpp"
#include "engine/search/korean.hpp"
#include "engine/search/linkage/legal_forms.hpp"
#include "engine/search/utf.hpp"
#include "engine/search/words.hpp"

namespace dure::search {
namespace {

using Words = std::vector<std::u32string>;

template <std::size_t N>
bool is_one_of(std::u32string_view word, const std::u32string_view (&list)[N]) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// S.A.S. becomes SAS: points between single letters go.
std::string without_points(std::string_view name) {
    std::string made;
    std::size_t letters = 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (c == '.' && letters == 1) {
            letters = 0;
            continue;
        }
        if (c >= 0x80 ? (c & 0xC0) != 0x80 : std::isalnum(c) != 0) ++letters;
        if (c < 0x80 && std::isalnum(c) == 0) letters = 0;
        made += static_cast<char>(c);
    }
    return made;
}

/// 삼성전자 → 삼성 and electronics; what is left has two syllables at least, or stands as a word before.
void split_trade(const std::u32string& word, Words& words) {
    for (const Trade& t : kTrades) {
        const bool alone = word == t.hangul && !words.empty();
        if (!alone && (word.size() < t.hangul.size() + 2 || !word.ends_with(t.hangul))) continue;
        if (!alone) words.push_back(word.substr(0, word.size() - t.hangul.size()));
        std::u32string_view english = t.english;
        for (std::size_t blank; (blank = english.find(U' ')) != english.npos;
             english.remove_prefix(blank + 1)) {
            words.emplace_back(english.substr(0, blank));
        }
        words.emplace_back(english);
        return;
    }
    words.push_back(word);
}

std::u32string without_affixes(std::u32string word) {
    for (const std::u32string_view p : kLegalPrefixes) {
        if (word.size() > p.size() && word.starts_with(p)) word.erase(0, p.size());
    }
    for (const std::u32string_view s : kLegalSuffixes) {
        if (word.size() > s.size() && word.ends_with(s)) word.resize(word.size() - s.size());
    }
    return word;
}

std::u32string joined(const Words& words) {
    std::u32string made;
    for (const auto& w : words) made += w;
    return made;
}

bool has_hangul(std::u32string_view word) {
    return std::any_of(word.begin(), word.end(), is_hangul_syllable);
}

/// How far two words are one: 1 the same, less for a slip or another script, 0 for two words.
double agreement(const std::u32string& a, const std::u32string& b) {
    constexpr double kOtherScript = 0.85;
    constexpr std::size_t kShortSound = 3;
    if (a == b) return 1;
    if (has_hangul(a) != has_hangul(b)) {
        const std::string sound = sound_of(a);
        return sound.size() >= kShortSound && sound == sound_of(b) ? kOtherScript : 0;
    }
    const std::u32string x = letters_of(a), y = letters_of(b);
    const std::size_t length = std::max(x.size(), y.size());
    const std::size_t allowed = length / 6;
    if (allowed == 0) return 0;
    const std::size_t slips = edits(x, y, allowed);
    if (slips > allowed) return 0;
    return 1 - 2.2 * static_cast<double>(slips) / static_cast<double>(length);
}

}  // namespace

std::vector<std::u32string> company_words(std::string_view name) {
    Words all;
    for (Word& w : words_of(without_points(name))) all.push_back(std::move(w.text));
    Words words = all;
    while (!words.empty() && is_one_of(words.back(), kLegalWords)) words.pop_back();
    while (!words.empty() && is_one_of(words.front(), kLegalInFront)) words.erase(words.begin());
    if (words.empty()) return all;
    Words told;
    for (const auto& w : words) {
        const std::u32string bare = without_marks(without_affixes(w));
        if (!is_one_of(bare, kEmptyWords)) split_trade(bare, told);
    }
    return told.empty() ? words : told;
}

void CompanyNames::count(const std::vector<std::u32string>& words) {
    ++names_;
    Words once = words;
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (const auto& w : once) ++frequency_[w];
}

double CompanyNames::rarity(const std::u32string& word) const {
    // A list is a sample of the world's companies: a word that stands once in it is rarer than one in its
    // length.
    constexpr double kWorld = 40000;
    const auto found = frequency_.find(word);
    const double n = found == frequency_.end() ? 1 : found->second;
    return std::log2((names_ + kWorld) / (n + 0.5));
}

double CompanyNames::bits(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) const {
    constexpr double kGate = -10;
    constexpr double kDistinctive = 6;  // bits of the rarest word that must be shared
    const double chance = std::log2(1.0 + names_);
    double shared = 0, alone = 0, rarest = 0;
    if (joined(a) == joined(b)) {
        for (const auto& w : a.size() >= b.size() ? a : b) shared += rarity(w);
        return shared - chance;
    }
    std::vector<bool> taken(b.size());
    for (const auto& w : a) {
        double best = 0;
        std::size_t at = b.size();
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double agrees = taken[j] ? 0 : agreement(w, b[j]);
            if (agrees > best) {
                best = agrees;
                at = j;
            }
        }
        if (at == b.size()) {
            alone += rarity(w);
            continue;
        }
        taken[at] = true;
        const double weight = best * std::min(rarity(w), rarity(b[at]));
        shared += weight;
        rarest = std::max(rarest, weight);
    }
    for (std::size_t j = 0; j < b.size(); ++j) alone += taken[j] ? 0 : rarity(b[j]);
    const double bits = shared - alone - chance;
    return rarest < kDistinctive ? std::min(bits, kGate) : bits;
}

}  // namespace dure::search
