// SPDX-License-Identifier: Apache-2.0
// http_floor [PORT] [WORKERS] [BYTES]: the server with one handler that only answers, for bench/http.sh: what
// sockets, parsing, routing and the hop to a worker cost by themselves.
#include <cstdlib>
#include <iostream>
#include <string>

#include "server/http/pipeline.hpp"
#include "server/http/server.hpp"

int main(int count, char** arguments) {
    using namespace dure::http;
    Options options;
    options.port = static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 0);
    options.workers = count > 2 ? std::atoi(arguments[2]) : 2;
    const std::string body =
        '"' + std::string(count > 3 ? std::strtoul(arguments[3], nullptr, 10) : 1024, 'x') + '"';
    Server server(options,
                  {{"GET", "/api/v1/floor/{id}", "floor", [&](const Request&) { return json_text(body); }}});
    server.start();
    std::cout << server.port() << std::endl;
    std::cin.get();  // serves until its input ends
    server.stop();
}
