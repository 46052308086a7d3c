// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/auth/actor.hpp"
#include "server/db/database.hpp"
#include "server/finder/kind.hpp"

/// Working together on records of any kind: comments, tasks, notifications, what waits, what changed, when
/// something is due. docs/dev/together.md is the page for whoever plugs a desk in.
namespace dure::together {

/// A kind of record that people talk about and have tasks on.
struct SubjectKind {
    finder::Kind found;  ///< its name and page, and who may read a record
    std::string trail;   ///< record_kind of its entries in the audit: "energy_plan"
    /// Whether somebody outside the institute, who may read the record, takes part in what is said of it for
    /// both sides. Empty: nobody does.
    std::function<bool(db::Connection&, const auth::Actor&, const std::string& id)> takes_part = {};
};

/// A record as one reader sees it.
struct Subject {
    std::string kind, id, title, path;
    bool fictitious = false;
};

class Subjects {
  public:
    explicit Subjects(std::vector<SubjectKind> kinds) : kinds_(std::move(kinds)) {}
    const SubjectKind* find(std::string_view kind) const;
    /// By the audit's name of the kind.
    const SubjectKind* find_trail(std::string_view trail) const;
    const std::vector<SubjectKind>& all() const { return kinds_; }

  private:
    std::vector<SubjectKind> kinds_;
};

/// What of a record's comments somebody sees: none, those that are shared, or all.
enum class Sight { none, shared, all };

/// The eyes of one person within one transaction: what they may read is asked of the desks once a record.
class Reader {
  public:
    Reader(db::Connection& c, const Subjects& subjects, const auth::Actor& actor, Instant now);

    const auth::Actor& actor() const { return actor_; }
    db::Connection& connection() const { return c_; }
    bool is(const std::string& account) const { return actor_.account == account; }
    /// Is, or stands in for, the account now.
    bool acts_for(const std::string& account) const;
    /// Oneself, then those one stands in for.
    const std::vector<std::string>& accounts() const { return accounts_; }
    bool inside() const { return actor_.has_any(auth::kInstitute); }

    /// None: no such record, or none that the person may know of.
    const std::optional<Subject>& subject(const std::string& kind, const std::string& id);
    Sight sight(const std::string& kind, const std::string& id);

  private:
    db::Connection& c_;
    const Subjects& subjects_;
    const auth::Actor actor_;
    std::vector<std::string> accounts_;
    std::map<std::pair<std::string, std::string>, std::optional<Subject>> seen_;
    std::map<std::pair<std::string, std::string>, Sight> sights_;
};

}  // namespace dure::together
