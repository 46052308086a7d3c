// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::approvals {

/// What a step is asked for: 검토, 합의, 결재.
enum class Task { review, agreement, approval };
enum class State { draft, submitted, approved, rejected, recalled, withdrawn };
enum class StepState { waiting, current, approved, rejected, skipped };
/// Whose series of numbers a document is in.
enum class Desk { general, energy, innovation, network, budget, board };

struct Step {
    std::int64_t position = 0;  ///< from 1
    Task task = Task::review;
    std::string title;  ///< over its box: "팀장"
    std::string account, account_name;
    bool holder_active = true;  ///< read only: whether the account still is
    std::int64_t days = 3;      ///< to decide in, from when it is its turn
    StepState state = StepState::waiting;
    std::optional<Instant> due;
    std::optional<std::string> decided_by, decided_by_name;
    std::optional<Instant> decided;
    std::string note;

    /// 대결: someone else decided in the holder's place.
    bool by_deputy() const { return decided_by && *decided_by != account; }
};

/// An attachment as it was handed in.
struct HandedInFile {
    std::string name;
    std::string hash;  ///< SHA-256 of its content
    std::int64_t size = 0;

    bool operator==(const HandedInFile&) const = default;
};

/// A passage through the steps, with the content as it was handed in.
struct Round {
    std::int64_t number = 0;  ///< from 1
    std::string line, line_name;
    bool delegated = false;  ///< 전결
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    std::string record;                              ///< JSON of the desk; "null" for a document of its own
    std::optional<std::vector<HandedInFile>> files;  ///< none in rounds from before they were kept
    std::string content_hash;                        ///< of all that
    State outcome = State::submitted;
    Instant submitted = 0;
    std::optional<Instant> ended;
    std::vector<Step> steps;
};

struct Person {
    std::string account, name;
};

struct Comment {
    std::string id;
    std::int64_t round = 0;
    std::optional<std::int64_t> step;
    std::string author, author_name, text;
    Instant created = 0;
};

/// The number of an approved document: within its desk and year, without gaps.
struct DocumentNumber {
    std::int64_t year = 0, serial = 0;
};

struct Approval {
    std::string id, kind;
    Desk desk = Desk::general;
    std::optional<std::string> subject;  ///< id of the desk's record
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    std::string drafter, drafter_name;
    State state = State::draft;
    std::int64_t round = 0;  ///< of the last submission; 0: never handed in
    std::optional<DocumentNumber> number;
    bool fictitious = false;
    std::vector<Round> rounds;  ///< ascending
    std::vector<Person> readers;
    std::vector<Comment> comments;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;

    /// Its drafter may still change it.
    bool open() const {
        return state == State::draft || state == State::rejected || state == State::recalled;
    }
};

}  // namespace dure::approvals
