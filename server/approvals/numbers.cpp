// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/numbers.hpp"

#include <chrono>

namespace dure::approvals {
namespace {

constexpr std::string_view kTake =
    "INSERT INTO document_number (series, year, last) VALUES ($1, $2, 1)"
    " ON CONFLICT (series, year) DO UPDATE SET last = document_number.last + 1 RETURNING last";

}  // namespace

std::int64_t year_in_korea(Instant now) {
    using namespace std::chrono;
    const sys_time<microseconds> there{microseconds(now) + hours(9)};
    return static_cast<int>(year_month_day(floor<days>(there)).year());
}

DocumentNumber take_number(db::Connection& c, std::string_view series, Instant now) {
    const std::int64_t year = year_in_korea(now);
    return {.year = year, .serial = c.query_one(kTake, series, year).value().integer(0)};
}

}  // namespace dure::approvals
