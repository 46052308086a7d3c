// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace dure {

/// Named values that a sentence of `messages/` is filled with, in the order in which they were given.
using Params = std::vector<std::pair<std::string, std::string>>;

/// What went wrong, as a code and its parameters: never a sentence. `messages/{ko,en}.json` holds the
/// sentence of each code under `error.<code>`.
struct Error {
    std::string code;     ///< dotted and stable, e.g. "mps.bad_number"
    Params params;        ///< what the sentence names
    std::string file;     ///< the input's name; empty where there is none
    int line = 0;         ///< 1-based line of `file`; 0: none
    std::string pointer;  ///< RFC 6901 pointer of the bad field; empty: none

    bool operator==(const Error&) const = default;
};

using Errors = std::vector<Error>;

/// A value, or the one reason why there is none.
template <class T>
using Expected = std::expected<T, Error>;

/// A value, or every reason at once: for input that a person mends.
template <class T>
using Checked = std::expected<T, Errors>;

inline std::unexpected<Error> fail(std::string code, Params params = {}) {
    return std::unexpected(Error{.code = std::move(code), .params = std::move(params)});
}

}  // namespace dure
