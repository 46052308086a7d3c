// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dure::search {

/// What may be offered to a person who has begun to type it.
struct Suggestion {
    std::string text;
    std::string kind;    ///< what it is, for the caller: "member", "technology", …
    std::string target;  ///< the id of what it names
    double weight = 1;   ///< the higher the earlier

    bool operator==(const Suggestion&) const = default;
};

/// Offers what begins with what was typed so far: the whole text, or one of its words. Of Hangul half a
/// syllable counts by its letters (롭 → 로봇), and initial consonants alone will do (ㄹㅂ → 로봇). Case and
/// marks do not count.
class Suggester {
  public:
    Suggester() = default;
    explicit Suggester(std::vector<Suggestion> suggestions);

    std::size_t size() const { return suggestions_.size(); }
    /// Those whose text begins so stand before those with a later word that does; then the heaviest, then by
    /// the bytes of text and target. Of several with one kind and target the first stands for all. Nothing
    /// for a text without letters and digits.
    std::vector<Suggestion> complete(std::string_view typed, std::size_t limit) const;

  private:
    struct Key {
        std::u32string letters;
        std::uint32_t suggestion;
        bool later;  ///< begins at a later word
    };
    using Keys = std::vector<Key>;
    static void find(const Keys& keys, const std::u32string& prefix,
                     std::vector<std::pair<bool, std::uint32_t>>& found);

    std::vector<Suggestion> suggestions_;
    Keys letters_, initials_;  ///< ascending
};

}  // namespace dure::search
