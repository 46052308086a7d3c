// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace dure::http {

/// A part of a file on the disk that an answer sends. The file stays open as long as the object lives, also
/// when its name is removed meanwhile.
class FilePart {
  public:
    /// Throws std::system_error when the file cannot be opened.
    static FilePart open(const std::filesystem::path& path, std::uint64_t offset, std::uint64_t length);

    std::uint64_t left() const { return left_; }
    /// The next bytes, at most `count`; empty when the file has fewer than it should.
    std::string next(std::size_t count);

  private:
    class Handle;
    std::shared_ptr<Handle> handle_;
    std::uint64_t offset_ = 0, left_ = 0;
};

}  // namespace dure::http
