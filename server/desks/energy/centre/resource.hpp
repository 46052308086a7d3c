// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "server/auth/actor.hpp"
#include "server/desks/energy/centre/kept.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/http/pipeline.hpp"
#include "server/lists/download.hpp"

namespace dure::desks::energy {

/// What came in: checked, and written as it will be kept.
struct Written {
    std::string name, search, content;
};

/// Where a record stands in a list's order.
struct Place {
    double number = 0;
    std::string text, id;

    auto operator<=>(const Place&) const = default;
};

/// Which records a list shows, and in what order.
struct Listing {
    std::function<std::optional<Place>(const Kept&)> place;  ///< none: not shown
    bool down = false;                                       ///< the largest first
    bool deleted = false;
};

/// One kind of record that is kept whole. The handlers of kept_handlers.hpp do the rest.
class Resource {
  public:
    virtual ~Resource() = default;

    std::string_view table;      ///< "energy_measure"; also the audit's record_kind
    std::string_view noun;       ///< of the operations: "measure" in create_measure
    std::string_view parameter;  ///< of the path: "measure_id"

    virtual Checked<Written> read(std::string_view json) const = 0;
    /// The record as it leaves. `c` is read for what it refers to.
    virtual std::string present(db::Connection& c, const Kept& one, const auth::Actor& reader) const = 0;
    /// In a list.
    virtual std::string summary(db::Connection& c, const Kept& one, const auth::Actor& reader) const {
        return present(c, one, reader);
    }
    /// Reads the filters and the order.
    virtual Listing listing(http::Query& query) const = 0;
    virtual std::span<const lists::DownloadColumn> columns() const = 0;
    virtual tables::Cell cell(const Kept& one, std::string_view column,
                              const lists::Download& wanted) const = 0;
};

/// Today in Korea, which keeps one time all year (UTC+9).
std::string today(const Clock& clock);

/// What may be done with the record: replace_…, delete_…, restore_….
std::vector<std::string> actions_on(const Resource& resource, const Kept& one, const auth::Actor& reader);

bool may_change(const auth::Actor& actor, const Kept& one);
/// Putting away is for whoever made it and for administrators.
bool may_remove(const auth::Actor& actor, const Kept& one);
bool may_restore(const auth::Actor& actor, const Kept& one);

}  // namespace dure::desks::energy
