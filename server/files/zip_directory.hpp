// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/zip_reader.hpp"

namespace dure::files {

/// The entries of the archive's directory in the order of their places, none over another. Errors as
/// inspect_zip, but for what only unpacking shows.
Expected<std::vector<ZipEntry>> read_directory(const Bytes& bytes, const ZipLimits& limits);

/// Where the packed bytes of an entry begin. Error: files.damaged_archive.
Expected<std::uint64_t> content_place(const Bytes& bytes, const ZipEntry& entry);

}  // namespace dure::files
