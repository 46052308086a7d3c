// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/stored_json.hpp"

#include "server/codec/codec.hpp"
#include "server/db/database.hpp"

namespace dure::jobs {
namespace {

struct StoredError {
    std::string pointer, code;
    Params params;
    std::string file;
    std::int32_t line = 0;
};
BOOST_DESCRIBE_STRUCT(StoredError, (), (pointer, code, params, file, line))

template <class T>
T decoded(std::string_view json) {
    auto value = codec::decode<T>(json);
    if (!value) {
        throw db::Error(db::ErrorKind::other,
                        "a job's row holds JSON that cannot be read: " + std::string(json));
    }
    return std::move(*value);
}

}  // namespace

std::string to_json(const Error& error) {
    return codec::encode(error);
}
std::string to_json(const Params& params) {
    return codec::encode(params);
}

Error error_from_json(std::string_view json) {
    auto stored = decoded<StoredError>(json);
    return {.code = std::move(stored.code),
            .params = std::move(stored.params),
            .file = std::move(stored.file),
            .line = stored.line,
            .pointer = std::move(stored.pointer)};
}

Params params_from_json(std::string_view json) {
    return decoded<Params>(json);
}

}  // namespace dure::jobs
