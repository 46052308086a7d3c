// SPDX-License-Identifier: Apache-2.0
#include "server/board/attachable.hpp"

#include "server/board/policy.hpp"
#include "server/board/store.hpp"

namespace dure::board {

files::Kind attachable_meetings() {
    return {.name = "board_meeting",
            .page = "/board/",
            .access = [](db::Connection& c, const Actor& actor,
                         const std::string& id) -> std::optional<files::Access> {
                const auto meeting = find_meeting(c, id);
                if (!meeting || !may_read(actor, *meeting)) return std::nullopt;
                return files::Access{keeps(actor, *meeting), meeting->title};
            }};
}

}  // namespace dure::board
