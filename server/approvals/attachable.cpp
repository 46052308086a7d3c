// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/attachable.hpp"

#include "server/approvals/approval_service.hpp"
#include "server/approvals/approval_store.hpp"

namespace dure::approvals {

files::Kind attachable_approvals(const Office& office) {
    return {.name = std::string(kApproval),
            .page = "/approvals/",
            .access = [&office](db::Connection& c, const Actor& actor,
                                const std::string& id) -> std::optional<files::Access> {
                const Reader reader = reader_of(c, office, actor);
                const auto one = find_approval(c, id);
                if (!one || !may_read(reader, *one)) return std::nullopt;
                return files::Access{may_change(reader, *one), one->title};
            }};
}

}  // namespace dure::approvals
