// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/progress.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// Long work as rows of the database: it outlives the process that does it.
namespace dure::jobs {

/// queued → running → done | failed | cancelled; a job whose process died is queued again, and interrupted
/// once that has happened too often. Failed, cancelled and interrupted ones can be retried.
enum class State { queued, running, done, failed, cancelled, interrupted };

std::string_view name_of(State state);
std::optional<State> state_of(std::string_view name);
inline bool is_final(State state) {
    return state != State::queued && state != State::running;
}

inline bool is_retriable(State state) {
    return state == State::failed || state == State::cancelled || state == State::interrupted;
}
/// The operations of the contract on a job in this state, for whoever may do them.
void add_actions(std::string_view state, std::vector<std::string>& actions);

struct Job {
    std::string id, kind;
    std::optional<std::string> subject;  ///< id of the record that it works for
    std::optional<std::string> parent;   ///< id of the record that the subject belongs to
    std::string owner;                   ///< account
    std::string payload = "{}";          ///< JSON, the handler's own
    State state = State::queued;
    Progress progress;
    int attempts = 0;            ///< how often it was begun since it was asked for
    std::optional<Error> error;  ///< why it failed or was interrupted
    bool cancel_asked = false;
    std::optional<Instant> started, finished;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

struct NewJob {
    std::string kind;
    std::optional<std::string> subject, parent;
    std::string owner;
    std::string payload = "{}";
};

/// What a handler works with.
struct JobContext {
    const Job& job;
    std::stop_token stop;       ///< set when the job is cancelled, and when the program ends
    ProgressCallback progress;  ///< from any thread, as often as it likes
};

/// How a job ended: done, failed with `error`, or cancelled because `stop` was set.
struct Outcome {
    State state = State::done;
    std::optional<Error> error;
    /// Writes the results, in the transaction that ends the job: both are there or neither.
    std::function<void(db::Connection&)> save;
};

using Handler = std::function<Outcome(JobContext&)>;

/// Told of every change of a job's state, in the transaction of that change.
using Follower = std::function<void(db::Connection&, const Job&)>;

}  // namespace dure::jobs
