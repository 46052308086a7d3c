// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

/// The headers of tus 1.0.0 (tus.io/protocols/resumable-upload), read and written.
namespace dure::files {

inline constexpr std::string_view kTusVersion = "1.0.0";
inline constexpr std::string_view kTusExtensions = "creation,termination,expiration,checksum";
inline constexpr std::string_view kTusChecksums = "sha1,sha256";

/// A length or an offset: digits alone, below 2^53. None for anything else.
std::optional<std::uint64_t> whole_number(std::string_view header);

/// Upload-Metadata: pairs of a key and a value in base64 with commas between them; a key without a value has
/// an empty one. Errors: files.bad_metadata {key} (no key, a key twice, no base64, no UTF-8),
/// files.metadata_too_long {maximum}.
Expected<std::map<std::string, std::string>> read_metadata(std::string_view header);

/// Upload-Checksum: "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=". Errors: files.bad_checksum, files.wrong_checksum.
Expected<void> check_checksum(std::string_view header, std::string_view bytes);

/// RFC 4648 section 4 with padding; none for anything else.
std::optional<std::string> from_base64(std::string_view text);

/// RFC 9110's date, of the instant's second: "Fri, 27 Nov 2026 12:00:00 GMT".
std::string http_date(std::int64_t instant);

}  // namespace dure::files
