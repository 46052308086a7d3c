// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"

namespace dure::files {

inline constexpr std::string_view kAttachment = "attachment";

struct Subject {
    std::string kind, id;
};

/// A file of a record.
struct Attachment {
    std::string id;
    Subject subject;
    std::string name, description;
    std::string hash;  ///< of its content
    std::int64_t size = 0;
    std::string type;
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// receiving → received (whole, looked through) → done (attached); or refused.
enum class UploadState { receiving, received, done, refused };

struct Upload {
    std::string id, owner;
    Subject subject;
    std::string name, description, fingerprint;
    std::int64_t length = 0, received = 0;
    UploadState state = UploadState::receiving;
    std::optional<std::string> hash, type, attachment;
    std::optional<Error> error;
    Instant created = 0, updated = 0, expires = 0;
};

}  // namespace dure::files
