// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/files/bytes.hpp"

/// Looks through a zip archive (PKWARE's APPNOTE 6.3) before it is kept: what it would unpack to is measured,
/// not believed. Nothing is written anywhere.
namespace dure::files {

struct ZipLimits {
    std::size_t entries = 20'000;
    std::uint64_t unpacked = std::uint64_t{2} << 30;  ///< bytes of everything together, archives within too
    std::uint64_t ratio = 200;                        ///< unpacked to packed, from `ratio_from` bytes on
    std::uint64_t ratio_from = std::uint64_t{20} << 20;
    std::uint64_t nested = std::uint64_t{64} << 20;  ///< bytes of an archive within the archive
    int depth = 2;                                   ///< archives within archives
};

struct ZipEntry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0, place = 0;  ///< place: of the local header
    int method = 0;                                 ///< 0 stored, 8 deflated
};

struct ZipContent {
    std::vector<ZipEntry> entries;
    std::string mimetype;  ///< what a first entry of that name says
    bool has(std::string_view name) const;
    bool has_below(std::string_view folder) const;  ///< "word/"
};

/// Errors: files.damaged_archive; files.locked (entries behind a password); files.archive_method {name};
/// files.archive_path {name} (leads out of the folder it is unpacked in, or is a link); files.archive_program
/// {name}; files.too_many_entries {maximum}; files.bomb {maximum_mb} (unpacks to too much, or to more than it
/// says, or its entries overlap); files.nested_archive {name}.
Expected<ZipContent> inspect_zip(const Bytes& bytes, const ZipLimits& limits = {});

}  // namespace dure::files
