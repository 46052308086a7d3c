// SPDX-License-Identifier: Apache-2.0
#include "server/http/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <sstream>
#include <utility>

namespace dure::http {

namespace {

const prometheus::Histogram::BucketBoundaries kSeconds{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30};

prometheus::MetricFamily gauge_family(const std::string& name, const std::string& help) {
    prometheus::MetricFamily family;
    family.name = name;
    family.help = help;
    family.type = prometheus::MetricType::Gauge;
    return family;
}

void add(prometheus::MetricFamily& family, double value,
         const std::vector<std::pair<std::string, std::string>>& labels = {}) {
    prometheus::ClientMetric metric;
    metric.gauge.value = value;
    for (const auto& [name, text] : labels) metric.label.push_back({name, text});
    family.metric.push_back(std::move(metric));
}

}  // namespace

struct Metrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("dure_http_requests_total")
                                                            .Help("Requests answered")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("dure_http_request_seconds")
            .Help("From the whole request read to its answer sent")
            .Register(registry);
    std::map<std::pair<std::string_view, int>, prometheus::Counter*> counters;
    std::map<std::string_view, prometheus::Histogram*> histograms;
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count(std::string_view operation, int status, double seconds) {
    auto& counter = families_->counters[{operation, status}];
    if (!counter)
        counter = &families_->requests.Add(
            {{"operation", std::string(operation)}, {"status", std::to_string(status)}});
    counter->Increment();
    auto& histogram = families_->histograms[operation];
    if (!histogram) histogram = &families_->seconds.Add({{"operation", std::string(operation)}}, kSeconds);
    histogram->Observe(seconds);
}

std::string Metrics::text(std::size_t connections, std::size_t waiting,
                          const std::vector<Gauge>& gauges) const {
    auto families = families_->registry.Collect();
    families.push_back(gauge_family("dure_http_connections", "Open connections"));
    add(families.back(), static_cast<double>(connections));
    families.push_back(gauge_family("dure_http_requests_waiting", "Requests waiting for a worker"));
    add(families.back(), static_cast<double>(waiting));
    std::map<std::string, prometheus::MetricFamily> named;
    for (const Gauge& gauge : gauges) {
        auto& family = named.try_emplace(gauge.name, gauge_family(gauge.name, gauge.help)).first->second;
        add(family, gauge.value, gauge.labels);
    }
    for (auto& [name, family] : named) families.push_back(std::move(family));
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families);
    return out.str();
}

}  // namespace dure::http
