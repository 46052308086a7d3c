// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace dure::lp {

/// Numbers names from 0 in the order in which they come. Holds views: the text must outlive it.
/// Open addressing with a multiply-and-mix hash over eight bytes at a time: the MPS reader spends most of its
/// time here.
class NameIndex {
  public:
    NameIndex() : slots_(1024) {}

    /// The number of a name, or -1. `guess`: a number that is tried first.
    int find(std::string_view name, int guess = -1) const {
        if (guess >= 0 && static_cast<std::size_t>(guess) < names_.size() &&
            names_[static_cast<std::size_t>(guess)] == name)
            return guess;
        const std::uint32_t hash = hash_of(name);
        for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
            const Slot& s = slots_[at];
            if (s.number < 0) return -1;
            if (s.hash == hash && names_[static_cast<std::size_t>(s.number)] == name) return s.number;
        }
    }

    /// The new number, or -1 when the name is there already.
    int add(std::string_view name) {
        if (2 * names_.size() >= slots_.size()) grow();
        const std::uint32_t hash = hash_of(name);
        std::size_t at = hash & mask();
        for (; slots_[at].number >= 0; at = (at + 1) & mask()) {
            if (slots_[at].hash == hash && names_[static_cast<std::size_t>(slots_[at].number)] == name)
                return -1;
        }
        slots_[at] = {hash, static_cast<std::int32_t>(names_.size())};
        names_.push_back(name);
        return static_cast<int>(names_.size()) - 1;
    }

    const std::vector<std::string_view>& names() const { return names_; }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::int32_t number = -1;
    };

    static std::uint32_t hash_of(std::string_view name) {
        std::uint64_t h = 0x9E3779B97F4A7C15u ^ name.size();
        const char* p = name.data();
        std::size_t left = name.size();
        for (; left >= 8; left -= 8, p += 8) {
            std::uint64_t word;
            std::memcpy(&word, p, 8);
            h = mix(h ^ word);
        }
        std::uint64_t tail = 0;
        std::memcpy(&tail, p, left);
        h = mix(h ^ tail);
        return static_cast<std::uint32_t>(h >> 32);
    }
    static std::uint64_t mix(std::uint64_t x) {
        x *= 0xD6E8FEB86659FD93u;
        return x ^ (x >> 32);
    }
    std::size_t mask() const { return slots_.size() - 1; }
    void grow() {
        std::vector<Slot> old(2 * slots_.size());
        old.swap(slots_);
        for (const Slot& s : old) {
            if (s.number < 0) continue;
            std::size_t at = s.hash & mask();
            while (slots_[at].number >= 0) at = (at + 1) & mask();
            slots_[at] = s;
        }
    }

    std::vector<Slot> slots_;
    std::vector<std::string_view> names_;
};

}  // namespace dure::lp
