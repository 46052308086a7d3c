// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/series_gaps.hpp"
#include "engine/energy/plan.hpp"
#include "server/auth/once.hpp"
#include "server/desks/energy/assumption_service.hpp"
#include "server/desks/energy/assumption_store.hpp"
#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/model_files.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/plan_service.hpp"
#include "server/desks/energy/plan_store.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/desks/energy/presenter.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::energy {

BOOST_DESCRIBE_STRUCT(PlanPlace, (), (name_key, updated, id))
std::span<const codec::Rule> json_rules(const PlanPlace*) {
    static const codec::Rule rules[] = {codec::required("name_key"), codec::required("updated"),
                                        codec::required("id")};
    return rules;
}

namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Response answer(const PlanRecord& plan, std::string model, std::span<const SeriesRecord> series,
                const Actor& actor, int status) {
    const auto view = present(plan, std::move(model), series, actor);
    return std::move(http::json_text(encode(view), status).with("ETag", tag_of(plan)));
}

Response answer(db::Connection& c, const PlanRecord& plan, const Actor& actor, int status = 200) {
    return answer(plan, plan_model(c, plan.id), plan_series(c, plan.id), actor, status);
}

PlanPlace place_of(const PlanRecord& plan) {
    return {.name_key = sort_key(plan.name), .updated = plan.updated, .id = plan.id};
}

PlanDraft empty_plan(const NewPlan& wanted) {
    PlanDraft draft;
    draft.network.name = wanted.name.value_or("");
    draft.network.currency = "KRW";
    return draft;
}

PlanDraft plan_of_files(const NewPlan& wanted) {
    auto model = read_model_files(*wanted.files);
    if (!model) http::refuse_fields(std::move(model.error()));
    PlanDraft draft;
    draft.network = std::move(model->network);
    draft.values = std::move(model->series);
    draft.assumptions = std::move(model->assumptions);
    return draft;
}

PlanDraft copy_of(db::Connection& c, const std::string& id, const Actor& actor) {
    const auto plan = find_plan(c, id);
    if (!plan || !can(actor, PlanAction::read, *plan))
        http::refuse_fields({{.code = "plan.unknown", .pointer = "/copy_of"}});
    PlanDraft draft{.description = plan->description};
    draft.network = decode_network(plan_model(c, id)).value();
    draft.kept = plan_series(c, id);
    for (auto& [at, one] : plan_assumptions(c, id)) draft.known.push_back(one);
    return draft;
}

/// One column of the uploaded CSV on the plan's periods; what is bad points to /csv.
dure::energy::TimedSeries read_upload(const SeriesUpload& upload, const dure::energy::Time& time) {
    const auto refuse = [](Errors errors) {
        for (Error& error : errors) {
            error.pointer = error.code == "csv.unknown_column" ? "/column" : "/csv";
            if (error.line > 0) error.params.emplace_back("line", std::to_string(error.line));
        }
        http::refuse_fields(std::move(errors));
    };
    auto table = dure::energy::read_csv_table(upload.csv, "");
    if (!table) refuse(std::move(table.error()));
    const std::string column = upload.column.value_or(table->header.back());
    auto series = dure::energy::read_timed_series(upload.csv, "", column, time, upload.fill_gaps);
    if (!series) refuse(std::move(series.error()));
    return std::move(*series);
}

/// How a series was made, what was filled first; in both languages, as every method of ours.
std::string told_method(const SeriesUpload& upload, const dure::energy::TimedSeries& series) {
    const int filled = series.straight + series.like_day;
    if (filled == 0) return upload.method;
    return fmt::format(
        "빈 시간 {0}개를 채움(직선 {1}, 같은 종류의 날 {2}) · {0} gaps filled ({1} by a straight line, {2} "
        "by the "
        "same hour of like days){3}{4}",
        filled, series.straight, series.like_day, upload.method.empty() ? "" : ". ", upload.method);
}

struct Saved {
    dure::energy::Network network;
    dure::energy::SeriesValues series;
    std::vector<dure::energy::Assumption> assumptions;
};

Saved saved_model(db::Connection& c, const PlanRecord& plan) {
    Saved saved{.network = decode_network(plan_model(c, plan.id)).value(),
                .series = load_series(c, hashes_of(plan_series(c, plan.id)))};
    saved.assumptions = carried(saved.network, plan_assumptions(c, plan.id));
    return saved;
}

}  // namespace

PlanRecord readable_plan(db::Connection& c, const Request& request, const Actor& actor) {
    auto plan = find_plan(c, request.parameters.at("plan_id"));
    if (!plan || !can(actor, PlanAction::read, *plan)) http::refuse(404, "http.not_found");
    return std::move(*plan);
}

Response PlanHandlers::list_plans(const Request& request, const Actor& actor) {
    constexpr std::string_view orders[] = {"name", "-name", "updated", "-updated"};
    http::Query query(request);
    const PlanQuery wanted{.part = query.text("q").value_or(""),
                           .deleted = query.boolean("deleted", false),
                           .order = static_cast<PlanOrder>(query.choice("sort", orders).value_or(3)),
                           .after = query.cursor<PlanPlace>(),
                           .limit = query.limit()};
    query.done();
    auto plans = desk_.database.read([&](db::Connection& c) { return energy::list_plans(c, wanted); });
    PlanPage page;
    if (plans.size() > static_cast<std::size_t>(wanted.limit)) {
        plans.pop_back();
        page.next_cursor = http::write_cursor(place_of(plans.back()));
    }
    for (const PlanRecord& plan : plans) page.items.push_back(present(plan, actor));
    return http::json_text(encode(page));
}

Response PlanHandlers::create_plan(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_plan);
    auth::Once once(desk_.database, request, actor, "create_plan", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    PlanDraft draft = wanted.files ? plan_of_files(wanted) : empty_plan(wanted);
    return once.write([&](db::Connection& c) {
        if (wanted.copy_of) draft = copy_of(c, *wanted.copy_of, actor);
        draft.name = wanted.name.value_or(draft.network.name);
        if (draft.name.empty()) http::refuse_fields({{.code = "plan.name_needed", .pointer = "/name"}});
        if (!wanted.description.empty()) draft.description = wanted.description;
        draft.language = wanted.language.value_or(Language::ko);
        const PlanRecord made = energy::create_plan(c, desk_, draft, {actor, request.request_id});
        return answer(made, encode_network(draft.network), plan_series(c, made.id), actor, 201);
    });
}

Response PlanHandlers::get_plan(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        const std::string tag = tag_of(plan);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(c, plan, actor);
    });
}

Response PlanHandlers::replace_plan(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_plan_content);
    return desk_.database.write([&](db::Connection& c) {
        PlanRecord plan = readable_plan(c, request, actor);
        require(can(actor, PlanAction::change, plan));
        http::require_match(request, plan.version);
        return answer(
            c, energy::replace_plan(c, desk_, std::move(plan), content, {actor, request.request_id}), actor);
    });
}

Response PlanHandlers::delete_plan(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        PlanRecord plan = readable_plan(c, request, actor);
        require(can(actor, PlanAction::remove, plan));
        http::require_match(request, plan.version);
        remove_plan(c, desk_, std::move(plan), {actor, request.request_id});
    });
    return http::no_content();
}

Response PlanHandlers::restore_plan(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        auto plan = find_plan(c, request.parameters.at("plan_id"));
        if (!plan) http::refuse(404, "http.not_found");
        require(can(actor, PlanAction::restore, *plan));
        return answer(c, energy::restore_plan(c, desk_, std::move(*plan), {actor, request.request_id}),
                      actor);
    });
}

Response PlanHandlers::get_plan_findings(const Request& request, const Actor& actor) {
    const Saved saved = desk_.database.read(
        [&](db::Connection& c) { return saved_model(c, readable_plan(c, request, actor)); });
    return http::json_text(encode(Findings{dure::energy::check(saved.network, saved.series)}));
}

Response PlanHandlers::export_plan(const Request& request, const Actor& actor) {
    const Saved saved = desk_.database.read(
        [&](db::Connection& c) { return saved_model(c, readable_plan(c, request, actor)); });
    return http::json_text(encode(write_model_files(saved.network, saved.series, saved.assumptions)));
}

Response PlanHandlers::get_series(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const PlanRecord plan = readable_plan(c, request, actor);
        const auto series = plan_series(c, plan.id);
        const auto found =
            std::ranges::find(series, request.parameters.at("series_name"), &SeriesRecord::name);
        if (found == series.end()) http::refuse(404, "http.not_found");
        const std::string tag = '"' + found->hash.substr(0, 32) + '"';
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return std::move(http::json_text(encode(SeriesView{found->name, series_values(c, found->hash)}))
                             .with("ETag", tag));
    });
}

Response PlanHandlers::put_series(const Request& request, const Actor& actor) {
    const auto upload = http::read_json(request, decode_series_upload);
    const std::string name = request.parameters.at("series_name");
    const auto changed_plan = [&](db::Connection& c) {
        PlanRecord plan = readable_plan(c, request, actor);
        require(can(actor, PlanAction::change, plan));
        http::require_match(request, plan.version);
        return plan;
    };
    // Read before others have to wait; the version says that the time axis is still the same.
    const auto time = desk_.database.read(
        [&](db::Connection& c) { return decode_network(plan_model(c, changed_plan(c).id)).value().time; });
    const auto series = read_upload(upload, time);
    return desk_.database.write([&](db::Connection& c) {
        PlanRecord plan = changed_plan(c);
        const dure::energy::SeriesInfo info{.name = name,
                                            .unit = upload.unit,
                                            .origin = upload.origin,
                                            .method = told_method(upload, series),
                                            .source = upload.source};
        return answer(
            c,
            energy::put_series(c, desk_, std::move(plan), info, series.values, {actor, request.request_id}),
            actor);
    });
}

}  // namespace dure::desks::energy
