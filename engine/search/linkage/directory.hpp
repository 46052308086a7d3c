// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dure::search {

/// An organisation as a directory knows it. Empty: unknown.
struct DirectoryEntry {
    std::vector<std::string> names;  ///< in any language
    std::string country;
    std::string registration;  ///< without signs, with its country
    std::string web_host;
    std::string address;
};

/// What speaks for or against two entries being one organisation.
enum class Evidence : std::uint8_t { start, name, registration, web, country, address };

struct Part {
    Evidence of = Evidence::start;
    double bits = 0;          ///< log2 of how much likelier it makes them one
    std::string left, right;  ///< what was compared; empty for start
};

/// The parts add up to the weight, so that they can be drawn as a waterfall.
struct DirectoryPair {
    std::uint32_t left = 0, right = 0;  ///< left < right
    double weight = 0;                  ///< log2 of the odds that they are one
    std::vector<Part> parts;            ///< what is unknown on either side says nothing and is left out
};

/// The weight from which two entries are worth a person's look.
inline constexpr double kLookFrom = -7;

/// Pairs that may be one organisation, the heaviest first, then by number. Sought among alike names, and
/// among equal registration numbers, hosts and names. Weighed as Fellegi and Sunter do (see link.hpp), but
/// with rarities counted in the list and agreement among doubles given instead of learned: a directory
/// begins with a dozen entries, from which nothing can be learned. `start` is how rare doubles are before
/// anything is compared: one entry in ten has one.
std::vector<DirectoryPair> doubles_in(const std::vector<DirectoryEntry>& entries, double least = kLookFrom);

}  // namespace dure::search
