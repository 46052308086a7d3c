// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dure::search {

/// The forms under which a Korean word (eojeol) is looked up: the word itself, then what remains of it when
/// particles (로봇에서는 → 로봇), the copula (회사입니다 → 회사), or the endings of a verb (개발하였습니다 →
/// 개발, 먹었다 → 먹) are taken off, each where the final consonant before it allows it. Without a dictionary
/// some of the forms are no words; they are the same wherever the word stands, so they do little harm. At
/// most four forms, none twice.
std::vector<std::u32string> korean_forms(std::u32string_view word);

/// The initial consonants of the syllables: 대구 → ㄷㄱ. Empty when there is a sign that is no syllable.
std::u32string initials_of(std::u32string_view word);
/// With ㄷ for the jamo that NFKC makes of it.
std::u32string with_plain_consonants(std::u32string_view word);
/// Whether a word is typed in initial consonants alone (ㄷㄱ).
bool is_initials(std::u32string_view word);

/// Hangul syllables apart, one code point for each letter pressed on the keyboard (값 → ㄱㅏㅂㅅ), so that
/// one slip is one edit. Other signs stay.
std::u32string letters_of(std::u32string_view word);

/// Latin letters by the Revised Romanization of 2000, syllable by syllable without assimilation
/// (대구 → daegu, 신라 → sinra). Other signs stay.
std::u32string romanized(std::u32string_view word);

/// What a name sounds like, in capital-free Latin letters that spellings of one Korean name share: 현대 and
/// Hyundai, 삼성 and Samsung, 두산 and Doosan, 포스코 and POSCO. Consonants fall into classes (g k q c, d t,
/// b p f v, r l, j ch z), vowels into a, e and o, doubled letters into one, and the ㅡ of loan words is
/// dropped. Empty for scripts other than Hangul and Latin.
std::string sound_of(std::u32string_view word);

}  // namespace dure::search
