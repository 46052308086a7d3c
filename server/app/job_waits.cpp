// SPDX-License-Identifier: Apache-2.0
#include "server/app/job_waits.hpp"

#include <algorithm>

namespace dure::app {
namespace {

constexpr Instant kWeek = 7 * 24 * 3600 * kSecond;

}  // namespace

together::Waits waiting_jobs(const jobs::Queue& queue) {
    return {.name = "jobs", .find = [&queue](together::Reader& reader, Instant now) {
                const auto failed = queue.list(reader.connection(), {.owner = reader.actor().account,
                                                                     .state = jobs::State::failed,
                                                                     .below = std::nullopt,
                                                                     .limit = 100});
                const auto count = std::ranges::count_if(
                    failed, [&](const jobs::Job& one) { return one.updated > now - kWeek; });
                std::vector<together::Wait> found;
                if (count > 0)
                    found.push_back({.kind = "failed_jobs",
                                     .title = std::nullopt,
                                     .path = "/jobs",
                                     .count = count,
                                     .due = std::nullopt});
                return found;
            }};
}

}  // namespace dure::app
