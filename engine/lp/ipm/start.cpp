// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/start.hpp"

#include <algorithm>
#include <cmath>

namespace dure::lp::ipm {
namespace {

constexpr double kSize = 1, kCapSize = 4, kDual = 1, kCapDual = 10;

}  // namespace

Point start_point(const Form& f) {
    Point p(f.columns, f.rows);
    std::vector<char> is_cap(static_cast<std::size_t>(f.columns));
    for (const auto& s : f.segments) {
        if (s.cap >= 0) is_cap[s.cap] = 1;
    }
    for (const auto& s : f.segments) {
        for (int j = s.begin; j < s.end; ++j) {
            if (s.kind == Kind::free) continue;
            double room = is_cap[j] ? kCapSize : kSize;
            if (s.kind == Kind::boxed) {
                // The cap starts at kCapSize whatever its own bound; x and s share it.
                const double total = f.upper[j] + (s.cap >= 0 ? kCapSize : 0);
                room = s.cap >= 0 ? std::max(total, 0.5 * kCapSize) / 2 : std::min(room, total / 2);
                room = std::max(room, 1e-3);
                p.s[j] = std::max(total - room, room);
                p.u[j] = std::max(-f.cost[j], 0.0) + kDual;
            }
            p.x[j] = room;
            p.z[j] = is_cap[j] ? kCapDual : std::max(f.cost[j], 0.0) + kDual;
        }
    }
    return p;
}

}  // namespace dure::lp::ipm
