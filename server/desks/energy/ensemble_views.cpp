// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/ensemble_views.hpp"

#include "server/desks/energy/variation_codec.hpp"

namespace dure::lp {

BOOST_DESCRIBE_ENUM(Status, optimal, infeasible, unbounded, limit, cancelled)

}  // namespace dure::lp

namespace dure::energy {

BOOST_DESCRIBE_ENUM(Shape, uniform, triangular)
BOOST_DESCRIBE_ENUM(Sampling, monte_carlo, latin_hypercube)
BOOST_DESCRIBE_STRUCT(Uncertain, (), (kind, target, low, high, shape))
std::span<const codec::Rule> json_rules(const Uncertain*) {
    static const codec::Rule rules[] = {codec::required("kind"), codec::optional("target").length(0, 100),
                                        codec::required("low").at_least(0).at_most(1e15),
                                        codec::required("high").at_least(0).at_most(1e15)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(EnsembleSpec, (), (parameters, weather_years, samples, seed, sampling, regret))
BOOST_DESCRIBE_STRUCT(SampleCapacity, (), (mw, mwh))
BOOST_DESCRIBE_STRUCT(NearOptimal, (), (kind, name, unit, slack, least, most, proved))

}  // namespace dure::energy

namespace dure::desks::energy {

namespace {

/// Schema Sample.
struct Sample {
    std::int64_t number = 0;
    lp::Status status = lp::Status::limit;
    std::vector<double> drawn;
    std::optional<std::string> weather_year;
    std::optional<double> total_cost, co2_t, shed_mwh, self_sufficiency, renewable_share, regret;
    std::vector<dure::energy::SampleCapacity> capacities;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (number, status, drawn, weather_year, total_cost, co2_t, shed_mwh, self_sufficiency,
                       renewable_share, regret, capacities))

constexpr double kMostSamples = 10'000;

}  // namespace

BOOST_DESCRIBE_STRUCT(EnsembleWish, (dure::energy::EnsembleSpec), (slacks))
BOOST_DESCRIBE_STRUCT(NewEnsemble, (EnsembleWish), (label))
std::span<const codec::Rule> json_rules(const NewEnsemble*) {
    static const codec::Rule rules[] = {codec::required("parameters").items(0, dure::energy::kMostVariations),
                                        codec::required("samples").at_least(0).at_most(kMostSamples),
                                        codec::optional("weather_years").items(0, 100).length(0, 100),
                                        codec::optional("slacks").items(0, 5).above(0).at_most(1),
                                        codec::optional("label").length(0, 200)};
    return rules;
}
void json_check(const NewEnsemble& wanted, codec::Reader& reader) {
    if (wanted.parameters.empty() && wanted.weather_years.empty() && wanted.samples > 0)
        reader.refuse("ensemble.nothing_uncertain", {}, "/parameters");
    if (wanted.samples == 0 && wanted.slacks.empty())
        reader.refuse("ensemble.nothing_wanted", {}, "/samples");
}
BOOST_DESCRIBE_STRUCT(EnsembleSummary, (),
                      (id, plan, plan_name, number, label, status, job, owner, owner_name, currency, samples,
                       done, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(EnsembleTechnology, (), (kind, name, label_ko, label_en))
std::span<const codec::Rule> json_rules(const EnsembleTechnology*) {
    static const codec::Rule rules[] = {codec::optional("label_ko").omitted_when_empty(),
                                        codec::optional("label_en").omitted_when_empty()};
    return rules;
}
BOOST_DESCRIBE_STRUCT(EnsembleDetails, (EnsembleSummary), (specification, technologies, results, ranges))
BOOST_DESCRIBE_STRUCT(EnsemblePage, (), (items, next_cursor))

Checked<NewEnsemble> decode_new_ensemble(std::string_view json) {
    return codec::decode<NewEnsemble>(json);
}
Checked<EnsembleWish> decode_wish(std::string_view json) {
    return codec::decode<EnsembleWish>(json);
}
Checked<std::vector<dure::energy::NearOptimal>> decode_ranges(std::string_view json) {
    return codec::decode<std::vector<dure::energy::NearOptimal>>(json);
}
std::string encode(const EnsembleWish& wish) {
    return codec::encode(wish);
}
std::string encode(const EnsembleDetails& view) {
    return codec::encode(view);
}
std::string encode(const EnsemblePage& view) {
    return codec::encode(view);
}
std::string encode(const std::vector<dure::energy::NearOptimal>& ranges) {
    return codec::encode(ranges);
}
std::string encode(const dure::energy::SampleResult& result, std::span<const dure::energy::Variation> drawn) {
    Sample sample{.number = result.number, .status = result.status};
    for (const auto& change : drawn) {
        if (change.kind == dure::energy::VariationKind::weather_year)
            sample.weather_year = change.target;
        else
            sample.drawn.push_back(change.value);
    }
    if (result.status == lp::Status::optimal) {
        sample.total_cost = result.total_cost;
        sample.co2_t = result.co2_t;
        sample.shed_mwh = result.shed_mwh;
        sample.self_sufficiency = result.self_sufficiency;
        sample.renewable_share = result.renewable_share;
        sample.regret = result.regret;
        sample.capacities = result.capacities;
    }
    return codec::encode(sample);
}

}  // namespace dure::desks::energy
