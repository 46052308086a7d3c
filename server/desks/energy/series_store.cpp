// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/series_store.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <stdexcept>

#include "server/auth/secrets.hpp"

namespace dure::desks::energy {
namespace {

constexpr std::string_view kKeep =
    "INSERT INTO energy_series_data (hash, length, data, total, minimum, maximum, created)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (hash) DO NOTHING";
constexpr std::string_view kKnown = "SELECT 1 FROM energy_series_data WHERE hash = $1";
constexpr std::string_view kValues = "SELECT data FROM energy_series_data WHERE hash = $1";
constexpr std::string_view kOfPlan =
    "SELECT s.name, s.hash, d.length, d.total, d.minimum, d.maximum FROM energy_plan_series s"
    " JOIN energy_series_data d ON d.hash = s.hash WHERE s.plan = $1 ORDER BY s.name";
constexpr std::string_view kClear = "DELETE FROM energy_plan_series WHERE plan = $1";
constexpr std::string_view kAdd = "INSERT INTO energy_plan_series (plan, name, hash) VALUES ($1, $2, $3)";

static_assert(std::endian::native == std::endian::little, "blobs are little-endian");

}  // namespace

db::Blob to_blob(std::span<const double> values) {
    const auto bytes = std::as_bytes(values);
    return {bytes.begin(), bytes.end()};
}

std::vector<double> from_blob(const db::Blob& blob) {
    std::vector<double> values(blob.size() / sizeof(double));
    if (!values.empty()) std::memcpy(values.data(), blob.data(), values.size() * sizeof(double));
    return values;
}

SeriesRecord keep_series(db::Connection& c, const std::string& name, std::span<const double> values,
                         Instant now) {
    db::Blob blob = to_blob(values);
    SeriesRecord record{.name = name,
                        .hash = auth::digest({reinterpret_cast<const char*>(blob.data()), blob.size()}),
                        .length = static_cast<std::int64_t>(values.size()),
                        .total = std::accumulate(values.begin(), values.end(), 0.0)};
    if (!values.empty()) {
        const auto [least, most] = std::ranges::minmax(values);
        record.minimum = least;
        record.maximum = most;
    }
    if (!c.query_one(kKnown, record.hash))
        c.execute(kKeep, record.hash, record.length, blob, record.total, record.minimum, record.maximum, now);
    return record;
}

std::vector<double> series_values(db::Connection& c, const std::string& hash) {
    const auto row = c.query_one(kValues, hash);
    if (!row) throw std::runtime_error("no series with the content " + hash);
    return from_blob(row->blob(0));
}

std::vector<SeriesRecord> plan_series(db::Connection& c, const std::string& plan) {
    std::vector<SeriesRecord> series;
    for (const db::Row& row : c.query(kOfPlan, plan))
        series.push_back({.name = row.text(0),
                          .hash = row.text(1),
                          .length = row.integer(2),
                          .total = row.real(3),
                          .minimum = row.real(4),
                          .maximum = row.real(5)});
    return series;
}

void set_plan_series(db::Connection& c, const std::string& plan, std::span<const SeriesRecord> series) {
    c.execute_later(kClear, plan);
    for (const SeriesRecord& one : series) c.execute_later(kAdd, plan, one.name, one.hash);
}

dure::energy::SeriesValues load_series(db::Connection& c, const std::map<std::string, std::string>& hashes) {
    dure::energy::SeriesValues values;
    for (const auto& [name, hash] : hashes) values[name] = series_values(c, hash);
    return values;
}

std::map<std::string, std::string> hashes_of(std::span<const SeriesRecord> series) {
    std::map<std::string, std::string> hashes;
    for (const SeriesRecord& one : series) hashes[one.name] = one.hash;
    return hashes;
}

}  // namespace dure::desks::energy
