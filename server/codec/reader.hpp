// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/error.hpp"
#include "server/codec/rule.hpp"

namespace boost::json {
class value;
}

namespace dure::codec {

namespace json = boost::json;

/// Any JSON, kept as text: written as it stands, so whoever makes one vouches for it.
struct RawJson {
    std::string text = "null";
    bool operator==(const RawJson&) const = default;
};

/// Where the reading stands and everything refused so far. Collects at most `kMaxErrors` refusals.
class Reader {
  public:
    static constexpr std::size_t kMaxErrors = 500;

    explicit Reader(std::string pointer = {}) : pointer_(std::move(pointer)) {}

    /// Refuses the value at the current place, or at `below` it ("/name", already escaped).
    void refuse(std::string code, Params params = {}, std::string_view below = {});
    bool full() const { return errors_.size() >= kMaxErrors; }
    std::size_t refusals() const { return errors_.size(); }
    Errors take() { return std::move(errors_); }

    /// Steps into a member or an item for the life of the object.
    class Step {
      public:
        Step(Reader& reader, std::string_view name);
        Step(Reader& reader, std::size_t index);
        ~Step() { reader_.pointer_.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

      private:
        Reader& reader_;
        std::size_t length_;
    };

  private:
    std::string pointer_;
    Errors errors_;
};

using ReadFunction = void (*)(const json::value&, void* target, Reader&, const Rule&);
using WriteFunction = void (*)(const void* source, std::string& out);

/// A member of a struct, its type erased.
struct Field {
    std::string_view name;
    ReadFunction read = nullptr;            ///< target is the struct
    WriteFunction write = nullptr;          ///< source is the struct
    bool (*absent)(const void*) = nullptr;  ///< an optional without value
    bool (*empty)(const void*) = nullptr;   ///< "", [], {}, 0, false
    Rule rule;
};

struct Record {
    std::vector<Field> fields;

    /// Throws std::logic_error when a rule names no member.
    void apply(std::span<const Rule> rules);
};

void read(const json::value&, bool&, Reader&, const Rule&);
void read(const json::value&, std::int32_t&, Reader&, const Rule&);
void read(const json::value&, std::int64_t&, Reader&, const Rule&);
void read(const json::value&, double&, Reader&, const Rule&);
void read(const json::value&, std::string&, Reader&, const Rule&);
void read(const json::value&, std::variant<double, std::string>&, Reader&, const Rule&);
void read(const json::value&, std::vector<double>&, Reader&, const Rule&);
void read(const json::value&, std::vector<std::pair<std::string, std::string>>&, Reader&, const Rule&);
void read(const json::value&, RawJson&, Reader&, const Rule&);
void read(const json::value&, Error&, Reader&, const Rule&);
void read_record(const json::value&, void* target, const Record&, Reader&);
/// The index of the name in `names`, or none after a refusal.
std::optional<std::size_t> read_choice(const json::value&, std::span<const std::string_view> names, Reader&);
/// `append` makes a new item at the end and returns it; `insert` one under a name.
void read_list(const json::value&, void* target, void* (*append)(void*), ReadFunction item, Reader&,
               const Rule&);
void read_map(const json::value&, void* target, void* (*insert)(void*, std::string_view), ReadFunction item,
              Reader&, const Rule&);

/// The name in `names` with the fewest edits from `name`; empty when `names` is.
std::string_view nearest(std::string_view name, std::span<const std::string_view> names);

}  // namespace dure::codec
