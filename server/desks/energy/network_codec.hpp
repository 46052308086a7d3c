// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"

namespace boost::json {
class value;
}

namespace dure::codec {
class Reader;
struct Rule;
}  // namespace dure::codec

namespace dure::desks::energy {

/// A network as a member of a described struct. Only network_codec.cpp pays for the description of Network.
struct Model {
    dure::energy::Network network;
};
/// Found by the codec by argument-dependent lookup; refuse with the codes of codec::decode, pointers below
/// the model's.
void read(const boost::json::value& value, Model& target, codec::Reader& reader, const codec::Rule& rule);
void write(const Model& source, std::string& out);

/// Refuses with json.bad_choice what the contract does not name: unit and origin are plain text in the
/// engine.
void check_series_choices(std::string_view unit, std::string_view origin, codec::Reader& reader);

/// Schema Network of the contract.
Checked<dure::energy::Network> decode_network(std::string_view json);
std::string encode_network(const dure::energy::Network& network);

}  // namespace dure::desks::energy
