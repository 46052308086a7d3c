// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/flow.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace dure::approvals {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

void give_turn(Step& step, Instant now) {
    step.state = StepState::current;
    step.due = now + step.days * kDay;
}

void end(Round& round, State outcome, Instant now) {
    round.outcome = outcome;
    round.ended = now;
    for (Step& step : round.steps)
        if (step.state == StepState::waiting || step.state == StepState::current)
            step.state = StepState::skipped;
}

}  // namespace

const Step* current_step(const Round& round) {
    const auto found = std::ranges::find(round.steps, StepState::current, &Step::state);
    return found == round.steps.end() ? nullptr : &*found;
}

Step* current_step(Round& round) {
    return const_cast<Step*>(current_step(std::as_const(round)));
}

void begin(Round& round, Instant now) {
    if (round.steps.empty()) throw std::logic_error("a round without steps");
    give_turn(round.steps.front(), now);
}

void decide(Round& round, const Ruling& ruling) {
    Step* step = current_step(round);
    if (!step) throw std::logic_error("a round that has ended was decided again");
    step->state = ruling.approve ? StepState::approved : StepState::rejected;
    step->decided_by = ruling.account;
    step->decided_by_name = ruling.account_name;
    step->decided = ruling.at;
    step->note = ruling.note;
    if (!ruling.approve) return end(round, State::rejected, ruling.at);
    if (++step == round.steps.data() + round.steps.size()) return end(round, State::approved, ruling.at);
    give_turn(*step, ruling.at);
}

void recall(Round& round, Instant now) {
    end(round, State::recalled, now);
}

bool untouched(const Round& round) {
    return std::ranges::none_of(round.steps, [](const Step& step) { return step.decided_by.has_value(); });
}

}  // namespace dure::approvals
