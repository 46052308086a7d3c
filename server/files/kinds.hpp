// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "server/auth/actor.hpp"
#include "server/db/database.hpp"

/// What files can belong to. A desk says who may see a record's files and who may change them; this folder
/// knows no desk. docs/dev/attach-files.md is the page for whoever adds a kind.
namespace dure::files {

/// What an actor may do with the files of one record.
struct Access {
    bool change = false;  ///< add, rename, put away; reading goes without saying
    std::string title;    ///< of the record, for lists that mix records
};

struct Kind {
    std::string name;  ///< stable: "approval"; people read it as files.kind.<name>
    std::string page;  ///< the page of a record: this and its id
    /// None: there is no such record, or none that the actor may know of.
    std::function<std::optional<Access>(db::Connection&, const auth::Actor&, const std::string& id)> access;
};

/// The kinds that the program knows; server/app fills it before the first request.
class Kinds {
  public:
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

}  // namespace dure::files
