// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/search/linkage/directory.hpp"
#include "server/db/database.hpp"
#include "server/people/organisation.hpp"

/// Which records of the directory may be the same organisation.
namespace dure::people {

/// What a person has entered of an organisation so far. Schema OrganisationDraft.
struct OrganisationDraft {
    std::optional<std::string> except;  ///< the record itself, when it is being changed
    std::vector<std::string> names;
    std::optional<std::string> country, registration_number, web;
};

enum class SameKey { registration, web, name };

struct LikeDraft {
    Organisation organisation;
    std::vector<SameKey> same;
};

/// Records with the draft's registration number, web host, or one of its names but for legal form, signs and
/// case: by the stored keys, so quick. Not those said to be different from `except`. At most ten, those with
/// the most in common first.
std::vector<LikeDraft> like_draft(db::Connection& c, const OrganisationDraft& draft);

/// Two records of the directory that may be one; `one` < `other` by id.
struct Double {
    std::string one, other;
    search::DirectoryPair pair;
};

/// The pairs of the whole directory, computed anew when it has changed. For use by any thread.
class DoublesFinder {
  public:
    using List = std::shared_ptr<const std::vector<Double>>;
    /// The heaviest first. About 0.1 s for 3,000 records, nothing while none has changed.
    List find(db::Connection& c);

  private:
    std::mutex mutex_;
    std::string state_;
    List found_;
};

/// Remembers that the two are different, or forgets it. False: that was so already.
bool set_apart(db::Connection& c, const std::string& a, const std::string& b, const std::string& account,
               Instant now);
bool unset_apart(db::Connection& c, const std::string& a, const std::string& b);
/// All pairs said to be different, the smaller id first, ascending.
std::vector<std::pair<std::string, std::string>> pairs_apart(db::Connection& c);

}  // namespace dure::people
