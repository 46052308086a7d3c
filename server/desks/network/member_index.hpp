// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/vocabulary.hpp"
#include "server/search/live_index.hpp"

namespace dure::desks::network {

/// What members are filtered by, in the index's order.
enum class MemberFacet : std::size_t { country, kind, size_class, activity, technology, hs_code, cluster };
inline constexpr std::string_view kMemberFacets[] = {"country",    "kind",    "size_class", "activity",
                                                     "technology", "hs_code", "cluster"};
inline constexpr std::size_t kMemberFacetCount = std::size(kMemberFacets);

inline constexpr std::string_view kMemberSuggestion = "member";
inline constexpr std::string_view kProductSuggestion = "product";

/// The members' index: one audience a Sight, each made of disclosed() members alone.
class MemberIndex {
  public:
    explicit MemberIndex(Clock clock);

    struct View {
        const search::Index& index;
        const search::Suggester& suggester;
        const Vocabulary& words;
    };
    /// Catches up with what `c` sees and calls `use`.
    template <class F>
    auto read(db::Connection& c, Sight sight, F&& use) {
        return live_.read(c, static_cast<std::size_t>(sight), [&](const search::LiveIndex::View& view) {
            return use(View{view.index, view.suggester, *words_});
        });
    }
    /// The taxonomy as the index has it.
    std::shared_ptr<const Vocabulary> words(db::Connection& c);

  private:
    search::Entry entry_of(const Member& one, const std::string& today) const;

    std::shared_ptr<const Vocabulary> words_;  ///< changed while nobody reads
    search::LiveIndex live_;
};

}  // namespace dure::desks::network
