// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/measure_resource.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/centre/measure_views.hpp"

namespace dure::desks::energy {

namespace rules = dure::energy::measures;

namespace {

constexpr lists::DownloadColumn kColumns[] = {
    {"title", "measure.field.title"},       {"status", "measure.field.status"},
    {"reasons", "measure.field.reasons"},   {"responsible", "measure.field.responsible"},
    {"sector", "measure.field.sector"},     {"end_use", "measure.field.end_use"},
    {"begins", "measure.field.begins"},     {"ends", "measure.field.ends"},
    {"budget", "measure.field.budget"},     {"spent", "measure.field.spent"},
    {"currency", "measure.field.currency"}, {"most_year", "measure.field.most_year"},
    {"most_t", "measure.field.most_t"},     {"most_mwh", "measure.field.most_mwh"},
    {"most_toe", "measure.field.most_toe"}, {"fictitious", "people.fictitious"},
    {"updated", "people.updated"}};

std::string search_of(const MeasureContent& one) {
    return folded(one.title) + '\n' + folded(one.responsible) + '\n' + folded(one.summary);
}

ReasonView view_of(const rules::Reason& reason) {
    return {reason.weight, reason.code, {reason.params.begin(), reason.params.end()}};
}

tables::Cell or_nothing(std::string text) {
    return text.empty() ? tables::Cell() : tables::Cell(std::move(text));
}
tables::Cell number_or_nothing(const std::optional<double>& value) {
    return value ? tables::Cell(*value) : tables::Cell();
}

}  // namespace

MeasureContent measure_in(const Kept& one) {
    auto content = decode_measure(one.content);
    if (!content) throw std::runtime_error("a measure cannot be read: " + one.id);
    return std::move(*content);
}

MeasureYearView year_view(const MeasureYear& year) {
    MeasureYearView view{{year}};
    view.expected_toe = year.expected_mwh * kToePerMwh;
    if (year.actual_mwh) view.actual_toe = *year.actual_mwh * kToePerMwh;
    return view;
}

MeasureResource::MeasureResource(Clock clock) : clock_(std::move(clock)) {
    table = "energy_measure";
    noun = "measure";
    parameter = "measure_id";
}

Checked<Written> MeasureResource::read(std::string_view json) const {
    const auto content = decode_measure(json);
    if (!content) return std::unexpected(content.error());
    return Written{.name = content->title, .search = search_of(*content), .content = encode(*content)};
}

MeasureSummary MeasureResource::summarise(const Kept& one, const MeasureContent& content,
                                          const auth::Actor& reader, const std::string& day) const {
    MeasureSummary view{.id = one.id,
                        .title = content.title,
                        .language = content.language,
                        .responsible = content.responsible,
                        .sector = content.sector,
                        .end_use = content.end_use,
                        .begins = content.begins,
                        .ends = content.ends,
                        .currency = content.currency,
                        .price_year = content.price_year,
                        .budget = content.budget,
                        .spent = content.spent};
    const auto verdict = standing_of(content, day);
    view.status = verdict.status;
    for (const auto& reason : verdict.reasons) view.reasons.push_back(view_of(reason));
    view.judged_on = day;
    const auto most = std::ranges::max_element(content.years, {}, &MeasureYear::expected_t);
    if (most != content.years.end()) {
        view.most_year = most->year;
        view.most_t = most->expected_t;
        view.most_mwh = most->expected_mwh;
        view.most_toe = most->expected_mwh * kToePerMwh;
    }
    view.fictitious = one.fictitious;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.actions = actions_on(*this, one, reader);
    return view;
}

std::string MeasureResource::summary(db::Connection&, const Kept& one, const auth::Actor& reader) const {
    return encode(summarise(one, measure_in(one), reader, today(clock_)));
}

std::string MeasureResource::present(db::Connection&, const Kept& one, const auth::Actor& reader) const {
    const MeasureContent content = measure_in(one);
    MeasureView view{summarise(one, content, reader, today(clock_))};
    view.summary = content.summary;
    view.budget_source = content.budget_source;
    view.investment = content.investment;
    view.lifetime_years = content.lifetime_years;
    view.yearly_cost = content.yearly_cost;
    view.energy_price = content.energy_price;
    view.cost_source = content.cost_source;
    view.method = content.method;
    view.method_source = content.method_source;
    for (const MeasureYear& year : content.years) view.years.push_back(year_view(year));
    view.milestones = content.milestones;
    view.evidence = content.evidence;
    view.cancelled = content.cancelled;
    view.cancel_reason = content.cancel_reason;
    return encode(view);
}

Listing MeasureResource::listing(http::Query& query) const {
    constexpr std::string_view orders[] = {"title", "-title", "begins",  "-begins", "ends",
                                           "-ends", "saving", "-saving", "updated", "-updated"};
    const std::string part = folded(query.text("q").value_or(""));
    const auto status = query.choice<rules::Status>("status");
    const auto sector = query.choice<Sector>("sector");
    const auto order = query.choice("sort", orders).value_or(0);
    const std::string day = today(clock_);
    return {.place = [=](const Kept& one) -> std::optional<Place> {
                if (!one.search.contains(part)) return std::nullopt;
                const MeasureContent content = measure_in(one);
                if (sector && content.sector != *sector) return std::nullopt;
                if (status && standing_of(content, day).status != *status) return std::nullopt;
                Place place{.text = sort_key(content.title), .id = one.id};
                if (order / 2 == 1) place.text = content.begins;
                if (order / 2 == 2) place.text = content.ends;
                if (order / 2 == 3)
                    for (const MeasureYear& year : content.years)
                        place.number = std::max(place.number, year.expected_t);
                if (order / 2 == 4) place.text = utc_text(one.updated);
                return place;
            },
            .down = order % 2 == 1,
            .deleted = query.boolean("deleted", false)};
}

std::span<const lists::DownloadColumn> MeasureResource::columns() const {
    return kColumns;
}

tables::Cell MeasureResource::cell(const Kept& one, std::string_view column,
                                   const lists::Download& wanted) const {
    const MeasureSummary view = summarise(one, measure_in(one), {}, today(clock_));
    // A table that a person reads says it in their words; JSON keeps the record's.
    const bool words = wanted.form != lists::Form::json;
    const auto say = [&](const std::string& key, const Params& params = {}) {
        return codec::Messages::embedded().sentence(wanted.language, key, params);
    };
    const auto chosen = [&](const char* group, std::string_view value) -> tables::Cell {
        return words ? say("measure." + std::string(group) + '.' + std::string(value)) : std::string(value);
    };
    if (column == "title") return view.title;
    if (column == "status") return chosen("status", boost::describe::enum_to_string(view.status, ""));
    if (column == "reasons") {
        std::string text;
        for (const ReasonView& reason : view.reasons) {
            if (!text.empty()) text += words ? " · " : " ";
            text += words ? say("measure.reason." + reason.code, {reason.params.begin(), reason.params.end()})
                          : reason.code;
        }
        return or_nothing(text);
    }
    if (column == "responsible") return or_nothing(view.responsible);
    if (column == "sector") return chosen("sector", name_of(view.sector));
    if (column == "end_use") return chosen("end_use", name_of(view.end_use));
    if (column == "begins") return view.begins;
    if (column == "ends") return view.ends;
    if (column == "budget") return number_or_nothing(view.budget);
    if (column == "spent") return number_or_nothing(view.spent);
    if (column == "currency") return view.currency;
    if (column == "most_year")
        return view.most_year ? tables::Cell(static_cast<double>(*view.most_year)) : tables::Cell();
    if (column == "most_t") return view.most_t;
    if (column == "most_mwh") return view.most_mwh;
    if (column == "most_toe") return view.most_toe;
    if (column == "fictitious")
        return or_nothing(!view.fictitious ? "" : words ? say("people.fictitious") : "true");
    return view.updated;
}

}  // namespace dure::desks::energy
