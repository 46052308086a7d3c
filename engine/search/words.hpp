// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dure::search {

/// What decides how a word is looked at: letters with spaces between words (Latin, Cyrillic and all others),
/// Korean, and the scripts of China and Japan that are written without spaces.
enum class Script : std::uint8_t { letters, hangul, han, kana };

/// A word as it stands in a text.
struct Word {
    std::u32string text;  ///< NFKC, case folded; of one script, digits count as letters
    Script script = Script::letters;
    std::uint32_t begin = 0;  ///< bytes of the text it was read from
    std::uint32_t end = 0;
};

/// The words of a text in their order: runs of letters, marks and digits, cut where the script changes
/// ("LG전자" is lg and 전자, "3D프린터" 3d and 프린터). An apostrophe ends a word, and the English 's is
/// dropped. Jamo typed alone (ㄷㄱ) make a word of script hangul. A run of more than 256 code points is cut.
/// Words that folding draws from one sign share its bytes (㈱ gives 株). Bytes that are no UTF-8 separate.
std::vector<Word> words_of(std::string_view text);

}  // namespace dure::search
