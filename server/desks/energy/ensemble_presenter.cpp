// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/ensemble_presenter.hpp"

#include <fmt/format.h>

#include "engine/base/utc_text.hpp"
#include "server/desks/energy/labels.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/jobs/job.hpp"

namespace dure::desks::energy {
namespace {

std::vector<std::string> actions_on(const EnsembleRecord& e, const auth::Actor& reader) {
    std::vector<std::string> actions;
    if (can(reader, EnsembleAction::remove, e)) {
        actions.emplace_back("delete_ensemble");
        if (e.job_state) jobs::add_actions(*e.job_state, actions);
    }
    if (e.deleted && can(reader, EnsembleAction::restore, e)) actions.emplace_back("restore_ensemble");
    return actions;
}

}  // namespace

EnsembleSummary present(const EnsembleRecord& e, const auth::Actor& reader) {
    return {.id = e.id,
            .plan = e.plan,
            .plan_name = e.plan_name,
            .number = e.number,
            .label = e.label,
            .status = e.job_state.value_or("interrupted"),
            .job = e.job,
            .owner = e.owner,
            .owner_name = e.owner_name,
            .currency = e.currency,
            .samples = decode_wish(e.specification).value().samples,
            .done = e.done,
            .version = e.version,
            .created = utc_text(e.created),
            .updated = utc_text(e.updated),
            .deleted = utc_text(e.deleted),
            .actions = actions_on(e, reader)};
}

EnsembleDetails present(const EnsembleRecord& e, const dure::energy::Network& network,
                        std::vector<std::string> results, const std::optional<std::string>& ranges,
                        const auth::Actor& reader) {
    EnsembleDetails view;
    static_cast<EnsembleSummary&>(view) = present(e, reader);
    view.specification = decode_wish(e.specification).value();
    for (const auto& [kind, name] : dure::energy::sample_technologies(network)) {
        auto& technology = view.technologies.emplace_back(EnsembleTechnology{.kind = kind, .name = name});
        label(network, kind, name, technology);
    }
    for (std::string& result : results) view.results.push_back({std::move(result)});
    if (ranges) view.ranges = decode_ranges(*ranges).value();
    return view;
}

std::string tag_of(const EnsembleRecord& e) {
    return fmt::format("\"{}.{}.{}\"", e.version, e.done, e.job_state.value_or(""));
}

}  // namespace dure::desks::energy
