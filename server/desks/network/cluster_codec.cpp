// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_codec.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/auth/views.hpp"
#include "server/desks/network/days.hpp"
#include "server/people/name_rules.hpp"
#include "server/people/texts.hpp"

namespace dure::people {
BOOST_DESCRIBE_ENUM(OrganisationKind, company, university, institute, agency, association, cluster, ministry,
                    city)
}

namespace dure::desks::network {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(Standing, member, former, candidate)
BOOST_DESCRIBE_ENUM(Criterion, members, fte, kinds)
BOOST_DESCRIBE_ENUM(Verdict, met, not_met, unknown)
BOOST_DESCRIBE_ENUM(Basis, declared, counted)
BOOST_DESCRIBE_STRUCT(LocalText, (), (language, text))
BOOST_DESCRIBE_STRUCT(ClusterContact, (), (name, duty, email, phone))
BOOST_DESCRIBE_STRUCT(ClusterPeriod, (), (joined, left))
BOOST_DESCRIBE_STRUCT(Agreement, (), (title, signed_on, valid_until, parties, link))
BOOST_DESCRIBE_STRUCT(ClusterFigures, (), (on, members, fte, kinds, source))
BOOST_DESCRIBE_STRUCT(ClusterSource, (), (title, link))
BOOST_DESCRIBE_STRUCT(ClusterProfile, (),
                      (region, city, descriptions, contacts, periods, agreements, figures, sources))
BOOST_DESCRIBE_STRUCT(ClusterContent, (ClusterProfile), (names, country, web, address, note))
BOOST_DESCRIBE_STRUCT(NewCluster, (ClusterContent), (organisation))
BOOST_DESCRIBE_STRUCT(Finding, (), (criterion, needed, found, verdict, basis, on))
BOOST_DESCRIBE_STRUCT(Validation, (), (verdict, findings))
BOOST_DESCRIBE_STRUCT(ClusterView, (ClusterContent),
                      (id, name, standing, validation, members, owner_name, fictitious, version, created,
                       updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(ClusterPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(ClusterRule, (), (min_members, min_fte, min_kinds, origin, note))

namespace {

constexpr std::string_view kDayFormat = "2026-11-26", kPartFormat = "2018, 2018-11, 2018-11-15";

}  // namespace

std::span<const Rule> json_rules(const LocalText*) {
    static const Rule rules[] = {
        required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag),
        required("text").length(1, 5000)};
    return rules;
}

std::span<const Rule> json_rules(const ClusterContact*) {
    static const Rule rules[] = {required("name").length(1, 200).format("A. Kim", people::is_line),
                                 optional("duty").length(0, 200),
                                 optional("email").length(3, 254).format("name@example.org", auth::is_email),
                                 optional("phone").length(1, 50)};
    return rules;
}

std::span<const Rule> json_rules(const ClusterPeriod*) {
    static const Rule rules[] = {required("joined").format(kPartFormat, is_part_of_day),
                                 optional("left").format(kPartFormat, is_part_of_day)};
    return rules;
}

void json_check(const ClusterPeriod& period, codec::Reader& reader) {
    if (period.left && *period.left <= period.joined) reader.refuse("cluster.period_order", {}, "/left");
}

std::span<const Rule> json_rules(const Agreement*) {
    static const Rule rules[] = {
        required("title").length(1, 300).format("MoU", people::is_line),
        optional("signed_on").format(kDayFormat, is_day), optional("valid_until").format(kDayFormat, is_day),
        optional("parties").items(0, 50).length(1, 300),
        optional("link").length(1, 500).format("https://www.example.org", people::is_web_address)};
    return rules;
}

void json_check(const Agreement& one, codec::Reader& reader) {
    if (one.signed_on && one.valid_until && *one.valid_until < *one.signed_on)
        reader.refuse("cluster.agreement_order", {}, "/valid_until");
}

std::span<const Rule> json_rules(const ClusterFigures*) {
    static const Rule rules[] = {required("on").format(kDayFormat, is_day),
                                 optional("members").at_least(0).at_most(1e6),
                                 optional("fte").at_least(0).at_most(1e5), optional("kinds").items(0, 8),
                                 optional("source").length(0, 500)};
    return rules;
}

void json_check(const ClusterFigures& one, codec::Reader& reader) {
    for (std::size_t i = 0; i < one.kinds.size(); ++i)
        if (std::find(one.kinds.begin(), one.kinds.begin() + static_cast<std::ptrdiff_t>(i), one.kinds[i]) !=
            one.kinds.begin() + static_cast<std::ptrdiff_t>(i))
            reader.refuse("cluster.kind_twice", {}, "/kinds/" + std::to_string(i));
}

std::span<const Rule> json_rules(const ClusterSource*) {
    static const Rule rules[] = {
        required("title").length(1, 300).format("title", people::is_line),
        optional("link").length(1, 500).format("https://www.example.org", people::is_web_address)};
    return rules;
}

std::span<const Rule> json_rules(const ClusterContent*) {
    static const Rule rules[] = {
        required("names").items(1, 30),
        required("country").format("KR", people::is_country),
        optional("web").length(1, 500).format("https://www.example.org", people::is_web_address),
        optional("address").length(0, 500),
        optional("note").length(0, 5000),
        optional("region").length(0, 200),
        optional("city").length(0, 200),
        optional("descriptions").items(0, 20),
        optional("contacts").items(0, 50),
        optional("periods").items(0, 20),
        optional("agreements").items(0, 100),
        optional("figures").items(0, 200),
        optional("sources").items(0, 50)};
    return rules;
}
std::span<const Rule> json_rules(const NewCluster*) {
    static const std::vector<Rule> rules = [] {
        const auto own = json_rules(static_cast<const ClusterContent*>(nullptr));
        std::vector<Rule> all(own.begin(), own.end());
        all.push_back(optional("organisation").length(36, 36));
        return all;
    }();
    return rules;
}

void json_check(const ClusterContent& content, codec::Reader& reader) {
    people::check_names(content.names, reader);
    for (std::size_t i = 1; i < content.periods.size(); ++i) {
        const auto& before = content.periods[i - 1];
        if (!before.left || content.periods[i].joined < *before.left)
            reader.refuse("cluster.period_overlap", {}, "/periods/" + std::to_string(i) + "/joined");
    }
}

std::span<const Rule> json_rules(const Finding*) {
    static const Rule rules[] = {required("criterion"), required("needed"), optional("found"),
                                 required("verdict"),   optional("basis"),  optional("on")};
    return rules;
}

std::span<const Rule> json_rules(const ClusterRule*) {
    static const Rule rules[] = {required("min_members").at_least(0).at_most(1e6),
                                 required("min_fte").at_least(0).at_most(1e5),
                                 required("min_kinds").at_least(0).at_most(8),
                                 optional("origin").length(0, 500), optional("note").length(0, 2000)};
    return rules;
}

namespace {

template <class T>
Checked<T> tidied(Checked<T> content) {
    if (!content) return content;
    people::tidy(content->names);
    for (std::string* text : {&content->address, &content->note, &content->region, &content->city})
        *text = people::trimmed(*text);
    return content;
}

}  // namespace

Checked<NewCluster> decode_new_cluster(std::string_view json) {
    return tidied(codec::decode<NewCluster>(json));
}
Checked<ClusterContent> decode_cluster(std::string_view json) {
    return tidied(codec::decode<ClusterContent>(json));
}
Checked<std::vector<NewCluster>> decode_clusters(std::string_view json) {
    return codec::decode<std::vector<NewCluster>>(json);
}

ClusterProfile decode_profile(std::string_view json) {
    auto profile = codec::decode<ClusterProfile>(json);
    if (!profile)
        throw std::runtime_error("a cluster's content is not readable: " + profile.error().at(0).code);
    return std::move(*profile);
}
std::string encode_profile(const ClusterProfile& profile) {
    return codec::encode(profile);
}
std::string encode(const ClusterContent& content) {
    return codec::encode(content);
}
std::string encode(const ClusterView& view) {
    return codec::encode(view);
}
std::string encode(const ClusterPage& page) {
    return codec::encode(page);
}

Checked<ClusterRule> decode_rule(std::string_view json) {
    return codec::decode<ClusterRule>(json);
}
std::string encode(const ClusterRule& rule) {
    return codec::encode(rule);
}

std::string_view name_of(Standing standing) {
    return boost::describe::enum_to_string(standing, "");
}
std::string_view name_of(Verdict verdict) {
    return boost::describe::enum_to_string(verdict, "");
}

}  // namespace dure::desks::network
