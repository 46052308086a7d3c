// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "server/tables/source.hpp"

/// The zip archive that a workbook is, unpacked in pieces and never further than the limit.
namespace dure::tables {

class Archive {
  public:
    /// `bytes` outlives the archive. Errors: tables.damaged_archive, tables.too_many_files {maximum}.
    static Expected<std::shared_ptr<Archive>> open(std::string_view bytes, const SourceLimits& limits);

    /// One of its files, read from the front.
    class File {
      public:
        virtual ~File() = default;
        /// Fills `buffer` from the front; 0 at the end. Errors: tables.damaged_archive,
        /// tables.locked_workbook, tables.unpacks_too_large {maximum_mb}.
        virtual Expected<std::size_t> read(std::span<char> buffer) = 0;
        /// How much has been read of what the archive says there is, 0…1.
        virtual double fraction() const = 0;
    };

    virtual ~Archive() = default;
    virtual bool has(const std::string& name) const = 0;
    /// Errors: tables.damaged_archive (also where there is no such file), tables.locked_workbook.
    virtual Expected<std::unique_ptr<File>> file(const std::string& name) = 0;
    /// The whole of a small file; none where it is missing, damaged or longer than 1 MB.
    std::optional<std::string> small(const std::string& name);
};

}  // namespace dure::tables
