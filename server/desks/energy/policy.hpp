// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/desks/energy/records.hpp"

namespace dure::desks::energy {

/// The institute reads plans; planners make and compute them, and administrators may do what they may.
inline constexpr auth::RoleSet kReaders = auth::kInstitute;
inline constexpr auth::RoleSet kPlanners = {auth::Role::planner, auth::Role::administrator};

inline bool owns(const auth::Actor& actor, const std::string& owner) {
    return actor.administrates() || (actor.has_any(kPlanners) && actor.account == owner);
}

enum class PlanAction { read, change, run, remove, restore };

/// Planners work on each other's plans; putting away is for whoever made it and for administrators.
inline bool can(const auth::Actor& actor, PlanAction action, const PlanRecord& plan) {
    switch (action) {
        case PlanAction::read:
            return actor.has_any(kReaders) && !plan.deleted;
        case PlanAction::change:
        case PlanAction::run:
            return actor.has_any(kPlanners) && !plan.deleted;
        case PlanAction::remove:
            return owns(actor, plan.owner) && !plan.deleted;
        case PlanAction::restore:
            return owns(actor, plan.owner);
    }
    return false;
}

enum class RunAction { read, change, remove, restore };

inline bool can(const auth::Actor& actor, RunAction action, const RunRecord& run) {
    switch (action) {
        case RunAction::read:
            return actor.has_any(kReaders) && !run.deleted;
        case RunAction::change:
            return actor.has_any(kPlanners) && !run.deleted;
        case RunAction::remove:
            return owns(actor, run.owner) && !run.deleted;
        case RunAction::restore:
            return owns(actor, run.owner);
    }
    return false;
}

enum class EnsembleAction { read, remove, restore };

inline bool can(const auth::Actor& actor, EnsembleAction action, const EnsembleRecord& ensemble) {
    switch (action) {
        case EnsembleAction::read:
            return actor.has_any(kReaders) && !ensemble.deleted;
        case EnsembleAction::remove:
            return owns(actor, ensemble.owner) && !ensemble.deleted;
        case EnsembleAction::restore:
            return owns(actor, ensemble.owner);
    }
    return false;
}

}  // namespace dure::desks::energy
