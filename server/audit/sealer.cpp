// SPDX-License-Identifier: Apache-2.0
#include "server/audit/sealer.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <utility>

#include "server/audit/chain.hpp"

namespace dure::audit {
namespace {

/// Reading first: a write transaction twice a second would hold up others for nothing.
constexpr const char* kAnyWaiting = "SELECT 1 FROM audit_entry WHERE chain_number IS NULL LIMIT 1";

void work(db::Database& database, const RandomBytes& random, std::chrono::milliseconds beat,
          const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    while (!stop.stop_requested()) {
        try {
            seal_all(database, random);
        } catch (const std::exception& error) {
            spdlog::warn("the audit entries could not be sealed, trying again: {}", error.what());
        }
        std::unique_lock lock(mutex);
        never.wait_for(lock, stop, beat, [] { return false; });
    }
}

}  // namespace

void seal_all(db::Database& database, const RandomBytes& random) {
    while (database.read([](db::Connection& c) { return c.query_one(kAnyWaiting).has_value(); }))
        database.write([&](db::Connection& c) { seal(c, random); });
}

Sealer::Sealer(db::Database& database, RandomBytes random, std::chrono::milliseconds beat)
    : thread_([&database, random = std::move(random), beat](const std::stop_token& stop) {
          work(database, random, beat, stop);
      }) {}

}  // namespace dure::audit
