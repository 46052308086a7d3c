// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/kirchhoff.hpp"

#include <cstddef>

namespace dure::energy {
namespace {

struct Forest {
    std::vector<int> parent_line;  ///< −1 at a root
    std::vector<int> parent, depth;
};

Forest breadth_first(int buses, const std::vector<std::pair<int, int>>& ends) {
    std::vector<std::vector<int>> at(static_cast<std::size_t>(buses));
    for (std::size_t i = 0; i < ends.size(); ++i) {
        at[static_cast<std::size_t>(ends[i].first)].push_back(static_cast<int>(i));
        at[static_cast<std::size_t>(ends[i].second)].push_back(static_cast<int>(i));
    }
    const auto count = static_cast<std::size_t>(buses);
    Forest f{std::vector<int>(count, -1), std::vector<int>(count, -1), std::vector<int>(count, -1)};
    std::vector<int> queue;
    for (int root = 0; root < buses; ++root) {
        if (f.depth[static_cast<std::size_t>(root)] >= 0) continue;
        f.depth[static_cast<std::size_t>(root)] = 0;
        queue.assign(1, root);
        for (std::size_t head = 0; head < queue.size(); ++head) {
            const int bus = queue[head];
            for (const int line : at[static_cast<std::size_t>(bus)]) {
                const auto [a, b] = ends[static_cast<std::size_t>(line)];
                const auto other = static_cast<std::size_t>(a == bus ? b : a);
                if (f.depth[other] >= 0) continue;
                f.depth[other] = f.depth[static_cast<std::size_t>(bus)] + 1;
                f.parent[other] = bus;
                f.parent_line[other] = line;
                queue.push_back(static_cast<int>(other));
            }
        }
    }
    return f;
}

}  // namespace

std::vector<Cycle> cycle_basis(int buses, const std::vector<std::pair<int, int>>& ends) {
    const Forest forest = breadth_first(buses, ends);
    std::vector<Cycle> cycles;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const int line = static_cast<int>(i);
        auto [up, down] = ends[i];
        if (forest.parent_line[static_cast<std::size_t>(up)] == line ||
            forest.parent_line[static_cast<std::size_t>(down)] == line)
            continue;
        // Along the line to its second end, then back to its first through the common ancestor.
        Cycle cycle{{line, 1}};
        const auto climb = [&](int& bus, int sense) {
            const int tree_line = forest.parent_line[static_cast<std::size_t>(bus)];
            const bool upwards = ends[static_cast<std::size_t>(tree_line)].first == bus;
            cycle.push_back({tree_line, upwards ? sense : -sense});
            bus = forest.parent[static_cast<std::size_t>(bus)];
        };
        while (up != down) {
            const bool lower_down =
                forest.depth[static_cast<std::size_t>(down)] >= forest.depth[static_cast<std::size_t>(up)];
            if (lower_down)
                climb(down, 1);
            else
                climb(up, -1);
        }
        cycles.push_back(std::move(cycle));
    }
    return cycles;
}

}  // namespace dure::energy
