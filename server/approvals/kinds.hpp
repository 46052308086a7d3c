// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "engine/base/error.hpp"
#include "server/approvals/approval.hpp"
#include "server/db/database.hpp"
#include "server/people/office.hpp"

namespace dure::approvals {

using people::Who;

/// A document that stands for itself.
inline constexpr std::string_view kDocument = "document";

/// What a desk gives for a kind of its records that goes through approval.
struct Kind {
    std::string name;  ///< stable: "energy_run"; sentences: approval.kind.<name>
    Desk desk = Desk::general;
    /// The record as JSON, of what an approval stands for: equal while it still stands. None: no such record.
    std::function<std::optional<std::string>(db::Connection&, const std::string& subject)> snapshot;
    /// What the desk says against the steps of a submission, beside what the line says; pointers below
    /// /steps.
    std::function<Errors(db::Connection&, const std::string& subject, const std::vector<Step>&)> check;
    /// Runs in the transaction in which a round ends approved, rejected or recalled, after that is stored.
    /// What it throws takes the decision back with it.
    std::function<void(db::Connection&, const Approval&, const Who&)> ended;
};

/// The kinds that the program knows; server/app fills it before the first request.
class Kinds {
  public:
    Kinds() { add({.name = std::string(kDocument)}); }
    void add(Kind kind) {
        std::string name = kind.name;
        kinds_.insert_or_assign(std::move(name), std::move(kind));
    }
    const Kind* find(const std::string& name) const {
        const auto found = kinds_.find(name);
        return found == kinds_.end() ? nullptr : &found->second;
    }
    const std::map<std::string, Kind>& all() const { return kinds_; }

  private:
    std::map<std::string, Kind> kinds_;
};

enum class News { turn, overdue, approved, rejected };

/// What somebody is to be told of a document.
struct Notice {
    News news = News::turn;
    std::string account;  ///< whom
    std::string approval, title;
};

/// What this folder works with.
struct Office {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    const Kinds& kinds;
    /// How people are told, in the transaction of what is told; none: they look for themselves.
    std::function<void(db::Connection&, const Notice&)> tell;
};

}  // namespace dure::approvals
