// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "server/figures/vocabulary_store.hpp"

namespace dure::figures {

/// Schema FigureVocabulary: with the units that figures can be said in, and by whom what may be done.
std::string encode(const Vocabulary& vocabulary, bool may_enter);

}  // namespace dure::figures
