// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/describe.hpp>
#include <boost/mp11/algorithm.hpp>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/base/error.hpp"
#include "server/codec/reader.hpp"
#include "server/codec/writer.hpp"

/// JSON in and out of structs and enums described by Boost.Describe. Put BOOST_DESCRIBE_STRUCT, the struct's
/// json_rules (see rule.hpp) and the calls of decode and encode into one source file: only it pays for the
/// templates.
///
/// Members may be bool, int32, int64, double, std::string, described enums, std::optional (absent while
/// empty), std::vector, std::map<std::string, T>, std::variant<double, std::string>, Params, RawJson, and
/// described structs with described bases. null stands for nothing here and is refused.
///
/// `void json_check(const T&, Reader&)`, found by argument-dependent lookup, is called once T's own fields
/// are all good and refuses what only shows in several fields together.
namespace dure::codec {

template <class T>
const Record& record_of();
template <class T>
void read_any(const json::value& value, T& target, Reader& reader, const Rule& rule);
template <class T>
void write_any(const T& source, std::string& out);

namespace detail {

template <class>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;
template <class>
constexpr bool is_vector = false;
template <class T, class A>
constexpr bool is_vector<std::vector<T, A>> = true;
template <class>
constexpr bool is_map = false;
template <class T, class C, class A>
constexpr bool is_map<std::map<std::string, T, C, A>> = true;

template <class T>
concept HasRules = requires(const T* type) { json_rules(type); };
template <class T>
concept HasCheck = requires(const T& value, Reader& reader) { json_check(value, reader); };
template <class T>
concept Readable = requires(const json::value& v, T& t, Reader& r, const Rule& rule) { read(v, t, r, rule); };
template <class T>
concept Writable = requires(const T& t, std::string& out) { write(t, out); };

template <class E>
struct Choices {
    using Described = boost::describe::describe_enumerators<E>;
    static constexpr std::size_t count = boost::mp11::mp_size<Described>::value;
    std::array<std::string_view, count> names{};
    std::array<E, count> values{};

    Choices() {
        std::size_t i = 0;
        boost::mp11::mp_for_each<Described>([&](auto described) {
            names[i] = described.name;
            values[i++] = described.value;
        });
    }
    static const Choices& get() {
        static const Choices choices;
        return choices;
    }
};

template <class T>
void read_erased(const json::value& value, void* target, Reader& reader, const Rule& rule) {
    read_any(value, *static_cast<T*>(target), reader, rule);
}

template <class M>
bool is_empty(const M& member) {
    if constexpr (requires { member.empty(); })
        return member.empty();
    else if constexpr (std::is_arithmetic_v<M>)
        return member == M{};
    else
        return false;
}

template <class T, class D>
Field make_field() {
    using M = std::remove_reference_t<decltype(std::declval<T&>().*D::pointer)>;
    Field field{.name = D::name};
    field.read = [](const json::value& value, void* target, Reader& reader, const Rule& rule) {
        read_any(value, static_cast<T*>(target)->*D::pointer, reader, rule);
    };
    field.write = [](const void* source, std::string& out) {
        write_any(static_cast<const T*>(source)->*D::pointer, out);
    };
    if constexpr (is_optional<M>) {
        field.absent = [](const void* source) {
            return !(static_cast<const T*>(source)->*D::pointer).has_value();
        };
    } else {
        field.empty = [](const void* source) { return is_empty(static_cast<const T*>(source)->*D::pointer); };
    }
    return field;
}

template <class T>
Record make_record() {
    namespace describe = boost::describe;
    using Members = describe::describe_members<T, describe::mod_public | describe::mod_inherited>;
    Record record;
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { record.fields.push_back(make_field<T, decltype(member)>()); });
    if constexpr (HasRules<T>) record.apply(json_rules(static_cast<const T*>(nullptr)));
    return record;
}

}  // namespace detail

template <class T>
const Record& record_of() {
    static const Record record = detail::make_record<T>();
    return record;
}

template <class T>
void read_any(const json::value& value, T& target, Reader& reader, const Rule& rule) {
    if constexpr (detail::Readable<T>) {
        read(value, target, reader, rule);
    } else if constexpr (detail::is_optional<T>) {
        read_any(value, target.emplace(), reader, rule);
    } else if constexpr (detail::is_vector<T>) {
        target.clear();
        read_list(
            value, &target, [](void* list) -> void* { return &static_cast<T*>(list)->emplace_back(); },
            detail::read_erased<typename T::value_type>, reader, rule);
    } else if constexpr (detail::is_map<T>) {
        target.clear();
        read_map(
            value, &target,
            [](void* map, std::string_view name) -> void* {
                return &(*static_cast<T*>(map))[std::string(name)];
            },
            detail::read_erased<typename T::mapped_type>, reader, rule);
    } else if constexpr (std::is_enum_v<T>) {
        const auto& choices = detail::Choices<T>::get();
        if (const auto index = read_choice(value, choices.names, reader)) target = choices.values[*index];
    } else {
        const std::size_t before = reader.refusals();
        read_record(value, &target, record_of<T>(), reader);
        if constexpr (detail::HasCheck<T>) {
            if (reader.refusals() == before) json_check(target, reader);
        }
    }
}

template <class T>
void write_any(const T& source, std::string& out) {
    if constexpr (std::is_same_v<T, bool> || std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        write(source, out);
    } else if constexpr (detail::is_optional<T>) {
        if (source)
            write_any(*source, out);
        else
            out += "null";
    } else if constexpr (detail::is_vector<T> && !detail::Writable<T>) {
        out += '[';
        for (std::size_t i = 0; i < source.size(); ++i) {
            if (i > 0) out += ',';
            write_any<typename T::value_type>(source[i], out);
        }
        out += ']';
    } else if constexpr (detail::is_map<T>) {
        out += '{';
        bool first = true;
        for (const auto& [name, item] : source) {
            if (!std::exchange(first, false)) out += ',';
            write(name, out);
            out += ':';
            write_any(item, out);
        }
        out += '}';
    } else if constexpr (std::is_enum_v<T>) {
        write(std::string_view(boost::describe::enum_to_string(source, "")), out);
    } else if constexpr (detail::Writable<T>) {
        write(source, out);
    } else {
        write_record(&source, record_of<T>(), out);
    }
}

/// Reads a parsed value; `pointer` is where it stands in the whole document.
template <class T>
Checked<T> decode_value(const json::value& value, std::string pointer = {}) {
    Reader reader(std::move(pointer));
    T target{};
    read_any(value, target, reader, Rule{});
    if (reader.refusals() > 0) return std::unexpected(reader.take());
    return target;
}

/// Parses `text` and reads it with `read`; what decode is made of.
Errors read_text(std::string_view text, void* target, ReadFunction read);

/// Every bad field at once, each with its pointer. Codes beside those of parse (parse.hpp): json.missing
/// {name}, json.unknown_field {name, nearest}, json.wrong_type {expected, found}, json.not_an_integer,
/// json.not_finite, json.too_small | json.not_above {minimum}, json.too_large | json.not_below {maximum},
/// json.too_short | json.too_few {minimum, found}, json.too_long | json.too_many {maximum, found},
/// json.bad_choice {choices, found}, json.bad_format {format}.
template <class T>
Checked<T> decode(std::string_view text) {
    T target{};
    if (Errors errors = read_text(text, &target, detail::read_erased<T>); !errors.empty())
        return std::unexpected(std::move(errors));
    return target;
}

/// Compact JSON; members in the order of their description.
template <class T>
std::string encode(const T& source) {
    std::string out;
    write_any(source, out);
    return out;
}

}  // namespace dure::codec
