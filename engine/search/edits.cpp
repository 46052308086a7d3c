// SPDX-License-Identifier: Apache-2.0
#include "engine/search/edits.hpp"

#include <algorithm>
#include <vector>

namespace dure::search {

std::size_t edits(std::u32string_view a, std::u32string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most) return most + 1;
    std::vector<std::size_t> before(a.size() + 1), last(a.size() + 1), now(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        now[0] = j;
        std::size_t least = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t wrong = a[i - 1] == b[j - 1] ? 0 : 1;
            now[i] = std::min({last[i] + 1, now[i - 1] + 1, last[i - 1] + wrong});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[i] = std::min(now[i], before[i - 2] + 1);
            }
            least = std::min(least, now[i]);
        }
        if (least > most + 1) return most + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return std::min(last.back(), most + 1);
}

}  // namespace dure::search
