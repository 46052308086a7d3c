// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "engine/search/search.hpp"
#include "engine/search/suggest.hpp"
#include "server/db/database.hpp"

namespace dure::search {

/// What an index holds of one record: for each audience the document that it may find, or none. Audiences
/// are numbered by how much they may see, the last one sees most.
struct Entry {
    std::string id;
    std::vector<std::optional<Document>> documents;
    std::vector<std::vector<Suggestion>> suggestions = {};  ///< of each audience; may be shorter
    std::optional<Instant> until = {};  ///< from then on only the last audience may find it
};

/// What a desk knows of its records.
struct Source {
    Schema schema;
    std::size_t audiences = 1;
    std::vector<std::string> kinds;  ///< of changes; the record is an entry's id
    std::vector<std::string> anew;   ///< kinds of changes after which everything is read again
    /// Those of the ids that there are, or everything. Ids that it leaves out are found no more.
    std::function<std::vector<Entry>(db::Connection&, const std::vector<std::string>* ids)> read;
    /// Called before everything is read; may be empty.
    std::function<void(db::Connection&)> prepare = {};
};

/// An index for each audience, in memory, that answers for all that was committed before the question's
/// transaction began: it catches up by the numbers of the changes. Nothing of a document that is not an
/// audience's own reaches its answers: words, counts, weights and suggestions come from its own documents.
class LiveIndex {
  public:
    LiveIndex(Source source, Clock clock);

    /// What one audience may find. Valid while `read` runs.
    struct View {
        const Index& index;
        const Suggester& suggester;
    };

    /// Catches up and calls `use`, while other questions may be answered too.
    template <class F>
    auto read(db::Connection& c, std::size_t audience, F&& use) {
        catch_up(c);
        const std::shared_lock lock(mutex_);
        const Audience& own = audiences_.at(audience);
        return use(View{own.index, own.suggester});
    }
    void catch_up(db::Connection& c);

  private:
    struct Audience {
        Index index;
        std::map<std::string, std::vector<Suggestion>> suggestions;
        Suggester suggester;
        bool changed = false;
    };
    /// Where the changes stand, as a transaction sees them.
    struct Latest {
        std::int64_t number = 0, count = 0;
        bool operator==(const Latest&) const = default;
    };

    Latest latest(db::Connection& c) const;
    bool is_current(const Latest& now) const;
    void read_all(db::Connection& c);
    void read_changes(db::Connection& c);
    void put(const Entry& entry);
    void remove(const std::string& id, std::size_t below);
    void hide_ended();
    void commit();

    const Source source_;
    const Clock clock_;
    std::shared_mutex mutex_;
    bool built_ = false;
    std::vector<Audience> audiences_;
    std::int64_t floor_ = 0;       ///< all changes up to it are known
    std::set<std::int64_t> seen_;  ///< known changes above it; between them some may still be uncommitted
    Latest latest_;
    std::map<std::string, Instant> ends_;
    Instant next_end_;
    std::atomic<Instant> caught_up_ = 0;  ///< when it did last
};

}  // namespace dure::search
