// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {

Response WhatIfHandlers::try_plan(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_what_if);
    const auto input = desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        if (!can(actor, PlanAction::run, plan)) http::refuse(403, "auth.forbidden");
        return inputs_.get(c, plan);
    });
    const auto turn = lane_.enter(actor.account, wanted.settled);
    switch (turn.entered()) {
        case LiveLane::Entered::turn:
            break;
        case LiveLane::Entered::superseded:
            return http::json_text(encode(WhatIfAnswer{.status = Outcome::superseded}));
        case LiveLane::Entered::crowded:
            throw http::ProblemException{
                {.status = 429, .code = "plan.live_crowded", .headers = {{"Retry-After", "1"}}}};
    }
    auto answer = compute(*input, wanted.variations, turn.stop());
    if (!answer)
        throw http::ProblemException{
            {.status = 422, .code = "plan.not_solvable", .errors = std::move(answer.error())}};
    return http::json_text(encode(*answer));
}

}  // namespace dure::desks::energy
