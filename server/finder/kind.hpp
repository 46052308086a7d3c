// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/auth/actor.hpp"
#include "server/db/database.hpp"

/// One search box over all that a person may see. A desk says what of its records can be found as a Kind;
/// indexes, ranking, marks and rights are held together here. docs/dev/add-to-the-search.md is the page for
/// whoever adds one.
namespace dure::finder {

struct Text {
    std::string language;  ///< BCP 47; empty: guessed
    std::string text;
};

/// What a record is found by, as one reader sees it.
struct Findable {
    std::string id;
    std::vector<Text> names;  ///< the first is its title; found by their sound and initial consonants too
    std::vector<Text> texts;  ///< the one that answers best is shown under the title
    std::string detail = {};  ///< shown beside the title: a number, where a person works
    std::optional<Instant> at = {};  ///< the day it stands for, where it has one
    std::string day = {};            ///< the same without an hour: YYYY-MM-DD
    bool fictitious = false;
};

struct Kind {
    std::string name;  ///< "organisation": people read it as search.kind.<name>
    std::string page;  ///< the page of a record: this and its id
    /// Kinds of search changes after which `read` is asked for the ids that changed.
    std::vector<std::string> changes;
    /// People of one sight see the same records and texts: the name of this actor's. None: sees nothing.
    std::function<std::optional<std::string>(db::Connection&, const auth::Actor&)> sight;
    /// Those of the ids, or all, that the actor may read. Whatever it depends on of the actor is in `sight`.
    std::function<std::vector<Findable>(db::Connection&, const auth::Actor&,
                                        const std::vector<std::string>* ids)>
        read;
    /// Notes that so many were shown to the actor; empty where nobody asks.
    std::function<void(db::Connection&, const auth::Actor&, const std::string& request_id, std::int64_t)>
        shown = {};
};

}  // namespace dure::finder
