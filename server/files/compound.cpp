// SPDX-License-Identifier: Apache-2.0
#include "server/files/compound.hpp"

#include <optional>

namespace dure::files {
namespace {

constexpr std::uint32_t kLastSector = 0xFFFFFFFA;  // above: free, end, parts of the table itself
constexpr std::uint32_t kHeaderTables = 109;
constexpr std::size_t kEntry = 128, kMostNames = 4096, kMostSectors = 4096;

struct Sectors {
    const Bytes& bytes;
    std::uint64_t size;  ///< of a sector

    std::uint64_t place(std::uint32_t sector) const { return (std::uint64_t{sector} + 1) * size; }

    /// The sector that follows, as the allocation table has it. The table's parts beyond the header's are not
    /// needed: a directory stands in the first megabytes.
    std::optional<std::uint32_t> next(std::uint32_t sector) const {
        const std::uint64_t per_sector = size / 4, table = sector / per_sector;
        if (table >= kHeaderTables) return std::nullopt;
        const auto where = bytes.little(76 + 4 * table, 4);
        if (where >= kLastSector || place(where) >= bytes.size()) return std::nullopt;
        const auto found = bytes.little(place(where) + 4 * (sector % per_sector), 4);
        if (found >= kLastSector || place(found) >= bytes.size()) return std::nullopt;
        return found;
    }
};

std::string name_at(const Bytes& bytes, std::uint64_t at) {
    const auto length = bytes.little(at + 64, 2);
    std::string name;
    for (std::uint32_t i = 0; i + 2 < length && i < 62; i += 2) {
        const auto unit = bytes.little(at + i, 2);
        name += unit >= 0x20 && unit < 0x7F ? static_cast<char>(unit) : '?';
    }
    return name;
}

}  // namespace

std::vector<std::string> compound_names(const Bytes& bytes) {
    const auto shift = bytes.little(30, 2);
    if (shift != 9 && shift != 12) return {};
    const Sectors sectors{bytes, std::uint64_t{1} << shift};
    std::vector<std::string> names;
    std::size_t seen = 0;  // a chain may run in a circle, also through sectors that hold no name
    for (std::optional<std::uint32_t> sector = bytes.little(48, 4);
         sector && *sector < kLastSector && names.size() < kMostNames && seen < kMostSectors;
         sector = sectors.next(*sector), ++seen) {
        const std::uint64_t from = sectors.place(*sector);
        for (std::uint64_t at = from; at < from + sectors.size && at + kEntry <= bytes.size(); at += kEntry)
            names.push_back(name_at(bytes, at));
    }
    return names;
}

}  // namespace dure::files
