// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_import.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "engine/base/text.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/member_service.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/people/organisation_import.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {
namespace {

using imports::By;
using imports::CellError;
using imports::Row;
using imports::Wish;
using imports::Written;
using Texts = std::vector<std::string>;

/// What `before` says of a new member whose organisation was there already.
constexpr std::string_view kOrganisationStays = "{}";

/// Behind the columns of an organisation, which come first.
struct At {
    std::size_t size, activities, codes, technologies, summary, summary_en, products, email;
};

std::vector<imports::Column> columns_of(const imports::Resource& organisations) {
    using enum imports::Type;
    auto columns = organisations.columns;
    const std::vector<imports::Column> own = {
        {.key = "size_class",
         .type = choice,
         .label = "network.facet.size_class",
         .headings = {"기업규모", "규모", "size", "employees"},
         .choices = {"micro", "small", "medium", "large"},
         .choice_labels = "network.size."},
        {.key = "activities",
         .type = list,
         .label = "network.facet.activity",
         .headings = {"활동", "업종", "사업분야", "activities"},
         .example = "manufacturing; development"},
        {.key = "hs_codes",
         .type = list,
         .label = "network.profile.hs_codes",
         .headings = {"hs", "hs code", "hs 코드", "품목번호"},
         .example = "847950; 848340"},
        {.key = "technologies",
         .type = list,
         .label = "network.profile.technologies",
         .headings = {"기술", "보유기술", "키워드", "technology", "keywords"},
         .example = "그리퍼; 감속기"},
        {.key = "summary",
         .type = text,
         .label = "network.profile.summary",
         .headings = {"소개", "회사소개", "사업내용", "description", "summary"},
         .longest = 5000},
        {.key = "summary_en",
         .type = text,
         .label = "network.missing.english_summary",
         .headings = {"영문소개", "english description", "english summary"},
         .longest = 5000},
        {.key = "products",
         .type = list,
         .label = "network.profile.products",
         .headings = {"제품", "주요제품", "생산품", "products"}},
        {.key = "email",
         .type = text,
         .label = "network.field.email",
         .headings = {"이메일", "메일", "e-mail", "mail"},
         .longest = 254},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

At at_behind(std::size_t n) {
    return {n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7};
}

Texts texts(const Row& row, std::size_t column) {
    const auto* list = row.get<Texts>(column);
    return list ? *list : Texts();
}

bool is_korean(std::string_view text) {
    return std::ranges::any_of(search::words_of(text),
                               [](const auto& w) { return w.script == search::Script::hangul; });
}

/// What members are written in when the table does not say.
std::string language_of(std::string_view text) {
    if (is_korean(text)) return "ko";
    const auto guessed = search::guess_language(search::words_of(text));
    return guessed == search::Language::none ? "en" : std::string(search::tag(guessed));
}

/// Concepts by any of their terms.
class Concepts {
  public:
    explicit Concepts(const Vocabulary& words) {
        const auto& taxonomy = words.taxonomy();
        for (std::size_t i = 0; i < taxonomy.concepts(); ++i) {
            by_term_.emplace(taxonomy.name(i), taxonomy.name(i));
            for (const auto& term : taxonomy.terms(i)) by_term_.emplace(folded(term.text), taxonomy.name(i));
        }
    }
    const std::string* find(const std::string& term) const {
        const auto at = by_term_.find(folded(term));
        return at == by_term_.end() ? nullptr : &at->second;
    }

  private:
    std::map<std::string, std::string> by_term_;
};

/// The activity of a name in Korean, in English or as the record has it.
std::optional<Activity> activity_of(const std::string& text) {
    static const std::map<std::string, std::string> names = {
        {"제조", "manufacturing"}, {"개발", "development"},  {"시스템 통합", "integration"},
        {"유통", "distribution"},  {"유지보수", "service"},  {"연구", "research"},
        {"교육", "education"},     {"시험", "testing"},      {"인증", "testing"},
        {"자문", "consulting"},    {"컨설팅", "consulting"}, {"자금 지원", "funding"},
        {"투자", "funding"},       {"서비스", "service"},    {"시험·인증", "testing"}};
    const auto known = names.find(folded(text));
    return activity(known == names.end() ? folded(text) : known->second);
}

std::string digits(const std::string& code) {
    std::string plain;
    for (const char c : code)
        if (c >= '0' && c <= '9') plain += c;
    return plain;
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

MemberProfile profile_of(const Row& row, const At& at, const Concepts& concepts) {
    MemberProfile profile;
    if (const std::string size = row.text(at.size); !size.empty()) profile.size_class = size_class(size);
    for (const auto& one : texts(row, at.activities))
        if (const auto known = activity_of(one)) add_once(profile.activities, *known);
    for (const auto& one : texts(row, at.codes)) add_once(profile.hs_codes, digits(one));
    for (const auto& one : texts(row, at.technologies))
        if (const auto* known = concepts.find(one)) add_once(profile.technologies, *known);
    const std::string summary = row.text(at.summary), english = row.text(at.summary_en);
    if (!summary.empty()) profile.summaries.push_back({language_of(summary), summary});
    if (!english.empty()) profile.summaries.push_back({"en", english});
    for (const auto& one : texts(row, at.products)) profile.products.push_back({language_of(one), one, ""});
    if (const std::string email = row.text(at.email); !email.empty())
        profile.contact = Contact{"", email, ""};
    return profile;
}

void check_profile(const Row& row, const At& at, const Concepts& concepts, std::vector<CellError>& errors) {
    for (const auto& one : texts(row, at.activities))
        if (!activity_of(one))
            errors.push_back({.column = at.activities,
                              .error = {.code = "member.unknown_activity", .params = {{"found", one}}},
                              .instead = {}});
    for (const auto& one : texts(row, at.codes))
        if (!is_hs_code(digits(one)))
            errors.push_back({.column = at.codes,
                              .error = {.code = "json.bad_format", .params = {{"format", "847950"}}},
                              .instead = {}});
    for (const auto& one : texts(row, at.technologies))
        if (!concepts.find(one))
            errors.push_back({.column = at.technologies,
                              .error = {.code = "member.unknown_technology", .params = {{"technology", one}}},
                              .instead = {}});
    const std::string email = row.text(at.email);
    if (!email.empty() && (email.find('@') == std::string::npos || email.find(' ') != std::string::npos))
        errors.push_back({.column = at.email,
                          .error = {.code = "json.bad_format", .params = {{"format", "name@domain"}}},
                          .instead = {}});
}

/// What the row says over what the profile holds; empty cells change nothing, the consent stays.
MemberProfile merged(MemberProfile profile, const MemberProfile& row) {
    if (row.size_class) profile.size_class = row.size_class;
    for (const Activity one : row.activities) add_once(profile.activities, one);
    for (const auto& one : row.hs_codes) add_once(profile.hs_codes, one);
    for (const auto& one : row.technologies) add_once(profile.technologies, one);
    for (const Product& one : row.products)
        if (std::ranges::find(profile.products, one.name, &Product::name) == profile.products.end())
            profile.products.push_back(one);
    for (const MemberText& one : row.summaries) {
        const auto known = std::ranges::find(profile.summaries, one.language, &MemberText::language);
        if (known == profile.summaries.end())
            profile.summaries.push_back(one);
        else
            known->text = one.text;
    }
    if (row.contact && !profile.contact) profile.contact = row.contact;
    return profile;
}

/// The organisations' own import does their part: their columns come first in a row.
std::vector<Written> write(const Desk& desk, const imports::Resource& organisations, const At& at,
                           const Concepts& concepts, db::Connection& c, std::span<const Wish> wishes,
                           const By& by) {
    const auth::Actor actor{.account = by.account};
    const Who who{actor, by.request_id};
    const std::string today = day_of(desk.clock());
    std::map<std::int64_t, std::string> record_of;
    for (const Wish& wish : wishes)
        if (wish.record) record_of[wish.row->number] = *wish.record;
    for (const Written& one : organisations.write(c, wishes, by)) record_of[one.row] = one.record;
    std::vector<Written> written;
    for (const Wish& wish : wishes) {
        const auto organisation = people::find_organisation(c, record_of.at(wish.row->number));
        if (!organisation || organisation->deleted) continue;
        const MemberProfile row = profile_of(*wish.row, at, concepts);
        auto known = find_member(c, organisation->id, today);
        if (known && known->deleted) known = restore_member(c, desk, *known, who);
        if (!known) {
            const Member made = create_member(c, desk, *organisation, row, who);
            written.push_back({.row = wish.row->number, .record = made.id(), .version = made.version()});
            if (wish.record == made.id()) written.back().before = std::string(kOrganisationStays);
            continue;
        }
        const std::string before = encode(content_of(*known));
        MemberContent content = content_of(*known);
        static_cast<MemberProfile&>(content) = merged(known->profile, row);
        const Member after = replace_member(c, desk, *known, content, who);
        written.push_back(
            {.row = wish.row->number, .record = after.id(), .version = after.version(), .before = before});
    }
    return written;
}

/// New members go, with their organisation where that was new; changed profiles get back what they were.
std::vector<imports::Kept> undo(const Desk& desk, db::Connection& c, std::span<const Written> written,
                                const By& by, bool only_look) {
    const auth::Actor actor{.account = by.account};
    const Who who{actor, by.request_id};
    std::vector<imports::Kept> kept;
    for (const Written& one : written) {
        auto member = find_member(c, one.record, day_of(desk.clock()));
        if (!member || member->deleted) continue;
        if (member->version() != one.version) {
            kept.push_back({.record = member->id(),
                            .name = people::primary_of(member->organisation.content.names).name,
                            .error = {.code = "imports.record_changed"}});
            continue;
        }
        if (only_look) continue;
        if (one.before && *one.before != kOrganisationStays) {
            replace_member(c, desk, std::move(*member), decode_member(*one.before).value(), who);
            continue;
        }
        const auto organisation = member->organisation;
        remove_member(c, desk, std::move(*member), who);
        if (!one.before) people::remove_organisation(c, desk.office(), organisation, who);
    }
    return kept;
}

}  // namespace

namespace {

/// The concepts as the taxonomy has them now, worked out again only when it has changed.
class CurrentConcepts {
  public:
    CurrentConcepts(const Desk& desk, std::shared_ptr<MemberIndex> members)
        : desk_(desk), members_(std::move(members)) {}

    std::shared_ptr<const Concepts> get() {
        auto words = desk_.database.read([&](db::Connection& c) { return members_->words(c); });
        const std::lock_guard lock(mutex_);
        if (words != words_) {
            words_ = std::move(words);
            concepts_ = std::make_shared<const Concepts>(*words_);
        }
        return concepts_;
    }

  private:
    const Desk desk_;
    const std::shared_ptr<MemberIndex> members_;
    std::mutex mutex_;
    std::shared_ptr<const Vocabulary> words_;
    std::shared_ptr<const Concepts> concepts_;
};

}  // namespace

imports::Resource member_resource(const Desk& desk, const std::shared_ptr<MemberIndex>& members) {
    const imports::Resource organisations = people::organisation_resource(desk.office());
    const At at = at_behind(organisations.columns.size());
    const auto concepts = std::make_shared<CurrentConcepts>(desk, members);
    return {.key = "members",
            .page = "/network/members/",
            .may = {auth::Role::cluster_manager, auth::Role::administrator},
            .columns = columns_of(organisations),
            .check =
                [organisations, at, concepts](const Row& row) {
                    auto errors = organisations.check(row);
                    check_profile(row, at, *concepts->get(), errors);
                    return errors;
                },
            .keys = organisations.keys,
            .prepare = organisations.prepare,
            .find_twins = organisations.find_twins,
            .write =
                [desk, organisations, at, concepts](db::Connection& c, std::span<const Wish> wishes,
                                                    const By& by) {
                    return write(desk, organisations, at, *concepts->get(), c, wishes, by);
                },
            .undo = [desk](db::Connection& c, std::span<const Written> written, const By& by,
                           bool only_look) { return undo(desk, c, written, by, only_look); }};
}

}  // namespace dure::desks::network
