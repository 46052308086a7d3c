// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/search/taxonomy.hpp"
#include "server/finder/kind.hpp"
#include "server/search/live_index.hpp"
#include "server/search/segments.hpp"

namespace dure::finder {

/// Where a list of hits goes on.
struct Place {
    double score = 0;
    std::string order, id;
};

struct Question {
    std::string text;
    std::optional<std::string> kind;  ///< none: all of them
    bool unfinished = false;          ///< the last word may go on
    std::optional<Place> after;       ///< with `kind`
    std::size_t limit = 5;            ///< of each kind
};

struct Hit {
    std::string id, page;
    std::vector<search::Segment> title, excerpt;
    std::string detail;
    std::optional<Instant> at;
    std::string day;
    bool fictitious = false;
};

/// What of one kind answers. Never without hits, unless it goes on behind a place where nothing is.
struct Group {
    const Kind* kind = nullptr;
    std::size_t matches = 0;
    std::vector<Hit> hits;
    std::optional<Place> next;
};

using TaxonomySource = std::function<std::shared_ptr<const search::Taxonomy>(db::Connection&)>;

/// Finds records of every kind. There is an index for each sight of each kind, made of what that sight may
/// see and of nothing else: no count, order, correction or mark tells of another record. Records that answer
/// are read again by the kind, with the actor, before they are shown. Indexes that nobody asked for long are
/// dropped.
class Box {
  public:
    Box(std::vector<Kind> kinds, Clock clock, TaxonomySource taxonomy);

    /// Groups in the order of the kinds.
    std::vector<Group> find(db::Connection& c, const auth::Actor& actor, const Question& question);

  private:
    struct Kept {
        std::shared_ptr<search::LiveIndex> index;
        std::uint64_t used = 0;
    };
    std::shared_ptr<search::LiveIndex> index_of(const Kind& kind, const std::string& sight,
                                                const auth::Actor& actor);

    const std::vector<Kind> kinds_;
    const Clock clock_;
    const TaxonomySource taxonomy_;
    std::mutex mutex_;  ///< of what follows
    std::map<std::pair<std::string, std::string>, Kept> indexes_;
    std::uint64_t uses_ = 0;
};

}  // namespace dure::finder
