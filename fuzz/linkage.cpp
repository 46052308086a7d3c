// SPDX-License-Identifier: Apache-2.0
// Two tables in one input, cut in the middle: whatever is read is linked, and no record is told twice.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "engine/search/linkage/link.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::search;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto all = read_records(text, "fuzz.csv");
    if (!all) {
        if (all.error().empty()) std::abort();
        return 0;
    }
    const std::size_t half = all->rows.size() / 2;
    const auto middle = all->rows.begin() + static_cast<std::ptrdiff_t>(half);
    const Records left{all->columns, {all->rows.begin(), middle}};
    const Records right{all->columns, {middle, all->rows.end()}};
    std::set<std::uint32_t> lefts, rights;
    for (const Link& l : link(left, right, {.least = -40}).links) {
        if (!std::isfinite(l.weight) || l.left >= left.rows.size() || l.right >= right.rows.size())
            std::abort();
        if (!lefts.insert(l.left).second || !rights.insert(l.right).second) std::abort();
    }
    for (const Link& l : doubles(*all).links) {
        if (l.left >= l.right) std::abort();
    }
    return 0;
}
