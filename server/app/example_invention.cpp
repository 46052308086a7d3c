// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "server/app/example_members.hpp"
#include "server/app/example_words.hpp"
#include "server/desks/network/days.hpp"

namespace dure::app {
namespace {

namespace network = desks::network;
using namespace example;
using network::Activity;
using network::ShownTo;
using people::OrganisationKind;

constexpr std::string_view kFields[] = {"robotics", "energy", "parts"};

/// The same numbers on every machine: the standard's distributions are not.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class List>
    const auto& of(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::mt19937_64 engine_;
};

std::string replaced(std::string_view text, std::string_view sign, std::string_view by) {
    std::string made(text);
    for (auto at = made.find(sign); at != std::string::npos; at = made.find(sign, at + by.size()))
        made.replace(at, sign.size(), by);
    return made;
}

struct Concept {
    std::string id;
    std::map<std::string, std::string> terms;  ///< the first of each language
};

/// The concepts of each field that have a term in a language.
class Shelf {
  public:
    explicit Shelf(const std::vector<search::TaxonomyTerm>& terms) {
        std::map<std::string, Concept> all;
        for (const auto& term : terms) {
            Concept& one = all[term.concept_id];
            one.id = term.concept_id;
            one.terms.emplace(std::string(search::tag(term.language)), term.text);
        }
        for (const auto& [id, one] : all)
            for (const auto& [language, text] : one.terms)
                by_[{id.substr(0, id.find('.')), language}].push_back(one);
    }
    const std::vector<Concept>& of(std::string_view field, std::string_view language) const {
        static const std::vector<Concept> none;
        const auto at = by_.find({std::string(field), std::string(language)});
        return at == by_.end() ? none : at->second;
    }

  private:
    std::map<std::pair<std::string, std::string>, std::vector<Concept>> by_;
};

class Inventor {
  public:
    Inventor(const std::vector<search::TaxonomyTerm>& terms, std::uint64_t seed, std::string today)
        : shelf_(terms), dice_(seed), today_(std::move(today)) {
        for (const Country& country : kCountries) weights_ += country.weight;
    }

    InventedMember next() {
        InventedMember made;
        const Country& country = choose_country();
        const Tongue& tongue = *std::ranges::find(kTongues, country.language, &Tongue::language);
        const std::size_t field = dice_.below(10) < 5 ? 0 : 1 + dice_.below(2);
        made.organisation.kind = choose_kind();
        made.organisation.country = country.code;
        name(made.organisation, tongue, country, field);
        const auto concepts = choose_concepts(field, tongue);
        describe(made, tongue, field, concepts);
        consent(made.profile);
        return made;
    }

  private:
    const Country& choose_country() {
        int rest = static_cast<int>(dice_.below(static_cast<std::size_t>(weights_)));
        for (const Country& country : kCountries) {
            if (rest < country.weight) return country;
            rest -= country.weight;
        }
        return kCountries[0];
    }

    OrganisationKind choose_kind() {
        const std::size_t roll = dice_.below(100);
        if (roll < 82) return OrganisationKind::company;
        if (roll < 88) return OrganisationKind::university;
        if (roll < 94) return OrganisationKind::institute;
        return roll < 97 ? OrganisationKind::agency : OrganisationKind::association;
    }

    /// A name with an own part that no other has, in the country's language and in English: there are more
    /// than twice as many as are needed of each language.
    void name(people::OrganisationContent& to, const Tongue& tongue, const Country& country,
              std::size_t field) {
        const bool company = to.kind == OrganisationKind::company;
        std::string own, latin;
        do {
            const Part &first = dice_.of(tongue.first), &second = dice_.of(tongue.second),
                       &third = dice_.of(tongue.second);
            own = std::string(first.own) + std::string(second.own) + std::string(third.own);
            latin = std::string(first.latin) + std::string(second.latin) + std::string(third.latin);
        } while (!taken_.insert(own).second);
        if (company) {
            own += tongue.trades[field].own;
            latin += tongue.trades[field].latin;
        }
        const std::string_view form = country.form.empty() ? tongue.form : country.form;
        const auto place = static_cast<std::size_t>(to.kind) - 1;
        const Tongue& english = kTongues[1];
        to.names.push_back({std::string(tongue.language),
                            replaced(company ? form : tongue.places[place], "{n}", own), true});
        if (tongue.language != "en" && dice_.chance(85))
            to.names.push_back(
                {"en", replaced(company ? "{n} Co., Ltd." : english.places[place], "{n}", latin), false});
        host_.clear();
        for (const char c : latin)
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) host_ += static_cast<char>(c | 0x20);
        host_ += "." + replaced(country.code, "KR", "kr") + ".example";
        std::ranges::transform(host_, host_.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
        if (dice_.chance(80)) to.web = "https://www." + host_;
    }

    std::vector<Concept> choose_concepts(std::size_t field, const Tongue& tongue) {
        std::vector<Concept> chosen;
        std::set<std::string> ids;
        const std::size_t wanted = 3 + dice_.below(3);
        while (chosen.size() < wanted) {
            const std::size_t other = chosen.size() < 3 || dice_.chance(60) ? field : dice_.below(3);
            const auto& list = shelf_.of(kFields[other], tongue.language);
            if (list.empty()) return chosen;
            const Concept& one = dice_.of(list);
            if (ids.insert(one.id).second) chosen.push_back(one);
        }
        return chosen;
    }

    std::string sentences(const Tongue& tongue, const std::vector<Concept>& concepts, const std::string& year,
                          std::size_t count) {
        const std::string language(tongue.language);
        const auto term = [&](std::size_t i) {
            const auto& terms = concepts[i].terms;
            return terms.contains(language) ? terms.at(language) : terms.begin()->second;
        };
        std::string text;
        const std::size_t first = dice_.below(tongue.sentences.size());
        for (std::size_t i = 0; i < count; ++i) {
            std::string one(tongue.sentences[(first + i) % tongue.sentences.size()]);
            one = replaced(replaced(replaced(one, "{1}", term(0)), "{2}", term(1)), "{3}", term(2));
            text += (i == 0 || language == "zh" || language == "ja" ? "" : " ") + replaced(one, "{y}", year);
        }
        return text;
    }

    void describe(InventedMember& made, const Tongue& tongue, std::size_t field,
                  const std::vector<Concept>& concepts) {
        network::MemberProfile& profile = made.profile;
        const bool company = made.organisation.kind == OrganisationKind::company;
        const std::string language(tongue.language), year = std::to_string(1985 + dice_.below(38));
        if (concepts.size() < 3) return;
        if (dice_.chance(92)) profile.size_class = static_cast<network::SizeClass>(dice_.below(4));
        if (dice_.chance(93)) activities(profile, company);
        if (dice_.chance(90))
            for (const Concept& one : concepts) profile.technologies.push_back(one.id);
        if (company && dice_.chance(85)) codes(profile, field);
        if (dice_.chance(94)) {
            const std::size_t count = 2 + dice_.below(2);
            profile.summaries.push_back({language, sentences(tongue, concepts, year, count)});
            if (language != "en" && dice_.chance(45))
                profile.summaries.push_back({"en", sentences(kTongues[1], concepts, year, count)});
        }
        if (company && dice_.chance(80)) {
            const std::size_t count = 1 + dice_.below(2);
            for (std::size_t i = 0; i < count; ++i)
                profile.products.push_back(
                    {language, replaced(tongue.product, "{1}", concepts[i].terms.at(language)), ""});
        }
        if (dice_.chance(55)) certificates(profile);
        if (dice_.chance(88)) profile.contact = network::Contact{"", "info@" + host_, ""};
    }

    void activities(network::MemberProfile& profile, bool company) {
        static constexpr Activity kCompany[] = {Activity::manufacturing, Activity::development,
                                                Activity::integration, Activity::distribution,
                                                Activity::service};
        static constexpr Activity kOther[] = {Activity::research, Activity::education, Activity::testing,
                                              Activity::consulting, Activity::funding};
        const auto& list = company ? kCompany : kOther;
        const std::size_t first = dice_.below(std::size(list));
        profile.activities.push_back(list[first]);
        if (dice_.chance(60)) profile.activities.push_back(list[(first + 1) % std::size(list)]);
    }

    void codes(network::MemberProfile& profile, std::size_t field) {
        const std::span<const std::string_view> lists[] = {kHsRobotics, kHsEnergy, kHsParts};
        const auto& list = lists[field];
        const std::size_t first = dice_.below(list.size());
        profile.hs_codes.emplace_back(list[first]);
        if (dice_.chance(50)) profile.hs_codes.emplace_back(list[(first + 1) % list.size()]);
    }

    void certificates(network::MemberProfile& profile) {
        const std::size_t first = dice_.below(std::size(kCertificates));
        for (std::size_t i = 0; i < 1 + dice_.below(2); ++i)
            profile.certificates.push_back(
                {std::string(kCertificates[(first + i) % std::size(kCertificates)]), "",
                 network::days_later(today_, static_cast<int>(dice_.below(1100)) - 20)});
    }

    void consent(network::MemberProfile& profile) {
        const std::size_t roll = dice_.below(100);
        network::Consent& consent = profile.consent;
        if (roll < 6) return;
        consent.listing = roll < 24 ? ShownTo::network : ShownTo::everyone;
        const auto at_most = [&](int percent) {
            return dice_.chance(percent) ? consent.listing : ShownTo::network;
        };
        consent.business = at_most(88);
        consent.certificates = at_most(80);
        consent.contact = dice_.chance(15) ? ShownTo::nobody : at_most(45);
        consent.given_by = "Example";
        const int age = static_cast<int>(dice_.below(700));
        consent.given_on = network::days_later(today_, -age);
        consent.valid_until = network::days_later(today_, 730 - age - (dice_.chance(2) ? 60 : 0));
    }

    const Shelf shelf_;
    Dice dice_;
    const std::string today_;
    int weights_ = 0;
    std::set<std::string> taken_;
    std::string host_;
};

}  // namespace

std::vector<InventedMember> invent_members(const std::vector<search::TaxonomyTerm>& terms, std::size_t count,
                                           std::uint64_t seed, const std::string& today) {
    Inventor inventor(terms, seed, today);
    std::vector<InventedMember> made;
    for (std::size_t i = 0; i < count; ++i) made.push_back(inventor.next());
    return made;
}

}  // namespace dure::app
