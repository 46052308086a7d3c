// SPDX-License-Identifier: Apache-2.0
#include "server/http/proxies.hpp"

#include <charconv>
#include <optional>
#include <stdexcept>

namespace dure::http {

namespace {

using boost::asio::ip::address;

std::vector<unsigned char> bytes_of(const address& from) {
    const auto copy = [](const auto& bytes) {
        return std::vector<unsigned char>(bytes.begin(), bytes.end());
    };
    if (from.is_v4()) return copy(from.to_v4().to_bytes());
    if (from.to_v6().is_v4_mapped())
        return copy(boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, from.to_v6()).to_bytes());
    return copy(from.to_v6().to_bytes());
}

std::optional<address> parse(std::string_view text) {
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(std::string(text), error);
    if (error) return std::nullopt;
    return parsed;
}

std::string_view last_part(std::string_view& list) {
    const auto comma = list.rfind(',');
    std::string_view part = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    return part;
}

bool is_loopback(const address& own) {
    const auto bytes = bytes_of(own);
    return bytes.size() == 4 ? bytes[0] == 127 : own.is_loopback();
}

}  // namespace

Proxies::Proxies(const std::vector<std::string>& trusted) {
    for (const auto& text : trusted) {
        const auto slash = text.find('/');
        const auto base = parse(std::string_view(text).substr(0, slash));
        if (!base) throw std::runtime_error("not an address or network: " + text);
        Network network{bytes_of(*base), 0};
        const auto most = static_cast<unsigned>(network.bytes.size() * 8);
        network.prefix = most;
        if (slash != std::string::npos) {
            const char* end = text.data() + text.size();
            const auto read = std::from_chars(text.data() + slash + 1, end, network.prefix);
            if (read.ec != std::errc() || read.ptr != end || network.prefix > most)
                throw std::runtime_error("not an address or network: " + text);
        }
        networks_.push_back(std::move(network));
    }
}

bool Proxies::trusted(const address& own) const {
    const auto bytes = bytes_of(own);
    for (const auto& network : networks_) {
        if (network.bytes.size() != bytes.size()) continue;
        bool same = true;
        for (unsigned bit = 0; same && bit < network.prefix; ++bit)
            same = ((bytes[bit / 8] ^ network.bytes[bit / 8]) >> (7 - bit % 8) & 1) == 0;
        if (same) return true;
    }
    return false;
}

Proxies::Client Proxies::client(const address& peer, std::string_view forwarded_for,
                                std::string_view forwarded_proto) const {
    const bool forwarded = !forwarded_for.empty() || !forwarded_proto.empty();
    if (!forwarded || !trusted(peer))
        return {.address = peer.to_string(), .secure = false, .loopback = is_loopback(peer) && !forwarded};
    address client = peer;
    while (!forwarded_for.empty() && trusted(client)) {
        const auto next = parse(last_part(forwarded_for));
        if (!next) break;
        client = *next;
    }
    return {
        .address = client.to_string(), .secure = last_part(forwarded_proto) == "https", .loopback = false};
}

}  // namespace dure::http
