// SPDX-License-Identifier: Apache-2.0
#include "server/http/guard.hpp"

#include <algorithm>
#include <stdexcept>

namespace dure::http {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string_view without_port(std::string_view host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

std::string_view host_of(std::string_view origin) {
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view{} : origin.substr(scheme + 3);
}

}  // namespace

bool is_loopback_host(std::string_view host) {
    const std::string name = lower(without_port(host));
    const bool dotted = std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return name == "localhost" || name == "[::1]" || (name.starts_with("127.") && dotted);
}

Guard::Guard(const std::string& public_url, bool loopback_only) : loopback_only_(loopback_only) {
    if (public_url.empty()) return;
    public_origin_ = lower(public_url);
    while (public_origin_.ends_with('/')) public_origin_.pop_back();
    public_host_ = host_of(public_origin_);
    const bool scheme = public_origin_.starts_with("https://") || public_origin_.starts_with("http://");
    if (!scheme || public_host_.empty() || public_host_.find('/') != std::string::npos)
        throw std::runtime_error("the public URL must be http(s)://host[:port]: " + public_url);
}

bool Guard::knows_host(std::string_view host) const {
    if (is_loopback_host(host)) return true;
    if (!public_host_.empty()) return lower(host) == public_host_;
    return !loopback_only_;
}

bool Guard::is_cross_site(const Request& request) const {
    const auto& method = request.method;
    if (method == "GET" || method == "OPTIONS") return false;
    if (const auto site = request.header("sec-fetch-site"); !site.empty())
        return site != "same-origin" && site != "none";
    const std::string origin = lower(request.header("origin"));
    if (origin.empty() || origin == public_origin_) return false;
    return host_of(origin) != lower(request.header("host")) || host_of(origin).empty();
}

}  // namespace dure::http
