// SPDX-License-Identifier: Apache-2.0
#include "server/backup/manifest.hpp"

#include <bit>
#include <map>
#include <numeric>

#include "server/codec/codec.hpp"
#include "server/files/digest.hpp"

namespace dure::backup {
namespace {

void put(files::Sha256& sha, char kind, std::uint64_t number) {
    char raw[9] = {kind};
    for (int i = 0; i < 8; ++i) raw[i + 1] = static_cast<char>(number >> (8 * i) & 0xFF);
    sha.add({raw, sizeof raw});
}

/// Each value with its kind and length, so that no two rows of values read alike.
void put(files::Sha256& sha, const db::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return put(sha, 'i', static_cast<std::uint64_t>(*number));
    if (const auto* real = std::get_if<double>(&value))
        return put(sha, 'd', std::bit_cast<std::uint64_t>(*real));
    if (const auto* text = std::get_if<std::string>(&value)) {
        put(sha, 's', text->size());
        return sha.add(*text);
    }
    if (const auto* blob = std::get_if<db::Blob>(&value)) {
        put(sha, 'b', blob->size());
        return sha.add({reinterpret_cast<const char*>(blob->data()), blob->size()});
    }
    put(sha, 'n', 0);
}

}  // namespace

BOOST_DESCRIBE_STRUCT(TableMark, (), (name, rows, digest))
BOOST_DESCRIBE_STRUCT(FileMark, (), (hash, size))
BOOST_DESCRIBE_STRUCT(Manifest, (), (name, made, version, engine, migration, database_bytes, tables, files))

namespace {

struct StoredError {
    std::string code;
    Params params;
};
BOOST_DESCRIBE_STRUCT(StoredError, (), (code, params))
struct StoredVerdict {
    std::string at, engine;
    bool good = false;
    std::int64_t rows = 0, files = 0;
    double seconds = 0;
    std::vector<StoredError> errors;
};
BOOST_DESCRIBE_STRUCT(StoredVerdict, (), (at, engine, good, rows, files, seconds, errors))

}  // namespace

std::int64_t Manifest::rows() const {
    return std::accumulate(tables.begin(), tables.end(), std::int64_t{0},
                           [](std::int64_t sum, const TableMark& one) { return sum + one.rows; });
}

std::int64_t Manifest::file_bytes() const {
    return std::accumulate(files.begin(), files.end(), std::int64_t{0},
                           [](std::int64_t sum, const FileMark& one) { return sum + one.size; });
}

std::string encode(const Manifest& manifest) {
    return codec::encode(manifest);
}

std::string encode(const Verdict& verdict) {
    StoredVerdict stored{
        verdict.at, verdict.engine, verdict.good, verdict.rows, verdict.files, verdict.seconds, {}};
    for (const Error& error : verdict.errors) stored.errors.push_back({error.code, error.params});
    return codec::encode(stored);
}

std::optional<Manifest> decode_manifest(std::string_view json) {
    auto manifest = codec::decode<Manifest>(json);
    return manifest ? std::optional(std::move(*manifest)) : std::nullopt;
}

std::optional<Verdict> decode_verdict(std::string_view json) {
    const auto stored = codec::decode<StoredVerdict>(json);
    if (!stored) return std::nullopt;
    Verdict verdict{stored->at, stored->engine, stored->good, stored->rows, stored->files, stored->seconds,
                    {}};
    for (const StoredError& error : stored->errors)
        verdict.errors.push_back({.code = error.code, .params = error.params});
    return verdict;
}

struct Marker::State {
    struct Table {
        std::int64_t rows = 0;
        files::Sha256 sha;
    };
    std::map<std::string, Table> tables;
};

Marker::Marker() : state_(std::make_unique<State>()) {}
Marker::~Marker() = default;

void Marker::see(const db::Table& table, std::span<const std::vector<db::Value>> rows) {
    State::Table& mark = state_->tables[table.name];
    mark.rows += static_cast<std::int64_t>(rows.size());
    for (const auto& row : rows)
        for (const db::Value& value : row) put(mark.sha, value);
}

std::vector<TableMark> Marker::marks() {
    std::vector<TableMark> marks;
    for (auto& [name, table] : state_->tables) marks.push_back({name, table.rows, table.sha.hex()});
    return marks;
}

std::vector<TableMark> marks_of(db::Database& database, const std::function<void()>& step) {
    Marker marker;
    db::read_rows(database, [&](const db::Table& table, std::span<const std::vector<db::Value>> rows) {
        if (step) step();
        marker.see(table, rows);
    });
    return marker.marks();
}

Errors differences(const std::vector<TableMark>& wanted, const std::vector<TableMark>& found,
                   bool rows_only) {
    std::map<std::string, std::pair<const TableMark*, const TableMark*>> both;
    for (const TableMark& one : wanted) both[one.name].first = &one;
    for (const TableMark& one : found) both[one.name].second = &one;
    Errors errors;
    for (const auto& [name, pair] : both) {
        const auto rows = pair.first ? pair.first->rows : 0, got = pair.second ? pair.second->rows : 0;
        // A table that came with a later migration may hold what that put in.
        if (rows_only && !pair.first) continue;
        if (rows != got)
            errors.push_back(
                {.code = "backup.table_differs",
                 .params = {
                     {"table", name}, {"rows", std::to_string(rows)}, {"found", std::to_string(got)}}});
        else if (!rows_only && pair.first->digest != pair.second->digest)
            errors.push_back({.code = "backup.content_differs", .params = {{"table", name}}});
    }
    return errors;
}

}  // namespace dure::backup
