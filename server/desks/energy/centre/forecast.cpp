// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/forecast.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/codec/messages.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::energy {

using codec::optional;
using codec::required;

BOOST_DESCRIBE_ENUM(AssumptionKind, driver, activity, intensity, elasticity)
BOOST_DESCRIBE_STRUCT(AssumptionPoint, (), (year, value))
BOOST_DESCRIBE_STRUCT(Assumption, (), (code, name, kind, unit, indicator, points, source, reason))
BOOST_DESCRIBE_STRUCT(DriverChoice, (), (driver, elasticity))
BOOST_DESCRIBE_STRUCT(EndUseChoice, (), (name, activity, intensity, factor, uncertainty_percent))
BOOST_DESCRIBE_STRUCT(ForecastSector, (), (sector, drivers, end_uses))
BOOST_DESCRIBE_STRUCT(ForecastContent, (),
                      (title, language, summary, region, indicator, item, source, to_year, held_out,
                       level_percent, sectors, assumptions))

namespace {

/// Schema Forecast.
struct ForecastView : ForecastContent {
    std::string id;
    std::int64_t without_source = 0;
    bool fictitious = false;
    std::string owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ForecastView, (ForecastContent),
                      (id, without_source, fictitious, owner_name, version, created, updated, deleted,
                       actions))

constexpr lists::DownloadColumn kColumns[] = {
    {"title", "forecast.field.title"},     {"indicator", "forecast.field.indicator"},
    {"to_year", "forecast.field.to_year"}, {"assumptions", "forecast.field.assumptions"},
    {"fictitious", "people.fictitious"},   {"updated", "people.updated"}};

bool is_language(std::string_view text) {
    return text == "ko" || text == "en";
}
bool is_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}
void check_line(const std::string& text, std::string_view pointer, codec::Reader& reader) {
    if (!people::is_line(text)) reader.refuse("names.blank", {}, pointer);
}

/// Whether a sector's choice names a row of the kind.
void check_choice(const ForecastContent& one, const std::string& code, AssumptionKind kind,
                  const std::string& pointer, codec::Reader& reader) {
    const Assumption* row = assumption_of(one, code);
    if (!row)
        reader.refuse("forecast.unknown_assumption", {{"code", code}}, pointer);
    else if (row->kind != kind)
        reader.refuse("forecast.wrong_kind",
                      {{"code", code}, {"kind", boost::describe::enum_to_string(kind, "")}}, pointer);
}

std::int64_t without_source(const ForecastContent& one) {
    return std::ranges::count_if(one.assumptions,
                                 [](const Assumption& row) { return !people::is_line(row.source); });
}

}  // namespace

std::span<const codec::Rule> json_rules(const AssumptionPoint*) {
    static const codec::Rule list[] = {required("year").at_least(1950).at_most(2100),
                                       required("value").at_least(-1e15).at_most(1e15)};
    return list;
}
std::span<const codec::Rule> json_rules(const Assumption*) {
    static const codec::Rule list[] = {required("code").length(1, 60).format("population_path", is_code),
                                       required("name").length(1, 200),
                                       required("kind"),
                                       required("unit").length(1, 40),
                                       optional("indicator").length(1, 100),
                                       optional("points").items(0, 200),
                                       optional("source").length(0, 500),
                                       required("reason").length(1, 1000)};
    return list;
}
void json_check(const Assumption& one, codec::Reader& reader) {
    check_line(one.name, "/name", reader);
    check_line(one.unit, "/unit", reader);
    check_line(one.reason, "/reason", reader);
    std::set<std::int64_t> years;
    for (std::size_t i = 0; i < one.points.size(); ++i)
        if (!years.insert(one.points[i].year).second)
            reader.refuse("measure.doubled_year", {{"year", std::to_string(one.points[i].year)}},
                          "/points/" + std::to_string(i) + "/year");
    if (one.kind == AssumptionKind::elasticity && one.points.empty())
        reader.refuse("json.missing", {{"name", "points"}}, "/points");
}
std::span<const codec::Rule> json_rules(const DriverChoice*) {
    static const codec::Rule list[] = {required("driver").length(1, 60),
                                       optional("elasticity").length(1, 60)};
    return list;
}
std::span<const codec::Rule> json_rules(const EndUseChoice*) {
    static const codec::Rule list[] = {required("name").length(1, 200), required("activity").length(1, 60),
                                       required("intensity").length(1, 60),
                                       optional("factor").above(0).at_most(1e12),
                                       optional("uncertainty_percent").at_least(0).at_most(1000)};
    return list;
}
std::span<const codec::Rule> json_rules(const ForecastSector*) {
    static const codec::Rule list[] = {required("sector").length(0, 60), optional("drivers").items(0, 8),
                                       optional("end_uses").items(0, 60)};
    return list;
}
std::span<const codec::Rule> json_rules(const ForecastContent*) {
    static const codec::Rule list[] = {required("title").length(1, 200),
                                       optional("language").format("ko", is_language),
                                       optional("summary").length(0, 5000),
                                       optional("region").length(1, 60),
                                       required("indicator").length(1, 100),
                                       optional("item").length(0, 60),
                                       optional("source").length(1, 100),
                                       optional("to_year").at_least(2000).at_most(2100),
                                       optional("held_out").at_least(1).at_most(20),
                                       optional("level_percent").at_least(50).at_most(99.9),
                                       required("sectors").items(1, 30),
                                       optional("assumptions").items(0, 200)};
    return list;
}
void json_check(const ForecastContent& one, codec::Reader& reader) {
    check_line(one.title, "/title", reader);
    std::set<std::string> codes;
    for (std::size_t i = 0; i < one.assumptions.size(); ++i)
        if (!codes.insert(one.assumptions[i].code).second)
            reader.refuse("forecast.doubled_code", {{"code", one.assumptions[i].code}},
                          "/assumptions/" + std::to_string(i) + "/code");
    for (std::size_t i = 0; i < one.sectors.size(); ++i) {
        const std::string at = "/sectors/" + std::to_string(i);
        const ForecastSector& sector = one.sectors[i];
        for (std::size_t j = 0; j < sector.drivers.size(); ++j) {
            const std::string here = at + "/drivers/" + std::to_string(j);
            check_choice(one, sector.drivers[j].driver, AssumptionKind::driver, here + "/driver", reader);
            if (const auto& elasticity = sector.drivers[j].elasticity)
                check_choice(one, *elasticity, AssumptionKind::elasticity, here + "/elasticity", reader);
        }
        for (std::size_t j = 0; j < sector.end_uses.size(); ++j) {
            const std::string here = at + "/end_uses/" + std::to_string(j);
            check_choice(one, sector.end_uses[j].activity, AssumptionKind::activity, here + "/activity",
                         reader);
            check_choice(one, sector.end_uses[j].intensity, AssumptionKind::intensity, here + "/intensity",
                         reader);
        }
    }
}

const Assumption* assumption_of(const ForecastContent& content, const std::string& code) {
    const auto found = std::ranges::find(content.assumptions, code, &Assumption::code);
    return found == content.assumptions.end() ? nullptr : &*found;
}

Checked<ForecastContent> decode_forecast(std::string_view json) {
    return codec::decode<ForecastContent>(json);
}
Checked<std::vector<ForecastContent>> decode_forecasts(std::string_view json) {
    return codec::decode<std::vector<ForecastContent>>(json);
}
std::string encode(const ForecastContent& content) {
    return codec::encode(content);
}
ForecastContent forecast_in(const Kept& one) {
    auto content = decode_forecast(one.content);
    if (!content) throw std::runtime_error("a forecast cannot be read: " + one.id);
    return std::move(*content);
}

ForecastResource::ForecastResource() {
    table = "energy_forecast";
    noun = "forecast";
    parameter = "forecast_id";
}

Checked<Written> ForecastResource::read(std::string_view json) const {
    const auto content = decode_forecast(json);
    if (!content) return std::unexpected(content.error());
    return Written{.name = content->title,
                   .search = folded(content->title) + '\n' + folded(content->summary),
                   .content = encode(*content)};
}

std::string ForecastResource::present(db::Connection&, const Kept& one, const auth::Actor& reader) const {
    ForecastView view{{forecast_in(one)}};
    view.id = one.id;
    view.without_source = without_source(view);
    view.fictitious = one.fictitious;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.actions = actions_on(*this, one, reader);
    return codec::encode(view);
}

Listing ForecastResource::listing(http::Query& query) const {
    constexpr std::string_view orders[] = {"title", "-title", "updated", "-updated"};
    const std::string part = folded(query.text("q").value_or(""));
    const auto order = query.choice("sort", orders).value_or(0);
    return {.place = [=](const Kept& one) -> std::optional<Place> {
                if (!one.search.contains(part)) return std::nullopt;
                return Place{.text = order / 2 == 0 ? sort_key(one.name) : utc_text(one.updated),
                             .id = one.id};
            },
            .down = order % 2 == 1,
            .deleted = query.boolean("deleted", false)};
}

std::span<const lists::DownloadColumn> ForecastResource::columns() const {
    return kColumns;
}

tables::Cell ForecastResource::cell(const Kept& one, std::string_view column,
                                    const lists::Download& wanted) const {
    const ForecastContent content = forecast_in(one);
    if (column == "title") return content.title;
    if (column == "indicator") return content.indicator;
    if (column == "to_year") return static_cast<double>(content.to_year);
    if (column == "assumptions") return static_cast<double>(content.assumptions.size());
    if (column == "fictitious")
        return !one.fictitious ? tables::Cell()
               : wanted.form == lists::Form::json
                   ? "true"
                   : codec::Messages::embedded().sentence(wanted.language, "people.fictitious");
    return utc_text(one.updated);
}

}  // namespace dure::desks::energy
