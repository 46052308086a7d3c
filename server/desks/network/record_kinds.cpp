// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/record_kinds.hpp"

#include <algorithm>
#include <optional>

#include "engine/base/text.hpp"
#include "server/desks/network/cluster.hpp"
#include "server/desks/network/days.hpp"
#include "server/people/name_rules.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::network {
namespace {

using codec::optional;
using codec::required;
using codec::Rule;

/// Where a figure or a name is from: never without a title.
struct Source {
    std::string title;
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(Source, (), (title, link))
std::span<const Rule> json_rules(const Source*) {
    static const Rule rules[] = {
        required("title").length(1, 300).format("title", people::is_line),
        optional("link").length(1, 500).format("https://www.example.org", people::is_web_address)};
    return rules;
}

struct Note {
    std::string language, text;
};
BOOST_DESCRIBE_STRUCT(Note, (), (language, text))
std::span<const Rule> json_rules(const Note*) {
    static const Rule rules[] = {
        required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag),
        required("text").length(1, 2000)};
    return rules;
}

enum class FactBasis { membership, attendance, named };
BOOST_DESCRIBE_ENUM(FactBasis, membership, attendance, named)

struct GrowthFact {
    std::string time;
    FactBasis basis = FactBasis::membership;
    std::optional<std::int64_t> countries, clusters, companies;
    std::optional<bool> at_least;
    std::optional<std::string> country, cluster;
    std::vector<Note> notes;
    Source source;
};
BOOST_DESCRIBE_STRUCT(GrowthFact, (),
                      (time, basis, countries, clusters, companies, at_least, country, cluster, notes,
                       source))

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::span<const Rule> json_rules(const GrowthFact*) {
    static const Rule rules[] = {required("time").format("2021, 2020-11, 2019-11-04", is_part_of_day),
                                 required("basis"),
                                 optional("countries").at_least(0).at_most(300),
                                 optional("clusters").at_least(0).at_most(100000),
                                 optional("companies").at_least(0).at_most(1e9),
                                 optional("country").format("KR", people::is_country),
                                 optional("cluster").length(1, 300),
                                 optional("notes").items(0, 10),
                                 required("source")};
    return rules;
}

void json_check(const GrowthFact& fact, codec::Reader& reader) {
    const bool counts = fact.countries || fact.clusters || fact.companies;
    if (fact.basis == FactBasis::named) {
        if (!fact.country) reader.refuse("growth.no_country", {}, "/country");
        if (counts) reader.refuse("growth.count_of_named", {}, "/basis");
    } else if (!counts) {
        reader.refuse("growth.no_count", {}, "/clusters");
    }
}

struct HsCode {
    std::string code;
    std::vector<people::Name> names;
    std::optional<std::int64_t> since;
    std::vector<Note> notes;
    Source source;
};
BOOST_DESCRIBE_STRUCT(HsCode, (), (code, names, since, notes, source))

/// 84, 8479, 8479.50, and national digits behind: 8479.50.1000.
bool is_written_hs_code(std::string_view code) {
    std::string digits;
    for (const char c : code)
        if (c != '.') digits += c;
    const bool whole = digits.size() == 2 || digits.size() == 4 || digits.size() == 6 ||
                       (digits.size() >= 8 && digits.size() <= 10);
    return whole && is_digits(digits) && code.front() != '.' && code.back() != '.' &&
           code.find("..") == code.npos;
}

std::span<const Rule> json_rules(const HsCode*) {
    static const Rule rules[] = {
        required("code").length(2, 14).format("84, 8479, 8479.50", is_written_hs_code),
        required("names").items(1, 30), optional("since").at_least(1988).at_most(2100),
        optional("notes").items(0, 10), required("source")};
    return rules;
}
void json_check(const HsCode& one, codec::Reader& reader) {
    people::check_names(one.names, reader);
}

struct NetworkBody {
    std::vector<people::Name> names;
    std::vector<Note> notes;
};
BOOST_DESCRIBE_STRUCT(NetworkBody, (), (names, notes))
std::span<const Rule> json_rules(const NetworkBody*) {
    static const Rule rules[] = {required("names").items(1, 30), optional("notes").items(0, 10)};
    return rules;
}
void json_check(const NetworkBody& one, codec::Reader& reader) {
    people::check_names(one.names, reader);
}

std::string search_of(const std::vector<people::Name>& names) {
    std::string text;
    for (const auto& name : names) text += folded(name.name) + '\n';
    return text;
}

Checked<RecordDraft> read_growth_fact(std::string_view json) {
    const auto fact = codec::decode<GrowthFact>(json);
    if (!fact) return std::unexpected(fact.error());
    return RecordDraft{codec::encode(*fact), fact->time,
                       folded(fact->time + '\n' + fact->source.title + '\n' + fact->cluster.value_or(""))};
}

Checked<RecordDraft> read_hs_code(std::string_view json) {
    auto one = codec::decode<HsCode>(json);
    if (!one) return std::unexpected(one.error());
    people::tidy(one->names);
    std::string digits;
    for (const char c : one->code)
        if (c != '.') digits += c;
    return RecordDraft{codec::encode(*one), digits, one->code + '\n' + digits + '\n' + search_of(one->names)};
}

Checked<RecordDraft> read_network_body(std::string_view json) {
    auto one = codec::decode<NetworkBody>(json);
    if (!one) return std::unexpected(one.error());
    people::tidy(one->names);
    return RecordDraft{codec::encode(*one), sort_key(people::primary_of(one->names).name),
                       search_of(one->names)};
}

}  // namespace

std::vector<people::Name> names_in(std::string_view content) {
    return codec::decode<NetworkBody>(content).value().names;
}

const RecordKind kGrowthFact{.name = "growth_fact",
                             .create = "create_growth_fact",
                             .replace = "replace_growth_fact",
                             .remove = "delete_growth_fact",
                             .restore = "restore_growth_fact",
                             .read = read_growth_fact,
                             .taken = {}};
const RecordKind kHsCode{.name = "hs_code",
                         .create = "create_hs_code",
                         .replace = "replace_hs_code",
                         .remove = "delete_hs_code",
                         .restore = "restore_hs_code",
                         .read = read_hs_code,
                         .taken = "hs_code.taken"};
const RecordKind kNetworkBody{.name = "network_body",
                              .create = "create_network_body",
                              .replace = "replace_network_body",
                              .remove = "delete_network_body",
                              .restore = "restore_network_body",
                              .read = read_network_body,
                              .taken = "network_body.taken"};

}  // namespace dure::desks::network
