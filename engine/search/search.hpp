// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/query.hpp"

namespace dure::search {

struct Hit {
    std::string id;
    float score = 0;
    std::string order = {};
};

struct FacetCount {
    std::string value;
    std::size_t count = 0;
};

struct Answer {
    std::vector<Hit> hits;    ///< best first; equal scores by the bytes of their order, then the id
    std::size_t matches = 0;  ///< documents that have anything of what was asked and pass the filters
    std::vector<std::vector<FacetCount>> facets;  ///< for each of Query::count, most first, then by bytes
};

/// Ranks by BM25F (see Postings). The index must be committed. A text without words matches nothing.
Answer search(const Index& index, const Query& query);

}  // namespace dure::search
