// SPDX-License-Identifier: Apache-2.0
#include "server/codec/reader.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "server/codec/codec.hpp"
#include "server/codec/parse.hpp"
#include "server/codec/writer.hpp"

namespace dure::codec {

namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;

std::string_view type_name(const json::value& value) {
    switch (value.kind()) {
        case json::kind::null:
            return "null";
        case json::kind::bool_:
            return "boolean";
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_:
            return "number";
        case json::kind::string:
            return "string";
        case json::kind::array:
            return "array";
        case json::kind::object:
            return "object";
    }
    return "null";
}

void refuse_type(const json::value& value, std::string expected, Reader& reader) {
    reader.refuse("json.wrong_type",
                  {{"expected", std::move(expected)}, {"found", std::string(type_name(value))}});
}

std::string text_of(double number) {
    std::string out;
    write(number, out);
    return out;
}

void check_bounds(double number, const Rule& rule, Reader& reader) {
    if (rule.minimum && (rule.above_minimum ? !(number > *rule.minimum) : !(number >= *rule.minimum)))
        reader.refuse(rule.above_minimum ? "json.not_above" : "json.too_small",
                      {{"minimum", text_of(*rule.minimum)}});
    if (rule.maximum && (rule.below_maximum ? !(number < *rule.maximum) : !(number <= *rule.maximum)))
        reader.refuse(rule.below_maximum ? "json.not_below" : "json.too_large",
                      {{"maximum", text_of(*rule.maximum)}});
}

void check_items(std::size_t count, const Rule& rule, Reader& reader) {
    if (count < rule.min_items)
        reader.refuse("json.too_few",
                      {{"minimum", std::to_string(rule.min_items)}, {"found", std::to_string(count)}});
    if (count > rule.max_items)
        reader.refuse("json.too_many",
                      {{"maximum", std::to_string(rule.max_items)}, {"found", std::to_string(count)}});
}

void read_integer(const json::value& value, std::int64_t& target, std::int64_t least, std::int64_t most,
                  Reader& reader, const Rule& rule) {
    if (!value.is_number()) return refuse_type(value, "integer", reader);
    std::int64_t number = 0;
    if (const auto* integer = value.if_int64()) {
        number = *integer;
    } else if (value.is_uint64()) {
        return reader.refuse("json.too_large", {{"maximum", std::to_string(most)}});
    } else {
        const double real = value.get_double();
        if (!std::isfinite(real)) return reader.refuse("json.not_finite");
        if (real != std::floor(real)) return reader.refuse("json.not_an_integer");
        if (real >= kTwoTo63) return reader.refuse("json.too_large", {{"maximum", std::to_string(most)}});
        if (real < -kTwoTo63) return reader.refuse("json.too_small", {{"minimum", std::to_string(least)}});
        number = static_cast<std::int64_t>(real);
    }
    if (number > most) return reader.refuse("json.too_large", {{"maximum", std::to_string(most)}});
    if (number < least) return reader.refuse("json.too_small", {{"minimum", std::to_string(least)}});
    target = number;
    check_bounds(static_cast<double>(number), rule, reader);
}

std::string escaped(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

}  // namespace

void Reader::refuse(std::string code, Params params, std::string_view below) {
    if (full()) return;
    errors_.push_back(
        {.code = std::move(code), .params = std::move(params), .pointer = pointer_ + std::string(below)});
}

Reader::Step::Step(Reader& reader, std::string_view name) : reader_(reader), length_(reader.pointer_.size()) {
    reader_.pointer_ += '/';
    reader_.pointer_ += escaped(name);
}

Reader::Step::Step(Reader& reader, std::size_t index) : reader_(reader), length_(reader.pointer_.size()) {
    reader_.pointer_ += fmt::format("/{}", index);
}

void Record::apply(std::span<const Rule> rules) {
    for (const Rule& rule : rules) {
        const auto field = std::ranges::find(fields, rule.field, &Field::name);
        if (field == fields.end())
            throw std::logic_error("no member for the rule of " + std::string(rule.field));
        field->rule = rule;
    }
}

std::string_view nearest(std::string_view name, std::span<const std::string_view> names) {
    name = name.substr(0, 64);
    std::string_view best;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (const auto candidate : names) {
        if (const std::size_t count = edits(name, candidate); count < fewest) {
            fewest = count;
            best = candidate;
        }
    }
    return best;
}

void read(const json::value& value, bool& target, Reader& reader, const Rule&) {
    if (const auto* truth = value.if_bool())
        target = *truth;
    else
        refuse_type(value, "boolean", reader);
}

void read(const json::value& value, std::int32_t& target, Reader& reader, const Rule& rule) {
    std::int64_t wide = target;
    read_integer(value, wide, std::numeric_limits<std::int32_t>::min(),
                 std::numeric_limits<std::int32_t>::max(), reader, rule);
    target = static_cast<std::int32_t>(wide);
}

void read(const json::value& value, std::int64_t& target, Reader& reader, const Rule& rule) {
    read_integer(value, target, std::numeric_limits<std::int64_t>::min(),
                 std::numeric_limits<std::int64_t>::max(), reader, rule);
}

void read(const json::value& value, double& target, Reader& reader, const Rule& rule) {
    if (!value.is_number()) return refuse_type(value, "number", reader);
    const double number = value.to_number<double>();
    if (!std::isfinite(number)) return reader.refuse("json.not_finite");
    target = number;
    check_bounds(number, rule, reader);
}

void read(const json::value& value, std::string& target, Reader& reader, const Rule& rule) {
    const auto* text = value.if_string();
    if (!text) return refuse_type(value, "string", reader);
    target.assign(text->data(), text->size());
    const auto length =
        static_cast<std::size_t>(std::ranges::count_if(target, [](char c) { return (c & 0xC0) != 0x80; }));
    if (length < rule.min_length)
        return reader.refuse("json.too_short", {{"minimum", std::to_string(rule.min_length)},
                                                {"found", std::to_string(length)}});
    if (length > rule.max_length)
        return reader.refuse("json.too_long", {{"maximum", std::to_string(rule.max_length)},
                                               {"found", std::to_string(length)}});
    if (rule.well_formed && !rule.well_formed(target))
        reader.refuse("json.bad_format", {{"format", std::string(rule.format_name)}});
}

void read(const json::value& value, std::variant<double, std::string>& target, Reader& reader,
          const Rule& rule) {
    if (value.is_string()) return read(value, target.emplace<std::string>(), reader, rule);
    if (value.is_number()) return read(value, target.emplace<double>(), reader, rule);
    refuse_type(value, "number or string", reader);
}

void read(const json::value& value, std::vector<double>& target, Reader& reader, const Rule& rule) {
    const auto* items = value.if_array();
    if (!items) return refuse_type(value, "array", reader);
    check_items(items->size(), rule, reader);
    target.assign(items->size(), 0.0);
    for (std::size_t i = 0; i < items->size() && !reader.full(); ++i) {
        const Reader::Step step(reader, i);
        read((*items)[i], target[i], reader, rule);
    }
}

void read(const json::value& value, std::vector<std::pair<std::string, std::string>>& target, Reader& reader,
          const Rule& rule) {
    target.clear();
    read_map(
        value, &target,
        [](void* list, std::string_view name) -> void* {
            return &static_cast<Params*>(list)->emplace_back(name, "").second;
        },
        detail::read_erased<std::string>, reader, rule);
}

namespace {

/// 1e999 is JSON, but what is read from it cannot be written again.
bool all_finite(const json::value& value) {
    if (const auto* number = value.if_double()) return std::isfinite(*number);
    if (const auto* list = value.if_array()) return std::ranges::all_of(*list, all_finite);
    if (const auto* object = value.if_object())
        return std::ranges::all_of(*object, [](const auto& member) { return all_finite(member.value()); });
    return true;
}

}  // namespace

void read(const json::value& value, RawJson& target, Reader& reader, const Rule&) {
    if (!all_finite(value)) return reader.refuse("json.not_finite");
    target.text.clear();
    write(value, target.text);
}

void read_record(const json::value& value, void* target, const Record& record, Reader& reader) {
    const auto* object = value.if_object();
    if (!object) return refuse_type(value, "object", reader);
    std::size_t known = 0;
    for (const Field& field : record.fields) {
        const Reader::Step step(reader, field.name);
        if (const auto* member = object->if_contains(field.name)) {
            ++known;
            field.read(*member, target, reader, field.rule);
        } else if (field.rule.is_required) {
            reader.refuse("json.missing", {{"name", std::string(field.name)}});
        }
    }
    if (known == object->size()) return;
    std::vector<std::string_view> names;
    for (const Field& field : record.fields) names.push_back(field.name);
    for (const auto& member : *object) {
        const std::string_view name = member.key();
        if (std::ranges::find(names, name) != names.end()) continue;
        const Reader::Step step(reader, name);
        reader.refuse("json.unknown_field",
                      {{"name", std::string(name)}, {"nearest", std::string(nearest(name, names))}});
    }
}

std::optional<std::size_t> read_choice(const json::value& value, std::span<const std::string_view> names,
                                       Reader& reader) {
    const auto* text = value.if_string();
    if (!text) {
        refuse_type(value, "string", reader);
        return std::nullopt;
    }
    const auto found = std::ranges::find(names, std::string_view(*text));
    if (found == names.end()) {
        reader.refuse("json.bad_choice", {{"choices", fmt::format("{}", fmt::join(names, ", "))},
                                          {"found", std::string(std::string_view(*text).substr(0, 100))}});
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

void read_list(const json::value& value, void* target, void* (*append)(void*), ReadFunction item,
               Reader& reader, const Rule& rule) {
    const auto* items = value.if_array();
    if (!items) return refuse_type(value, "array", reader);
    check_items(items->size(), rule, reader);
    for (std::size_t i = 0; i < items->size() && !reader.full(); ++i) {
        const Reader::Step step(reader, i);
        item((*items)[i], append(target), reader, rule);
    }
}

void read_map(const json::value& value, void* target, void* (*insert)(void*, std::string_view),
              ReadFunction item, Reader& reader, const Rule& rule) {
    const auto* members = value.if_object();
    if (!members) return refuse_type(value, "object", reader);
    check_items(members->size(), rule, reader);
    for (const auto& member : *members) {
        if (reader.full()) return;
        const Reader::Step step(reader, std::string_view(member.key()));
        item(member.value(), insert(target, member.key()), reader, rule);
    }
}

Errors read_text(std::string_view text, void* target, ReadFunction read) {
    const auto value = parse(text);
    if (!value) return {value.error()};
    Reader reader;
    read(*value, target, reader, Rule{});
    return reader.take();
}

}  // namespace dure::codec
