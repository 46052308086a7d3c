// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dure::energy {

/// The time that a figure is of, as sources write it:
///   2018 · 2018-07 · 2018-Q3 · 2018-H2 · 2019-02/2019-10 (whole months from one to the other) · undated
/// Years from 1900 to 2199. `undated` is for a source that gives no year, and orders before all others.
struct Period {
    int first = 0, last = -1;  ///< months since January of year 0, both within; last < first: undated

    bool dated() const { return last >= first; }
    int months() const { return last - first + 1; }
    /// The calendar year that it is exactly, or lies in; none where it spans two or is undated.
    std::optional<int> year() const;
    bool is_year() const { return months() == 12 && first % 12 == 0; }
    bool operator==(const Period&) const = default;
};

/// None: not one of the forms above.
std::optional<Period> read_period(std::string_view text);
/// The shortest of the forms.
std::string text_of(const Period& period);
/// "2018-07/2018-12", which orders by bytes as the periods do; empty: undated.
std::string key_of(const Period& period);

}  // namespace dure::energy
