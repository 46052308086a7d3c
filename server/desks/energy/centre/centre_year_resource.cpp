// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/centre/centre_year_described.hpp"
#include "server/desks/energy/centre/linked.hpp"

namespace dure::desks::energy {
namespace {

struct WarningView {
    std::string code;
    std::map<std::string, std::string> params;
};
struct StaffUse : StaffMember {
    double planned = 0;
};
struct LineUse : BudgetLine {
    double planned = 0;
};
/// Schema CentreYear.
struct CentreYearView : CentreYearContent {
    std::string id;
    std::vector<StaffUse> staff_use;
    std::vector<LineUse> budget_use;
    std::vector<WarningView> warnings;
    std::vector<LinkedRecord> linked_measures, linked_programmes;
    bool fictitious = false;
    std::string owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(WarningView, (), (code, params))
BOOST_DESCRIBE_STRUCT(StaffUse, (StaffMember), (planned))
BOOST_DESCRIBE_STRUCT(LineUse, (BudgetLine), (planned))
BOOST_DESCRIBE_STRUCT(CentreYearView, (CentreYearContent),
                      (id, staff_use, budget_use, warnings, linked_measures, linked_programmes, fictitious,
                       owner_name, version, created, updated, deleted, actions))

constexpr lists::DownloadColumn kColumns[] = {
    {"year", "centre_year.field.year"},     {"title", "centre_year.field.title"},
    {"state", "centre_year.field.state"},   {"tasks", "centre_year.field.tasks"},
    {"budget", "centre_year.field.budget"}, {"currency", "measure.field.currency"},
    {"fictitious", "people.fictitious"},    {"updated", "people.updated"}};

double budget_of(const CentreYearContent& one) {
    double sum = 0;
    for (const BudgetLine& line : one.budget) sum += line.amount;
    return sum;
}

std::vector<std::string> distinct(const CentreYearContent& one,
                                  std::vector<std::string> CentreTask::* which) {
    std::vector<std::string> ids;
    for (const CentreTask& task : one.tasks)
        for (const std::string& id : task.*which)
            if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    return ids;
}

}  // namespace

CentreYearContent centre_year_in(const Kept& one) {
    auto content = decode_centre_year(one.content);
    if (!content) throw std::runtime_error("a year of the centre cannot be read: " + one.id);
    return std::move(*content);
}

CentreYearResource::CentreYearResource(Clock clock) : clock_(std::move(clock)) {
    table = "energy_centre_year";
    noun = "centre_year";
    parameter = "centre_year_id";
}

Checked<Written> CentreYearResource::read(std::string_view json) const {
    const auto content = decode_centre_year(json);
    if (!content) return std::unexpected(content.error());
    Errors errors;
    for (std::size_t i = 0; i < content->tasks.size(); ++i) {
        const std::string at = "/tasks/" + std::to_string(i);
        check_ids(content->tasks[i].measures, at + "/measures", errors);
        check_ids(content->tasks[i].programmes, at + "/programmes", errors);
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    std::string search = folded(content->title) + '\n' + std::to_string(content->year);
    for (const CentreTask& task : content->tasks) search += '\n' + folded(task.title);
    return Written{.name = content->title, .search = search, .content = encode(*content)};
}

std::string CentreYearResource::present(db::Connection& c, const Kept& one, const auth::Actor& reader) const {
    CentreYearView view{{centre_year_in(one)}};
    view.id = one.id;
    for (const StaffMember& member : view.staff) {
        StaffUse use{{member}};
        for (const CentreTask& task : view.tasks)
            for (const TaskStaff& staff : task.staff)
                if (staff.name == member.name && task.state != TaskState::dropped)
                    use.planned += staff.months;
        view.staff_use.push_back(std::move(use));
    }
    for (const BudgetLine& line : view.budget) {
        LineUse use{{line}};
        for (const CentreTask& task : view.tasks)
            for (const TaskMoney& part : task.money)
                if (part.line == line.code && task.state != TaskState::dropped) use.planned += part.amount;
        view.budget_use.push_back(std::move(use));
    }
    for (const YearWarning& warning : warnings_of(view, today(clock_)))
        view.warnings.push_back({warning.code, {warning.params.begin(), warning.params.end()}});
    view.linked_measures = linked_records(c, "energy_measure", distinct(view, &CentreTask::measures));
    view.linked_programmes = linked_records(c, "energy_programme", distinct(view, &CentreTask::programmes));
    view.fictitious = one.fictitious;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.actions = actions_on(*this, one, reader);
    return codec::encode(view);
}

Listing CentreYearResource::listing(http::Query& query) const {
    constexpr std::string_view orders[] = {"year", "-year", "title", "-title", "updated", "-updated"};
    const std::string part = folded(query.text("q").value_or(""));
    const auto state = query.choice<YearState>("state");
    const auto order = query.choice("sort", orders).value_or(1);
    return {.place = [=](const Kept& one) -> std::optional<Place> {
                if (!one.search.contains(part)) return std::nullopt;
                const CentreYearContent content = centre_year_in(one);
                if (state && content.state != *state) return std::nullopt;
                return Place{.number = order / 2 == 0 ? static_cast<double>(content.year) : 0,
                             .text = order / 2 == 2 ? utc_text(one.updated) : sort_key(content.title),
                             .id = one.id};
            },
            .down = order % 2 == 1,
            .deleted = query.boolean("deleted", false)};
}

std::span<const lists::DownloadColumn> CentreYearResource::columns() const {
    return kColumns;
}

tables::Cell CentreYearResource::cell(const Kept& one, std::string_view column,
                                      const lists::Download& wanted) const {
    const CentreYearContent content = centre_year_in(one);
    const bool words = wanted.form != lists::Form::json;
    const auto say = [&](const std::string& key) {
        return codec::Messages::embedded().sentence(wanted.language, key);
    };
    if (column == "year") return static_cast<double>(content.year);
    if (column == "title") return content.title;
    if (column == "state") {
        const std::string state = boost::describe::enum_to_string(content.state, "");
        return words ? say("centre_year.state." + state) : state;
    }
    if (column == "tasks") return static_cast<double>(content.tasks.size());
    if (column == "budget") return budget_of(content);
    if (column == "currency") return content.currency;
    if (column == "fictitious")
        return !one.fictitious ? tables::Cell() : words ? say("people.fictitious") : "true";
    return utc_text(one.updated);
}

}  // namespace dure::desks::energy
