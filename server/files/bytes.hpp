// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dure::files {

/// Content that is looked into at any place: a file on the disk, or memory in tests and fuzz targets.
class Bytes {
  public:
    virtual ~Bytes() = default;
    virtual std::uint64_t size() const = 0;
    /// Fills `buffer` from `offset` on; how many bytes there were (fewer at the end, 0 behind it). Throws
    /// std::system_error when the disk does not give them.
    virtual std::size_t read(std::uint64_t offset, std::span<char> buffer) const = 0;

    /// At most `count` bytes from `offset` on.
    std::string text(std::uint64_t offset, std::size_t count) const {
        std::string found(count, '\0');
        found.resize(read(offset, found));
        return found;
    }
    /// A number of 1, 2 or 4 bytes, the lowest first; 0 behind the end.
    std::uint32_t little(std::uint64_t offset, std::size_t width) const {
        std::array<char, 4> raw{};
        read(offset, std::span(raw).first(width));
        std::uint32_t number = 0;
        for (std::size_t i = width; i-- > 0;) number = number << 8 | static_cast<unsigned char>(raw[i]);
        return number;
    }
    /// The same with the highest byte first.
    std::uint32_t big(std::uint64_t offset, std::size_t width) const {
        std::array<char, 4> raw{};
        read(offset, std::span(raw).first(width));
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < width; ++i) number = number << 8 | static_cast<unsigned char>(raw[i]);
        return number;
    }
};

class MemoryBytes final : public Bytes {
  public:
    explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t offset, std::span<char> buffer) const override {
        if (offset >= bytes_.size()) return 0;
        const auto part = bytes_.substr(static_cast<std::size_t>(offset), buffer.size());
        std::ranges::copy(part, buffer.begin());
        return part.size();
    }

  private:
    std::string_view bytes_;  // outlives the object
};

}  // namespace dure::files
