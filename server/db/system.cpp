// SPDX-License-Identifier: Apache-2.0
#include "server/db/system.hpp"

#include <sys/random.h>

#include <cerrno>
#include <chrono>
#include <system_error>

namespace dure::db {

Clock system_clock() {
    return [] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return Instant{std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
    };
}

RandomBytes system_random() {
    return [](std::span<std::byte> bytes) {
        while (!bytes.empty()) {
            const auto got = getrandom(bytes.data(), bytes.size(), 0);
            if (got < 0 && errno != EINTR)
                throw std::system_error(errno, std::generic_category(), "getrandom");
            if (got > 0) bytes = bytes.subspan(static_cast<std::size_t>(got));
        }
    };
}

}  // namespace dure::db
