// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dure::http {

/// Who really asks: the far end of the socket, or the client that a trusted proxy names.
class Proxies {
  public:
    /// Addresses or networks in CIDR form. Throws std::runtime_error for anything else.
    explicit Proxies(const std::vector<std::string>& trusted);

    struct Client {
        std::string address;
        bool secure = false;    ///< a trusted proxy says https
        bool loopback = false;  ///< on this machine; never when somebody has forwarded it
    };
    /// The header values are given as they came; an untrusted peer's are not believed.
    Client client(const boost::asio::ip::address& peer, std::string_view forwarded_for,
                  std::string_view forwarded_proto) const;

  private:
    struct Network {
        std::vector<unsigned char> bytes;
        unsigned prefix;
    };
    bool trusted(const boost::asio::ip::address& address) const;

    std::vector<Network> networks_;
};

}  // namespace dure::http
