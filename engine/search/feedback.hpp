// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/search/query.hpp"

namespace dure::search {

struct Scored {
    float score = 0;
    DocNumber document = 0;
};

/// The groups and, weighed less, the words that tell the best documents from the others: each document speaks
/// with its score, each word with its share of the document and its rarity (relevance models after V.
/// Lavrenko and W. B. Croft, SIGIR 2001, mixed with the query as RM3 does). Gathers more of what a subject
/// has; the one document that was meant may fall a place.
std::vector<Group> expanded(const Index& index, std::vector<Group> groups, const std::vector<Scored>& best);

}  // namespace dure::search
