// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/figures/figure_check.hpp"
#include "server/figures/office.hpp"

namespace dure::figures {

/// What the cells of an imported table mean: codes or names, in either language, of what there is now. Looked
/// up at most every few seconds, since a check asks for every row.
class ImportWords {
  public:
    explicit ImportWords(const Office& office) : office_(office) {}

    struct Known {
        Vocabulary vocabulary;
        std::map<std::string, std::string> sources;  ///< code → id
        Instant read = 0;
    };
    std::shared_ptr<const Known> known();

  private:
    const Office office_;
    std::mutex mutex_;
    std::shared_ptr<const Known> known_;
};

/// The code that a cell means, by code or by a name; none: nothing is called so.
std::optional<std::string> region_in(const Vocabulary& vocabulary, std::string_view cell);
std::optional<std::string> indicator_in(const Vocabulary& vocabulary, std::string_view cell);
/// kind: "sector" or "item". An empty cell and "합계", "전체", "total" mean the whole: an empty code.
std::optional<std::string> term_in(const Vocabulary& vocabulary, std::string_view kind,
                                   std::string_view cell);
/// A name that is near, for what to write instead; empty: none is.
std::string nearest_region(const Vocabulary& vocabulary, std::string_view cell);
std::string nearest_term(const Vocabulary& vocabulary, std::string_view kind, std::string_view cell);

}  // namespace dure::figures
