// SPDX-License-Identifier: Apache-2.0
#include "server/search/live_index.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "server/search/changes.hpp"

namespace dure::search {
namespace {

constexpr std::string_view kLatest =
    "SELECT COALESCE(max(number), 0), count(*) FROM search_change WHERE number > $1";
constexpr std::string_view kChanges =
    "SELECT number, kind, record, at FROM search_change WHERE number > $1 ORDER BY number";
constexpr std::string_view kSettled = "SELECT COALESCE(max(number), 0) FROM search_change WHERE at < $1";

/// A transaction that took its number is committed or gone after this long. Numbers below it are complete.
constexpr Instant kSettles = 600 * kSecond;
/// Changes are kept for a day: who has not looked for half as long reads everything anew.
constexpr Instant kLongAgo = 12 * 3600 * kSecond;
constexpr Instant kNever = std::numeric_limits<Instant>::max();

bool holds(const std::vector<std::string>& list, const std::string& value) {
    return std::ranges::find(list, value) != list.end();
}

}  // namespace

LiveIndex::LiveIndex(Source source, Clock clock)
    : source_(std::move(source)), clock_(std::move(clock)), next_end_(kNever) {}

LiveIndex::Latest LiveIndex::latest(db::Connection& c) const {
    const auto row = c.query_one(kLatest, floor_).value();
    return {row.integer(0), row.integer(1)};
}

bool LiveIndex::is_current(const Latest& now) const {
    return now == latest_ && clock_() < next_end_;
}

void LiveIndex::catch_up(db::Connection& c) {
    const Instant before = caught_up_.exchange(clock_());
    {
        const std::shared_lock lock(mutex_);
        if (built_ && before + kLongAgo > caught_up_ && is_current(latest(c))) return;
    }
    const std::unique_lock lock(mutex_);
    if (!built_ || before + kLongAgo <= caught_up_)
        read_all(c);
    else if (latest(c) != latest_)
        read_changes(c);
    hide_ended();
    commit();
}

void LiveIndex::read_all(db::Connection& c) {
    if (source_.prepare) source_.prepare(c);
    audiences_.clear();
    for (std::size_t a = 0; a < source_.audiences; ++a)
        audiences_.push_back({.index = Index(source_.schema), .suggestions = {}, .suggester = {}});
    ends_.clear();
    floor_ = c.query_one(kSettled, clock_() - kSettles).value().integer(0);
    seen_.clear();
    c.run(kChanges, std::vector<db::Value>{floor_},
          [&](const db::Row& row) { seen_.insert(row.integer(0)); });
    latest_ = latest(c);
    for (const Entry& entry : source_.read(c, nullptr)) put(entry);
    built_ = true;
}

void LiveIndex::read_changes(db::Connection& c) {
    std::set<std::string> changed;
    bool anew = false;
    std::int64_t settled = floor_;
    const Instant settles = clock_() - kSettles;
    std::set<std::int64_t> all;
    c.run(kChanges, std::vector<db::Value>{floor_}, [&](const db::Row& row) {
        all.insert(row.integer(0));
        if (row.integer(3) < settles) settled = row.integer(0);
        if (seen_.contains(row.integer(0))) return;
        anew = anew || row.text(1) == kEverything || holds(source_.anew, row.text(1));
        if (holds(source_.kinds, row.text(1))) changed.insert(row.text(2));
    });
    // An older snapshot than the one that was read last has nothing new to say.
    if (!std::ranges::includes(all, seen_)) return;
    if (anew) return read_all(c);
    seen_ = std::move(all);
    floor_ = settled;
    seen_.erase(seen_.begin(), seen_.upper_bound(floor_));
    latest_ = latest(c);
    if (changed.empty()) return;
    const std::vector<std::string> ids(changed.begin(), changed.end());
    for (const std::string& id : ids) remove(id, source_.audiences);
    for (const Entry& entry : source_.read(c, &ids)) put(entry);
}

void LiveIndex::put(const Entry& entry) {
    for (std::size_t a = 0; a < audiences_.size(); ++a) {
        Audience& audience = audiences_[a];
        if (a >= entry.documents.size() || !entry.documents[a]) continue;
        audience.index.put(*entry.documents[a]);
        if (a < entry.suggestions.size() && !entry.suggestions[a].empty())
            audience.suggestions[entry.id] = entry.suggestions[a];
        audience.changed = true;
    }
    if (entry.until) ends_[entry.id] = *entry.until;
}

void LiveIndex::remove(const std::string& id, std::size_t below) {
    for (std::size_t a = 0; a < below; ++a) {
        audiences_[a].changed = audiences_[a].index.remove(id) || audiences_[a].changed;
        audiences_[a].suggestions.erase(id);
    }
    ends_.erase(id);
}

/// What ended since may no longer be found, whichever transaction asks.
void LiveIndex::hide_ended() {
    const Instant now = clock_();
    std::vector<std::string> ended;
    next_end_ = kNever;
    for (const auto& [id, end] : ends_) {
        if (end <= now)
            ended.push_back(id);
        else
            next_end_ = std::min(next_end_, end);
    }
    for (const std::string& id : ended) remove(id, source_.audiences - 1);
}

void LiveIndex::commit() {
    for (Audience& audience : audiences_) {
        if (!std::exchange(audience.changed, false)) continue;
        audience.index.commit();
        std::vector<Suggestion> all;
        for (const auto& [id, own] : audience.suggestions) all.insert(all.end(), own.begin(), own.end());
        audience.suggester = Suggester(std::move(all));
    }
}

}  // namespace dure::search
