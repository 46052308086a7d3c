// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/db/system.hpp"
#include "server/db/testing.hpp"
#include "server/jobs/queue.hpp"

/// What tests of the queue and its workers share.
namespace dure::jobs::testing {

class WithQueue : public db::testing::EachDatabase {
  protected:
    WithQueue() : ids_(db::system_clock(), db::system_random()) {
        db().write([](db::Connection& c) {
            c.execute(
                "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, "
                "created, updated) VALUES ('kim', 'k@x', 'k@x', 'Kim', '', '', '', 0, 0)");
        });
    }

    Job enqueue(Queue& queue, const std::string& kind = "count") {
        return db().write([&](db::Connection& c) {
            return queue.enqueue(c, {.kind = kind, .subject = "subject", .parent = {}, .owner = "kim"});
        });
    }
    Job job(Queue& queue, const std::string& id) {
        return db().read([&](db::Connection& c) { return queue.find(c, id).value(); });
    }
    IdMaker& ids() { return ids_; }

  private:
    IdMaker ids_;
};

}  // namespace dure::jobs::testing
