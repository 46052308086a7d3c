// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "server/files/office.hpp"
#include "server/files/records.hpp"

/// A file on its way in. What refuses throws as http::refuse does.
namespace dure::files {

struct NewUpload {
    Subject subject;
    std::string name, description, fingerprint;
    std::int64_t length = 0;
};

/// Errors: 413 files.too_large {maximum_mb}; 422 files.empty, files.type_not_allowed {extension, allowed} and
/// those of checked_name, at /metadata/filename; 409 files.too_many_uploads {maximum}; 507 files.record_full,
/// files.person_full, files.total_full {maximum_mb}, files.disk_full.
Upload begin_upload(db::Connection& c, const Office& office, const NewUpload& wanted, const Who& who);

/// One's own, not run out: else 404, or 410 files.upload_expired.
Upload own_upload(db::Connection& c, const Office& office, const std::string& id, const auth::Actor& actor);

/// Keeps the bytes for good and, when they were the last ones, attaches the file. Errors: 409
/// files.wrong_offset {offset}, 423 files.upload_busy, 413 files.beyond_length, 422 with what
/// inspect_content says, 507 files.disk_full.
Upload take_chunk(const Office& office, const std::string& id, std::uint64_t offset, std::string_view bytes,
                  const Who& who);

/// Attaches a file that has arrived whole, where that has not been done: a server that died between the two.
Upload finish_upload(const Office& office, Upload one, const Who& who);

/// The upload and its bytes go.
void end_upload(const Office& office, const std::string& id, const auth::Actor& actor);

}  // namespace dure::files
