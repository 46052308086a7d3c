// SPDX-License-Identifier: Apache-2.0
#include <future>
#include <set>

#include "server/imports/jobs.hpp"
#include "server/imports/row_reader.hpp"
#include "server/imports/store.hpp"

namespace dure::imports {
namespace {

/// Rows of a piece: so many that others' changes wait for no longer than a blink.
constexpr std::size_t kPiece = 2'000;
/// Pieces that are committed together where nobody waits: each commit writes every page that it touched.
constexpr std::size_t kMostPieces = 5;

struct Loaded {
    Import one;
    std::string content;
    std::map<std::int64_t, StoredRow> mended;
    std::map<std::int64_t, std::optional<Decision>> decisions;
    std::int64_t written_to = 0;
};

Loaded load(db::Connection& c, const std::string& id) {
    return {.one = find_import(c, id).value(),
            .content = read_content(c, id).value(),
            .mended = mended_rows(c, id),
            .decisions = twin_rows(c, id),
            .written_to = last_written(c, id)};
}

class Write {
  public:
    Write(const Context& context, jobs::JobContext& job, Loaded loaded, const Resource& resource)
        : context_(context), job_(job), in_(std::move(loaded)), resource_(resource), cells_(resource) {}

    jobs::Outcome run() {
        auto reader = RowReader::open(in_.content, in_.one, resource_);
        if (!reader) return failed(reader.error());
        Ahead ahead([&] { return read_piece(*reader); });
        for (std::int64_t written = 0;;) {
            std::vector<Piece> pieces;
            std::optional<Error> bad;
            context_.database.write([&](db::Connection& c) {
                for (const Piece& piece : pieces) write_piece(c, piece.rows);  // anew, after a conflict
                while (pieces.size() < kMostPieces) {
                    auto piece = ahead.next();
                    if (!piece) bad = piece.error();
                    if (!piece || piece->rows.empty()) return;
                    pieces.push_back(std::move(*piece));
                    write_piece(c, pieces.back().rows);
                    if (c.had_better_end() || job_.stop.stop_requested()) return;
                }
            });
            for (const Piece& piece : pieces) written += static_cast<std::int64_t>(piece.rows.size());
            if (bad) return failed(std::move(*bad));
            if (pieces.empty()) break;
            job_.progress({.fraction = pieces.back().fraction,
                           .stage = "import.write",
                           .details = {{"rows", std::to_string(written)}}});
            if (job_.stop.stop_requested()) return {.state = jobs::State::cancelled};
        }
        return {
            .state = jobs::State::done,
            .save = [id = in_.one.id, clock = context_.clock](db::Connection& c) { save(c, id, clock()); }};
    }

  private:
    struct Piece {
        std::vector<Row> rows;  ///< none: the table has no more
        double fraction = 1;    ///< of the file, read so far
    };

    /// The next piece is read while this one is written.
    class Ahead {
      public:
        explicit Ahead(std::function<Expected<Piece>()> read) : read_(std::move(read)) { start(); }
        /// One without rows: there are no more.
        Expected<Piece> next() {
            if (!coming_.valid()) return Piece{};
            auto piece = coming_.get();
            if (piece && !piece->rows.empty()) start();
            return piece;
        }

      private:
        void start() { coming_ = std::async(std::launch::async, read_); }
        const std::function<Expected<Piece>()> read_;
        std::future<Expected<Piece>> coming_;
    };

    static jobs::Outcome failed(Error error) {
        return {.state = jobs::State::failed, .error = std::move(error)};
    }

    Expected<Piece> read_piece(RowReader& reader) {
        Piece piece;
        RawRow raw;
        while (piece.rows.size() < kPiece) {
            const auto more = reader.next(raw);
            if (!more) return std::unexpected(more.error());
            if (!*more) break;
            if (!read(raw, piece.rows))
                return std::unexpected(
                    Error{.code = "imports.bad_row", .params = {{"row", std::to_string(raw.number)}}});
        }
        piece.fraction = reader.fraction();
        return piece;
    }

    /// False: a row that was to be good is not.
    bool read(RawRow raw, std::vector<Row>& rows) {
        if (raw.number <= in_.written_to) return true;  // by an earlier attempt
        if (const auto found = in_.mended.find(raw.number); found != in_.mended.end() && found->second.mended)
            raw.cells = found->second.cells;
        std::vector<CellError> errors;
        Row row = cells_.read(raw, errors);
        if (!errors.empty()) return in_.one.bad == Bad::skip;
        if (resource_.prepare) row.prepared = resource_.prepare(row);
        rows.push_back(std::move(row));
        return true;
    }

    void write_piece(db::Connection& c, const std::vector<Row>& rows) {
        const auto wishes = wishes_for(c, rows);
        const auto written =
            resource_.write(c, wishes, {.account = in_.one.owner, .request_id = job_.job.id});
        insert_written(c, in_.one.id, written);
    }

    /// What is to be done with each row. A record that has come to be since the check is a twin as well.
    std::vector<Wish> wishes_for(db::Connection& c, const std::vector<Row>& rows) const {
        std::map<std::size_t, std::string> records;
        for (const Twin& twin : resource_.find_twins(c, rows)) records.emplace(twin.row, twin.record);
        std::vector<Wish> wishes;
        std::set<std::string> taken;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto record = records.find(i);
            const auto known = in_.decisions.find(rows[i].number);
            const bool twin = record != records.end() || known != in_.decisions.end();
            Decision decision = Decision::add;
            if (twin)
                decision =
                    known != in_.decisions.end() ? known->second.value_or(in_.one.twins) : in_.one.twins;
            if (decision == Decision::skip) continue;
            Wish wish{.row = &rows[i]};
            // Two rows over one record in one piece: the second would not see the first.
            if (decision == Decision::update) {
                if (record == records.end() || !taken.insert(record->second).second) continue;
                wish.record = record->second;
            }
            wishes.push_back(std::move(wish));
        }
        return wishes;
    }

    static void save(db::Connection& c, const std::string& id, Instant now) {
        auto one = find_import(c, id).value();
        one.state = State::done;
        one.written = count_written(c, id);
        one.error.reset();
        one.sample.clear();
        one.updated = now;
        update_import(c, one);
        drop_content(c, id);
    }

    const Context& context_;
    jobs::JobContext& job_;
    const Loaded in_;
    const Resource& resource_;
    CellReader cells_;
};

}  // namespace

jobs::Outcome write_import(const Context& context, jobs::JobContext& job) {
    auto loaded = context.database.read([&](db::Connection& c) { return load(c, job.job.subject.value()); });
    const Resource& resource = *find_resource(context.registry, loaded.one.resource);
    return Write(context, job, std::move(loaded), resource).run();
}

}  // namespace dure::imports
