// SPDX-License-Identifier: Apache-2.0
#include "server/http/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace dure::http {

namespace {

bool is_name(std::string_view segment) {
    return segment.starts_with('{');
}

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool same_shape(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    return std::ranges::equal(a, b, [](auto x, auto y) {
        return (is_name(x) && is_name(y)) || (!is_name(x) && !is_name(y) && x == y);
    });
}

bool matches(const std::vector<std::string_view>& pattern, const std::vector<std::string>& segments) {
    return std::ranges::equal(pattern, segments, [](std::string_view own, const std::string& given) {
        return is_name(own) ? !given.empty() : own == given;
    });
}

/// Patterns whose own words come first are tried first.
bool more_special(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (is_name(a[i]) != is_name(b[i])) return is_name(b[i]);
    return a.size() < b.size();
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
    for (const Route& route : routes_) {
        const std::string label = std::string(route.method) + " " + std::string(route.path);
        if (!route.handler || !route.path.starts_with('/')) throw std::logic_error("not a route: " + label);
        const auto segments = split(route.path);
        auto pattern =
            std::ranges::find_if(patterns_, [&](const auto& p) { return same_shape(p.segments, segments); });
        if (pattern == patterns_.end()) pattern = patterns_.insert(patterns_.end(), {segments, {}});
        // Routes of one shape share the names of its first route's {parameters}.
        if (pattern->segments != segments)
            throw std::logic_error("other parameter names than before: " + label);
        for (const Route* other : pattern->routes)
            if (other->method == route.method) throw std::logic_error("two routes: " + label);
        pattern->routes.push_back(&route);
    }
    std::ranges::stable_sort(patterns_, more_special, &Pattern::segments);
}

Router::Match Router::find(std::string_view method, const std::vector<std::string>& segments) const {
    Match match;
    const auto pattern =
        std::ranges::find_if(patterns_, [&](const auto& own) { return matches(own.segments, segments); });
    if (pattern == patterns_.end()) return match;
    for (const Route* route : pattern->routes) {
        if (!match.allowed.empty()) match.allowed += ", ";
        match.allowed += route->method;
        if (route->method == "GET") match.allowed += ", HEAD";
        if (route->method == method) match.route = route;
    }
    if (match.allowed.find("OPTIONS") == std::string::npos) match.allowed += ", OPTIONS";
    for (std::size_t i = 0; match.route && i < segments.size(); ++i) {
        const auto own = pattern->segments[i];
        if (is_name(own)) match.parameters.emplace(own.substr(1, own.size() - 2), segments[i]);
    }
    return match;
}

}  // namespace dure::http
