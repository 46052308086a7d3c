// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <future>
#include <unordered_map>

#include "server/imports/jobs.hpp"
#include "server/imports/row_reader.hpp"
#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kBatch = 1'000;
/// Rows to look at that are kept; those behind are counted.
constexpr std::size_t kMostKept = 20'000;

class Check {
  public:
    Check(const Context& context, jobs::JobContext& job, Import one, const Resource& resource,
          std::map<std::int64_t, StoredRow> mended)
        : context_(context),
          job_(job),
          one_(std::move(one)),
          resource_(resource),
          mended_(std::move(mended)),
          cells_(resource) {}

    /// A batch is looked for in the database while the next one is read.
    jobs::Outcome run(std::string_view bytes) {
        auto reader = RowReader::open(bytes, one_, resource_);
        if (!reader) return failed(reader.error());
        std::future<void> ended;
        for (bool more = true; more;) {
            Batch batch;
            const auto read = read_batch(*reader, batch);
            if (ended.valid()) ended.get();
            if (!read) return failed(read.error());
            more = *read;
            if (job_.stop.stop_requested()) return {.state = jobs::State::cancelled};
            job_.progress({.fraction = reader->fraction(),
                           .stage = "import.check",
                           .details = {{"rows", std::to_string(one_.counts.rows)}}});
            ended = std::async(std::launch::async,
                               [this, batch = std::move(batch)]() mutable { end(std::move(batch)); });
        }
        ended.get();
        if (one_.counts.rows == 0) return failed({.code = "imports.no_rows"});
        return {.state = jobs::State::done,
                .save = [id = one_.id, counts = one_.counts, rows = std::move(kept_),
                         clock = context_.clock](db::Connection& c) { save(c, id, counts, rows, clock()); }};
    }

  private:
    static jobs::Outcome failed(Error error) {
        return {.state = jobs::State::failed, .error = std::move(error)};
    }

    /// Rows as they are read; `good` and `waiting` are of the same rows.
    struct Batch {
        std::vector<Row> good;
        std::vector<StoredRow> waiting, bad;
    };

    /// False: the table has no more.
    Expected<bool> read_batch(RowReader& reader, Batch& batch) {
        RawRow raw;
        while (batch.good.size() + batch.bad.size() < kBatch) {
            const auto more = reader.next(raw);
            if (!more || !*more) return more;
            read(raw, batch);
        }
        return true;
    }

    void read(RawRow raw, Batch& batch) {
        ++one_.counts.rows;
        StoredRow stored{.number = raw.number};
        if (const auto found = mended_.find(raw.number); found != mended_.end()) {
            stored.mended = found->second.mended;
            stored.decision = found->second.decision;
            if (stored.mended) raw.cells = found->second.cells;
        }
        std::vector<CellError> errors;
        Row row = cells_.read(raw, errors);
        for (const CellError& error : errors) stored.errors.push_back(imports::stored(error, resource_));
        stored.cells = std::move(raw.cells);
        if (!errors.empty()) {
            ++one_.counts.bad_rows;
            one_.counts.bad_cells += static_cast<std::int64_t>(errors.size());
            batch.bad.push_back(std::move(stored));
            return;
        }
        find_in_file(row, stored);
        batch.good.push_back(std::move(row));
        batch.waiting.push_back(std::move(stored));
    }

    /// A row above that means the same.
    void find_in_file(const Row& row, StoredRow& stored) {
        for (const std::string& key : resource_.keys(row)) {
            const auto [place, added] = rows_by_key_.emplace(std::hash<std::string>{}(key), row.number);
            if (added || !stored.twins.empty()) continue;
            stored.twins.push_back(
                {.row = place->second, .name = std::to_string(place->second), .reason = "same_file"});
        }
    }

    void end(Batch batch) {
        for (StoredRow& row : batch.bad) keep(std::move(row));
        if (batch.good.empty()) return;
        const auto twins =
            context_.database.read([&](db::Connection& c) { return resource_.find_twins(c, batch.good); });
        for (const Twin& twin : twins)
            batch.waiting[twin.row].twins.push_back(
                {.record = twin.record, .name = twin.name, .reason = twin.reason});
        for (StoredRow& row : batch.waiting) {
            if (!row.twins.empty()) ++one_.counts.twin_rows;
            if (!row.twins.empty() || row.mended) keep(std::move(row));
        }
    }

    void keep(StoredRow row) {
        if (kept_.size() < kMostKept || row.mended) kept_.push_back(std::move(row));
    }

    static void save(db::Connection& c, const std::string& id, const Counts& counts,
                     const std::vector<StoredRow>& rows, Instant now) {
        delete_rows(c, id);
        insert_rows(c, id, rows);
        auto one = find_import(c, id).value();
        one.counts = counts;
        one.state = State::checked;
        one.error.reset();
        one.updated = now;
        update_import(c, one);
    }

    const Context& context_;
    jobs::JobContext& job_;
    Import one_;
    const Resource& resource_;
    std::map<std::int64_t, StoredRow> mended_;
    CellReader cells_;
    std::unordered_map<std::size_t, std::int64_t> rows_by_key_;
    std::vector<StoredRow> kept_;
};

}  // namespace

jobs::Outcome check_import(const Context& context, jobs::JobContext& job) {
    struct Loaded {
        Import one;
        std::string content;
        std::map<std::int64_t, StoredRow> mended;
    };
    auto loaded = context.database.read([&](db::Connection& c) {
        const std::string& id = job.job.subject.value();
        return Loaded{.one = find_import(c, id).value(),
                      .content = read_content(c, id).value(),
                      .mended = mended_rows(c, id)};
    });
    const Resource* resource = find_resource(context.registry, loaded.one.resource);
    loaded.one.counts = {};
    return Check(context, job, loaded.one, *resource, std::move(loaded.mended)).run(loaded.content);
}

}  // namespace dure::imports
