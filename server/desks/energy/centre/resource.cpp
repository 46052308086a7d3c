// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/resource.hpp"

#include "engine/energy/measures/status.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {

std::string today(const Clock& clock) {
    constexpr Instant hour = 3600 * kSecond;
    const std::chrono::sys_time<std::chrono::microseconds> there{
        std::chrono::microseconds(clock() + 9 * hour)};
    return dure::energy::measures::text_of(std::chrono::floor<std::chrono::days>(there));
}

std::vector<std::string> actions_on(const Resource& resource, const Kept& one, const auth::Actor& reader) {
    const std::string noun(resource.noun);
    std::vector<std::string> actions;
    if (may_change(reader, one)) actions.push_back("replace_" + noun);
    if (may_remove(reader, one)) actions.push_back("delete_" + noun);
    if (one.deleted && may_restore(reader, one)) actions.push_back("restore_" + noun);
    return actions;
}

bool may_change(const auth::Actor& actor, const Kept& one) {
    return actor.has_any(kPlanners) && !one.deleted;
}
bool may_remove(const auth::Actor& actor, const Kept& one) {
    return owns(actor, one.owner) && !one.deleted;
}
bool may_restore(const auth::Actor& actor, const Kept& one) {
    return owns(actor, one.owner);
}

}  // namespace dure::desks::energy
