// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "server/http/static_files.hpp"

namespace dure::http {

/// What of a request decides how its answer is sent.
struct Context {
    bool head = false;
    bool http10 = false;
    bool keep_alive = true;
    bool takes_gzip = false;
    bool secure = false;
    std::string if_none_match;
    std::string request_id;
    std::string_view language = "ko";
};

/// An answer as it goes over the wire.
struct Outgoing {
    int status = 200;
    std::string head;
    std::shared_ptr<const std::string> body;  ///< none: nothing follows the head
    bool close = false;
    std::optional<FilePart> file;  ///< follows the body
    std::uint64_t length = 0;      ///< of body and file
    EventSource events;            ///< set: an event stream follows, chunked unless HTTP/1.0
    bool chunked = false;
};

/// Adds what every answer carries: length, request id, security and caching headers; compresses bodies from
/// `compress_from` bytes on; turns a 200 whose ETag the client has into 304.
Outgoing to_wire(Response response, const Context& context, std::size_t compress_from);
Outgoing to_wire(const StaticFiles::File& file, const Context& context);

}  // namespace dure::http
