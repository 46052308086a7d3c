// SPDX-License-Identifier: Apache-2.0
// Every operation of the contract, tried by the owner of the record, a colleague, a stranger, nobody, and an
// administrator where the contract names one: the statuses stand in the contract, not here.
#include <gtest/gtest.h>

#include <functional>

#include "engine/energy/weather/epw_for_tests.hpp"
#include "server/app/api_test.hpp"
#include "server/app/figures_actors.hpp"
#include "server/app/measures_actors.hpp"
#include "server/app/together_actors.hpp"
#include "server/auth/openid/identities.hpp"
#include "server/db/system.hpp"
#include "server/http/contract.hpp"
#include "server/mail/outbox.hpp"

namespace dure::app::testing {
namespace {

constexpr const char* kScenario = R"({"name":"Base","changes":[{"at":"discount_rate","value":0.07}]})";
constexpr const char* kSweep =
    R"({"kind":"sweep","parameters":[{"at":"loads/city/growth","values":[1,1.1]}]})";
constexpr const char* kEnsemble =
    R"({"parameters":[{"kind":"demand_factor","low":0.9,"high":1.1}],"samples":1})";

constexpr const char* kOrganisation =
    R"({"names":[{"language":"ko","name":"두레","primary":true}],"kind":"company","country":"KR"})";

constexpr const char* kPerson = R"({"names":[{"language":"ko","name":"김두레","primary":true}]})";

constexpr const char* kConsent =
    R"({"purpose":"mailing","text_version":"1","given":"2026-01-01T00:00:00Z","expires":"2100-01-01T00:00:00Z","given_by":"paper"})";

constexpr const char* kMailing = R"({"subject_ko":"안내","body_ko":"본문","roles":["planner"]})";

constexpr const char* kCluster =
    R"({"names":[{"language":"ko","name":"두레 클러스터","primary":true}],"country":"KR"})";
constexpr const char* kFact =
    R"({"time":"2020-06","basis":"membership","countries":11,"clusters":13,"source":{"title":"A newspaper"}})";
constexpr const char* kSavedSearch = R"({"name":"Grippers","query":{"q":"gripper"}})";
constexpr const char* kMember =
    R"({"names":[{"language":"ko","name":"두레 회원","primary":true}],"kind":"company","country":"KR"})";
constexpr const char* kApprovalLine =
    R"({"name":"Line","kind":"document","delegated":false,"steps":[{"task":"approval","title":"Head","role":"director"}]})";

constexpr const char* kApproval = R"({"desk":"general","title":"Document","body":"Text"})";

/// Whose operations are tried in a file of their own.
bool tried_elsewhere(std::string_view path) {
    for (const char* part : {"/api/v1/uploads", "/api/v1/attachments", "/api/v1/backups"})
        if (path.starts_with(part)) return true;
    return false;
}

struct Call {
    std::string path, body;
    std::string if_match;
};

class Actors : public Api {
  protected:
    /// What the owner has made, anew for each operation.
    struct World {
        Person owner, colleague, stranger, administrator, director;
        json::value plan, run, ensemble, scenario, sweep, organisation, other_organisation, merge, person,
            contact, consent, grant, deputy, session, token, line, approval, board, import, mailing, view;
        json::value series_changes;
        std::string mail;
        json::value cluster, membership, fact, hs_code, body, network_concept, terms_import, meeting;
        std::string number;  ///< another one each time: some names may be there once only
        Person company;      ///< works for the member
        json::value member, search;
        TogetherWorld together;
        json::value centre;  ///< a measure, a programme, a year of the centre or a forecast
        json::value source, figure;

        const Person& actor(const std::string& name, const Person& nobody) const {
            if (name == "owner") return owner;
            if (name == "colleague") return colleague;
            if (name == "stranger") return stranger;
            if (name == "company") return company;
            if (name == "administrator") return administrator;
            return nobody;
        }
    };

    World make_world(const std::string& operation, bool of_network) {
        const auth::Role role = of_network ? auth::Role::cluster_manager : auth::Role::planner;
        World world{.owner = person({role}),
                    .colleague = person({role}),
                    .stranger = person({}),
                    .administrator = administrator()};
        const bool of_plan = operation.find("plan") != std::string::npos ||
                             operation.find("assumption") != std::string::npos ||
                             operation.find("series") != std::string::npos ||
                             operation.ends_with("_weather") || operation.ends_with("_runs") ||
                             operation == "create_run";
        const bool of_run =
            operation.find("run") != std::string::npos || operation.find("job") != std::string::npos;
        const bool of_ensemble = operation.find("ensemble") != std::string::npos;
        const bool of_scenario = operation.find("scenario") != std::string::npos,
                   of_sweep = operation.find("sweep") != std::string::npos;
        if (of_plan || of_run || of_ensemble || of_scenario || of_sweep) world.plan = make_plan(world.owner);
        if (of_run) {
            world.run = make_run(world.owner, text(world.plan, "id"));
            world.run = ended_run(world.owner, text(world.run, "id"));
        }
        if (of_scenario)
            world.scenario = parsed(
                post(world.owner, "/energy/plans/" + text(world.plan, "id") + "/scenarios", kScenario));
        if (of_sweep)
            world.sweep =
                parsed(post(world.owner, "/energy/plans/" + text(world.plan, "id") + "/sweeps", kSweep));
        if (of_ensemble)
            world.ensemble = parsed(
                post(world.owner, "/energy/plans/" + text(world.plan, "id") + "/ensembles", kEnsemble));
        if (operation.find("organisation") != std::string::npos)
            world.organisation = parsed(post(world.owner, "/organisations", kOrganisation));
        if (operation == "merge_organisations" || operation == "undo_merge" || operation.ends_with("apart")) {
            world.organisation = parsed(post(world.owner, "/organisations", kOrganisation));
            world.other_organisation = parsed(post(world.owner, "/organisations", kOrganisation));
        }
        if (operation == "undo_merge")
            world.merge =
                parsed(post(world.owner, "/organisations/" + text(world.organisation, "id") + "/merges",
                            merge_of(world), {{"If-Match", "\"1\""}}));
        if (operation.find("person") != std::string::npos || operation.find("consent") != std::string::npos ||
            operation == "preview_erasure")
            world.person = parsed(post(world.owner, "/persons", kPerson));
        if (operation.find("contact") != std::string::npos) {
            world.organisation = parsed(post(world.owner, "/organisations", kOrganisation));
            world.contact = parsed(post(world.owner, "/contacts", contact_of(world)));
        }
        if (operation == "withdraw_consent")
            world.consent =
                parsed(post(world.owner, "/persons/" + text(world.person, "id") + "/consents", kConsent));
        if (operation.find("approval") != std::string::npos) make_approval(operation, world);
        if (operation.find("board") != std::string::npos) make_board(operation, world);
        make_together(operation, world);
        const std::string account = "/accounts/" + world.owner.id;
        if (operation == "end_role")
            world.grant = parsed(post(world.administrator, account + "/roles", R"({"role":"expert"})"));
        if (operation == "end_deputy")
            world.deputy = parsed(post(world.administrator, account + "/deputies", deputy_of(world)));
        if (operation == "end_session") {
            const Person elsewhere = world.owner;
            app().database().write(
                [&](db::Connection& c) { app().accounts().sessions().begin(c, elsewhere.id); });
            const auto sessions = parsed(get(world.owner, account + "/sessions")).at("items").as_array();
            for (const auto& one : sessions)
                if (text(one, "current") == "false") world.session = one;
        }
        if (operation == "unlink_identity")
            app().database().write([&](db::Connection& c) {
                auth::openid::link(c, {.issuer = "https://id.example", .subject = world.owner.id},
                                   world.owner.id, 1);
            });
        if (operation == "revoke_token")
            world.token = parsed(post(world.owner, account + "/tokens", R"({"name":"t"})"));
        if (operation.ends_with("_mail") || operation == "remove_mail_block")
            world.mail = put_mail(operation == "retry_mail" ? "dead" : "waiting");
        if (operation.ends_with("_mailing")) {
            world.mailing = parsed(post(world.administrator, "/mailings", kMailing));
            if (operation == "stop_mailing")
                world.mailing =
                    parsed(post(world.administrator, "/mailings/" + text(world.mailing, "id") + "/send", "",
                                {{"If-Match", "\"1\""}}));
        }
        if (operation == "get_series") put_series(world);
        if (operation.ends_with("_weather") || operation.find("series_change") != std::string::npos)
            put_weather(world, operation == "undo_series_change");
        if (operation.find("saved_view") != std::string::npos)
            world.view =
                parsed(post(world.owner, "/views", R"({"list":"organisations","name":"v","query":"{}"})"));
        if (!of_network && operation.find("import") != std::string::npos) make_import_for(operation, world);
        if (operation == "retry_job") fail_job(text(world.run, "job"));
        world.number = std::to_string(++worlds_);
        if (of_network) make_network(world, operation);
        if (const CentreKind* kind = centre_kind(operation); kind && !of_network)
            world.centre = parsed(post(world.owner, kind->path, kind->body));
        if (of_figures(operation)) {
            app().database().write(add_vocabulary);
            world.source = parsed(post(world.owner, "/sources", source_body("source-" + world.number)));
            // A source that figures rest on stays.
            if (operation != "delete_source")
                world.figure = parsed(post(world.owner, "/figures", figure_body(text(world.source, "id"))));
        }
        return world;
    }

    void make_network(World& world, const std::string& operation) {
        const auto has = [&](const char* part) { return operation.find(part) != std::string::npos; };
        const auto make = [&](const char* path, const std::string& body) {
            return parsed(post(world.owner, std::string("/network/") + path, body));
        };
        world.company = person({});
        if (has("_member") && !has("cluster")) {
            world.member = make("members", kMember);
            post(world.administrator, "/accounts/" + world.company.id + "/roles",
                 R"({"role":"company","organisation":")" + text(world.member, "id") + R"("})");
        }
        if (has("saved_search")) world.search = make("searches", kSavedSearch);
        if (has("cluster")) world.cluster = make("clusters", kCluster);
        if (has("cluster_member")) {
            world.organisation = parsed(post(world.owner, "/organisations", kOrganisation));
            if (operation != "add_cluster_member")
                world.membership =
                    parsed(post(world.owner, "/network/clusters/" + text(world.cluster, "id") + "/members",
                                R"({"organisation":")" + text(world.organisation, "id") + "\"}"));
        }
        if (has("place_growth_fact") || has("delete_growth_fact") || has("restore_growth_fact"))
            world.fact = make("growth_facts", kFact);
        if (has("place_hs_code") || has("delete_hs_code") || has("restore_hs_code"))
            world.hs_code = make("hs_codes", hs_code_of(world));
        if (has("place_network_body") || has("delete_network_body") || has("restore_network_body") ||
            has("meeting"))
            world.body = make("bodies", body_of(world));
        if (has("concept") && operation != "create_concept")
            world.network_concept = make(
                "taxonomy/concepts", R"({"id":"robotics.g)" + world.number + "\"," + terms_of(world) + "}");
        if (operation == "undo_taxonomy_import")
            world.terms_import = make("taxonomy/imports", import_of(world));
        if (has("meeting")) world.meeting = make("meetings", meeting_of(world));
        if (operation == "withdraw_meeting")
            world.meeting =
                parsed(post(world.owner, "/network/meetings/" + text(world.meeting, "id") + "/publish", "",
                            {{"If-Match", "\"1\""}}));
    }

    static std::string hs_code_of(const World& world) {
        const std::string digits = "00000" + world.number;
        return R"({"code":")" + digits.substr(digits.size() - 6) +
               R"(","names":[{"language":"en","name":"Robots","primary":true}],"source":{"title":"A table"}})";
    }
    static std::string body_of(const World& world) {
        return R"({"names":[{"language":"en","name":"Assembly )" + world.number + R"(","primary":true}]})";
    }
    static std::string terms_of(const World&) {
        return R"("terms":[{"language":"en","term":"gripper","origin":"a test"}])";
    }
    static std::string import_of(const World& world) {
        return R"({"tsv":"concept\tlanguage\tterm\torigin\treview\nrobotics.imported_)" + world.number +
               R"(\ten\tgripper\ta test\tunreviewed\n","mode":"merge","preview":false})";
    }
    static std::string meeting_of(const World& world) {
        return R"({"body":")" + text(world.body, "id") +
               R"(","title":"T","language":"en","day":"2026-11-26"})";
    }

    /// Of the network desk's operations.
    std::map<std::string, Call> network_calls(const World& world) {
        const std::string cluster = "/network/clusters/" + text(world.cluster, "id"),
                          member = cluster + "/members/" + text(world.membership, "id"),
                          fact = "/network/growth_facts/" + text(world.fact, "id"),
                          hs_code = "/network/hs_codes/" + text(world.hs_code, "id"),
                          body = "/network/bodies/" + text(world.body, "id"),
                          concepts = "/network/taxonomy/concepts",
                          one_concept = concepts + "/robotics.g" + world.number,
                          meeting = "/network/meetings/" + text(world.meeting, "id");
        const std::string meeting_tag = '"' + text(world.meeting, "version") + '"';
        const std::string terms = "{" + terms_of(world) + "}";
        const std::string one_member = "/network/members/" + text(world.member, "id");
        return {
            {"search_members", {"/network/members?q=robot"}},
            {"suggest_members", {"/network/suggestions?q=ro"}},
            {"export_members", {"/network/open_data?format=csv"}},
            {"list_saved_searches", {"/network/searches"}},
            {"create_saved_search", {"/network/searches", kSavedSearch}},
            {"replace_saved_search",
             {"/network/searches/" + text(world.search, "id"), kSavedSearch, "\"1\""}},
            {"delete_saved_search", {"/network/searches/" + text(world.search, "id"), "", "\"1\""}},
            {"see_saved_search", {"/network/searches/" + text(world.search, "id") + "/seen"}},
            {"list_own_members", {"/network/own_members"}},
            {"list_due_members", {"/network/due_members"}},
            {"create_member", {"/network/members", kMember}},
            {"get_member", {one_member}},
            {"replace_member", {one_member, kMember, "\"1\""}},
            {"delete_member", {one_member, "", "\"1\""}},
            {"restore_member", {one_member + "/restore"}},
            {"list_member_history", {one_member + "/history"}},
            {"list_clusters", {"/network/clusters"}},
            {"create_cluster", {"/network/clusters", kCluster}},
            {"export_clusters", {"/network/clusters/export?format=csv"}},
            {"get_cluster", {cluster}},
            {"replace_cluster", {cluster, kCluster, "\"1\""}},
            {"delete_cluster", {cluster, "", "\"1\""}},
            {"restore_cluster", {cluster + "/restore"}},
            {"list_cluster_history", {cluster + "/history"}},
            {"list_cluster_members", {cluster + "/members"}},
            {"add_cluster_member",
             {cluster + "/members", R"({"organisation":")" + text(world.organisation, "id") + "\"}"}},
            {"change_cluster_member", {member, R"({"from":"2026-01-01"})", "\"1\""}},
            {"remove_cluster_member", {member, "", "\"1\""}},
            {"get_cluster_rule", {"/network/cluster_rule"}},
            {"replace_cluster_rule",
             {"/network/cluster_rule", R"({"min_members":15,"min_fte":0.5,"min_kinds":2,"note":"",
                  "origin":"European Cluster Collaboration Platform (ECCP), profile registration"})",
              "\"1\""}},
            {"list_cluster_rule_history", {"/network/cluster_rule/history"}},
            {"get_growth", {"/network/growth"}},
            {"list_growth_facts", {"/network/growth_facts"}},
            {"create_growth_fact", {"/network/growth_facts", kFact}},
            {"replace_growth_fact", {fact, kFact, "\"1\""}},
            {"delete_growth_fact", {fact, "", "\"1\""}},
            {"restore_growth_fact", {fact + "/restore"}},
            {"list_hs_codes", {"/network/hs_codes"}},
            {"create_hs_code", {"/network/hs_codes", hs_code_of(world)}},
            {"replace_hs_code", {hs_code, hs_code_of(world), "\"1\""}},
            {"delete_hs_code", {hs_code, "", "\"1\""}},
            {"restore_hs_code", {hs_code + "/restore"}},
            {"list_network_bodies", {"/network/bodies"}},
            {"create_network_body", {"/network/bodies", body_of(world)}},
            {"replace_network_body", {body, body_of(world), "\"1\""}},
            {"delete_network_body", {body, "", "\"1\""}},
            {"restore_network_body", {body + "/restore"}},
            {"get_taxonomy", {"/network/taxonomy"}},
            {"export_taxonomy", {"/network/taxonomy/export"}},
            {"import_taxonomy", {"/network/taxonomy/imports", import_of(world)}},
            {"undo_taxonomy_import",
             {"/network/taxonomy/imports/" + text(world.terms_import, "id") + "/undo"}},
            {"list_concepts", {concepts}},
            {"create_concept",
             {concepts, R"({"id":"robotics.n)" + world.number + "\"," + terms_of(world) + "}"}},
            {"get_concept", {one_concept}},
            {"replace_concept", {one_concept, terms, "\"1\""}},
            {"delete_concept", {one_concept, "", "\"1\""}},
            {"restore_concept", {one_concept + "/restore"}},
            {"review_concept",
             {one_concept + "/review", R"({"terms":[{"language":"en","term":"gripper"}],"reviewed":true})",
              "\"1\""}},
            {"list_concept_history", {one_concept + "/history"}},
            {"list_meetings", {"/network/meetings"}},
            {"create_meeting", {"/network/meetings", meeting_of(world)}},
            {"get_meeting", {meeting}},
            {"replace_meeting", {meeting, meeting_of(world), meeting_tag}},
            {"delete_meeting", {meeting, "", meeting_tag}},
            {"restore_meeting", {meeting + "/restore"}},
            {"publish_meeting", {meeting + "/publish", "", meeting_tag}},
            {"withdraw_meeting", {meeting + "/withdraw", "", meeting_tag}},
            {"list_meeting_history", {meeting + "/history"}},
        };
    }

    /// An import in the state that the operation needs.
    void make_import_for(const std::string& operation, World& world) {
        const bool mends = operation == "change_import_row";
        world.import = make_import(
            world.owner, std::string("기관명,구분,국가\n두레,기업,") + (mends ? "Atlantis" : "KR") + "\n");
        if (mends || operation == "confirm_import" || operation == "undo_import")
            world.import = after_step(world.owner, world.import, "check");
        if (operation == "undo_import") world.import = after_step(world.owner, world.import, "confirm");
    }

    /// A line whose one step is the director's, and a draft; handed in where the operation needs it so.
    void make_approval(const std::string& operation, World& world) {
        world.director = person({auth::Role::director});
        world.line = parsed(post(world.administrator, "/approvals/lines", kApprovalLine));
        world.approval = parsed(post(world.owner, "/approvals", kApproval));
        const std::string path = "/approvals/" + text(world.approval, "id");
        if (operation == "restore_approval")
            world.approval = parsed(post(world.owner, path + "/withdraw", "", {{"If-Match", "\"1\""}}));
        if (operation == "decide_approval" || operation == "recall_approval" ||
            operation == "comment_approval")
            world.approval =
                parsed(post(world.owner, path + "/submit", submission_to(world), {{"If-Match", "\"1\""}}));
    }

    /// A meeting of a board of one, gone on as far as the operation needs it.
    void make_board(const std::string& operation, World& world) {
        // The members of the worlds before leave: alone one is a quorum.
        app().database().write([](db::Connection& c) {
            c.execute("UPDATE role_grant SET valid_until = valid_from WHERE role = 'board_member'");
        });
        world.director = person({auth::Role::director, auth::Role::board_member});
        world.board = parsed(post(world.owner, "/board/meetings", board_of(world)));
        const auto go = [&](std::string_view method, const std::string& to, const std::string& body = {}) {
            world.board = parsed(send(world.owner, method, "/board/meetings/" + text(world.board, "id") + to,
                                      body, {{"If-Match", '"' + text(world.board, "version") + '"'}}));
        };
        const std::string item = "/items/" + text(world.board.at("agenda").at(0), "id");
        const std::vector<std::string> later = {
            "open_board_meeting", "close_board_meeting", "note_board_presence", "begin_board_item",
            "end_board_item",     "cast_board_vote",     "write_board_minutes", "get_board_minutes"};
        const auto at = std::ranges::find(later, operation) - later.begin();
        if (at == std::ssize(later)) return;
        go("POST", "/convene");
        if (at < 1) return;
        go("PUT", "/members/" + world.director.id, R"({"presence":"present"})");
        go("POST", "/open");
        if (operation == "note_board_presence" || operation == "begin_board_item") return;
        go("POST", item + "/begin");
        if (operation == "end_board_item" || operation == "cast_board_vote") return;
        go("POST", item + "/end");
        if (operation == "close_board_meeting") return;
        go("POST", "/close");
        if (operation == "get_board_minutes") go("POST", "/minutes", "{}");
    }

    static std::string board_of(const World& world) {
        return R"({"title":"Board","place":"Daegu","begins":"2026-12-01T10:00:00+09:00","chair":")" +
               world.director.id + R"(","items":[{"title":"Budget","ballot":"open","majority":"simple"}]})";
    }

    static std::string submission_to(const World& world) {
        return R"({"steps":[{"task":"approval","account":")" + world.director.id + R"("}]})";
    }

    static std::string deputy_of(const World& world) {
        return R"({"deputy":")" + world.colleague.id + R"(","valid_until":"2100-01-01T00:00:00Z"})";
    }

    /// An organisation with a comment and a task of the owner; put away or done where the operation needs it.
    void make_together(const std::string& operation, World& world) {
        const bool of_comment =
            operation.find("comment") != std::string::npos && operation != "comment_approval";
        if (!of_comment && operation.find("task") == std::string::npos && operation != "list_record_readers")
            return;
        TogetherWorld& made = world.together;
        made.owner = world.owner.id;
        made.organisation = text(parsed(post(world.owner, "/organisations", kOrganisation)), "id");
        const json::value comment = parsed(post(world.owner, "/comments", made.comment_body()));
        json::value task = parsed(post(world.owner, "/tasks", made.task_body()));
        made.comment = text(comment, "id");
        made.comment_version = text(comment, "version");
        made.task = text(task, "id");
        const Headers first{{"If-Match", "\"1\""}};
        if (operation == "restore_comment")
            send(world.owner, "DELETE", "/comments/" + made.comment, "", first);
        if (operation == "restore_task") send(world.owner, "DELETE", "/tasks/" + made.task, "", first);
        if (operation == "reopen_task")
            task = parsed(post(world.owner, "/tasks/" + made.task + "/done", "", first));
        made.task_version = text(task, "version");
    }

    std::string put_mail(const std::string& state) {
        return std::to_string(app().database().write([&](db::Connection& c) {
            const auto number = *mail::queue(c, mail::Reader{"kim@firm.example", "Kim", "ko"},
                                             {.kind = "account.test"}, db::system_clock()());
            c.execute("UPDATE mail SET state = $1 WHERE number = $2", state, number);
            c.execute(
                "INSERT INTO mail_block (recipient, topic, reason, detail, created) VALUES "
                "('lee@firm.example', '*', 'bounced', '', 0) ON CONFLICT DO NOTHING");
            return number;
        }));
    }

    static std::string other_of(const World& world) {
        return R"({"other":")" + text(world.other_organisation, "id") + "\"}";
    }
    static std::string merge_of(const World& world) {
        return R"({"other":")" + text(world.other_organisation, "id") + R"(","other_version":1,"content":)" +
               kOrganisation + "}";
    }

    static std::string contact_of(const World& world) {
        return R"({"kind":"call","at":"2026-01-01T00:00:00Z","summary":"s","organisation":")" +
               text(world.organisation, "id") + "\"}";
    }

    void put_series(World& world) {
        const Reply put = send(world.owner, "PUT", "/energy/plans/" + text(world.plan, "id") + "/series/load",
                               R"({"csv":"v\n1\n2\n","unit":"MW","origin":"synthetic"})",
                               {{"If-Match", '"' + text(world.plan, "version") + '"'}});
        ASSERT_EQ(put.status, 200) << put.body;
        world.plan = parsed(put);
    }

    /// Made once: it is a year of hours, and every call's table holds it.
    static const std::string& weather_upload() {
        static const std::string body = json::serialize(
            json::object{{"file", "w.epw"},
                         {"text", dure::energy::testing::small_epw(false)},
                         {"reason", "r"},
                         {"series", json::array{{{"name", "load"}, {"use", "heat"}, {"annual_mwh", 1000}}}}});
        return body;
    }

    void put_weather(World& world, bool applied) {
        put_series(world);
        if (!applied) return;
        const std::string plan = "/energy/plans/" + text(world.plan, "id");
        const Reply made = post(world.owner, plan + "/weather", weather_upload(),
                                {{"If-Match", '"' + text(world.plan, "version") + '"'}});
        ASSERT_EQ(made.status, 200) << made.body;
        world.plan = parsed(made);
        world.series_changes = parsed(get(world.owner, plan + "/series_changes"));
    }

    void fail_job(const std::string& job) {
        app().database().write(
            [&](db::Connection& c) { c.execute("UPDATE job SET state = 'failed' WHERE id = $1", job); });
    }

    /// The id of the first of a list; empty where there is none.
    static std::string first_id(const json::value& object, std::string_view member) {
        const auto* list = object.is_object() ? object.as_object().if_contains(member) : nullptr;
        return list && !list->as_array().empty() ? text(list->at(0), "id") : std::string();
    }

    /// How each operation is called so that only the actor decides. A new operation needs a line here.
    Call call(const std::string& operation, const World& world, const Person& actor) {
        const std::string plan = "/energy/plans/" + text(world.plan, "id"),
                          run = "/energy/runs/" + text(world.run, "id");
        const std::string job = "/jobs/" + text(world.run, "job"),
                          ensemble = "/energy/ensembles/" + text(world.ensemble, "id"),
                          scenario = "/energy/scenarios/" + text(world.scenario, "id"),
                          sweep = "/energy/sweeps/" + text(world.sweep, "id"),
                          organisation = "/organisations/" + text(world.organisation, "id"),
                          line = "/approvals/lines/" + text(world.line, "id"),
                          approval = "/approvals/" + text(world.approval, "id"),
                          board = "/board/meetings/" + text(world.board, "id"),
                          board_tag = '"' + text(world.board, "version") + '"',
                          item = board + "/items/" + first_id(world.board, "agenda"),
                          minutes = first_id(world.board, "minutes"),
                          approval_tag = '"' + text(world.approval, "version") + '"',
                          import = "/imports/" + text(world.import, "id"),
                          import_tag = '"' + text(world.import, "version") + '"';
        const std::string account = "/accounts/" + world.owner.id;
        const std::string person = "/persons/" + text(world.person, "id"),
                          contact = "/contacts/" + text(world.contact, "id");
        const std::string plan_tag = '"' + text(world.plan, "version") + '"',
                          run_tag = '"' + text(world.run, "version") + '"';
        const std::string mail = "/mails/" + world.mail, mailing = "/mailings/" + text(world.mailing, "id"),
                          mailing_tag = '"' + text(world.mailing, "version") + '"';
        const std::string content = R"({"name":"n","description":"","model":)" + small_model() + "}";
        const Person& known = actor.email.empty() ? world.owner : actor;
        std::map<std::string, Call> calls = {
            {"get_contract", {"/openapi.json"}},
            {"get_setup", {"/setup"}},
            {"create_first_administrator",
             {"/setup",
              R"({"token":"t","email":"a@b.example","name":"A","password":"correct horse battery"})"}},
            {"get_session", {"/session"}},
            {"sign_in",
             {"/session", R"({"email":")" + known.email + R"(","password":")" + known.password + "\"}"}},
            {"sign_out", {"/session"}},
            {"change_own_password",
             {"/session/password",
              R"({"current":")" + known.password + R"(","new":"another long phrase 42"})"}},
            {"list_accounts", {"/accounts"}},
            {"create_account",
             {"/accounts", R"({"email":"new)" + actor.id +
                               R"(@b.example","name":"N","password":"correct horse battery","roles":[]})"}},
            {"list_audit_entries", {"/audit/entries"}},
            {"export_audit_entries", {"/audit/export?format=csv"}},
            {"verify_audit_chain", {"/audit/chain"}},
            {"list_organisations", {"/organisations"}},
            {"create_organisation", {"/organisations", kOrganisation}},
            {"get_organisation", {organisation}},
            {"replace_organisation", {organisation, kOrganisation, "\"1\""}},
            {"delete_organisation", {organisation, "", "\"1\""}},
            {"restore_organisation", {organisation + "/restore"}},
            {"list_organisation_history", {organisation + "/history"}},
            {"get_board_rule", {"/board/rule"}},
            {"replace_board_rule",
             {"/board/rule",
              R"({"quorum_numerator":1,"quorum_denominator":2,"quorum_more_than":true,"majority_of":"cast",)"
              R"("proxies":true,"chair_decides_ties":false})",
              "\"1\""}},
            {"list_board_members", {"/board/members"}},
            {"list_board_resolutions", {"/board/resolutions"}},
            {"list_board_meetings", {"/board/meetings"}},
            {"create_board_meeting", {"/board/meetings", board_of(world)}},
            {"get_board_meeting", {board}},
            {"replace_board_meeting", {board, board_of(world), board_tag}},
            {"convene_board_meeting", {board + "/convene", "", board_tag}},
            {"open_board_meeting", {board + "/open", "", board_tag}},
            {"close_board_meeting", {board + "/close", "", board_tag}},
            {"cancel_board_meeting", {board + "/cancel", "", board_tag}},
            {"note_board_presence",
             {board + "/members/" + world.director.id, R"({"presence":"absent"})", board_tag}},
            {"begin_board_item", {item + "/begin", "", board_tag}},
            {"end_board_item", {item + "/end", "", board_tag}},
            {"cast_board_vote", {item + "/votes/" + world.director.id, R"({"choice":"yes"})"}},
            {"write_board_minutes", {board + "/minutes", "{}", board_tag}},
            {"get_board_minutes", {board + "/minutes/" + minutes}},
            {"list_board_history", {board + "/history"}},
            {"list_organisation_references", {organisation + "/references"}},
            {"tell_organisations_apart", {organisation + "/apart", other_of(world)}},
            {"forget_organisations_apart", {organisation + "/apart/forget", other_of(world)}},
            {"merge_organisations", {organisation + "/merges", merge_of(world), "\"1\""}},
            {"list_organisation_doubles", {"/organisation_doubles"}},
            {"check_organisation", {"/organisation_doubles/check", R"({"names":["n"]})"}},
            {"list_organisation_merges", {"/organisation_merges"}},
            {"undo_merge", {"/organisation_merges/" + text(world.merge, "id") + "/undo"}},
            {"list_persons", {"/persons"}},
            {"export_persons", {"/person_files?format=csv"}},
            {"create_person", {"/persons", kPerson}},
            {"get_person", {person}},
            {"replace_person", {person, kPerson, "\"1\""}},
            {"delete_person", {person, "", "\"1\""}},
            {"restore_person", {person + "/restore"}},
            {"list_person_history", {person + "/history"}},
            {"list_consents", {person + "/consents"}},
            {"give_consent", {person + "/consents", kConsent}},
            {"withdraw_consent",
             {person + "/consents/" + text(world.consent, "id") + "/withdraw", R"({"withdrawn_by":"mail"})",
              "\"1\""}},
            {"list_consents_to_renew", {"/consents_to_renew"}},
            {"export_person", {person + "/export"}},
            {"preview_erasure", {person + "/erasure"}},
            {"erase_person", {person + "/erasure", "", "\"1\""}},
            {"list_personal_reads", {"/personal_reads"}},
            {"list_contacts", {"/contacts"}},
            {"create_contact", {"/contacts", contact_of(world)}},
            {"replace_contact", {contact, contact_of(world), "\"1\""}},
            {"delete_contact", {contact, "", "\"1\""}},
            {"restore_contact", {contact + "/restore"}},
            {"list_approvals", {"/approvals"}},
            {"export_approvals", {"/approvals/export?format=csv"}},
            {"count_approvals", {"/approvals/counts"}},
            {"list_approval_people", {"/approvals/people"}},
            {"get_approval_route", {"/approvals/route?kind=document"}},
            {"list_approval_lines", {"/approvals/lines"}},
            {"create_approval_line", {"/approvals/lines", kApprovalLine}},
            {"get_approval_line", {line}},
            {"replace_approval_line", {line, kApprovalLine, "\"1\""}},
            {"delete_approval_line", {line, "", "\"1\""}},
            {"restore_approval_line", {line + "/restore"}},
            {"create_approval", {"/approvals", kApproval}},
            {"get_approval", {approval}},
            {"replace_approval", {approval, kApproval, approval_tag}},
            {"submit_approval", {approval + "/submit", submission_to(world), approval_tag}},
            {"decide_approval", {approval + "/decision", R"({"decision":"approve"})", approval_tag}},
            {"recall_approval", {approval + "/recall", "", approval_tag}},
            {"withdraw_approval", {approval + "/withdraw", "", approval_tag}},
            {"restore_approval", {approval + "/restore", "", approval_tag}},
            {"comment_approval", {approval + "/comments", R"({"text":"Good."})"}},
            {"list_approval_history", {approval + "/history"}},
            {"get_run_approval", {run + "/approval"}},
            {"create_run_approval", {run + "/approval"}},
            {"find_records", {"/search?q=a"}},
            {"list_saved_views", {"/views"}},
            {"create_saved_view", {"/views", R"({"list":"organisations","name":"new","query":"{}"})"}},
            {"change_saved_view", {"/views/" + text(world.view, "id"), R"({"query":"{}"})", "\"1\""}},
            {"delete_saved_view", {"/views/" + text(world.view, "id"), "", "\"1\""}},
            {"export_organisations", {"/organisations/export?format=csv"}},
            {"list_import_resources", {"/imports/resources"}},
            {"download_import_template", {"/imports/resources/organisations/template?format=csv"}},
            {"list_imports", {"/imports"}},
            {"create_import",
             {"/imports?resource=organisations&file_name=a.csv", "기관명,구분,국가\n두레,기업,KR\n"}},
            {"get_import", {import}},
            {"change_import", {import, R"({"twins":"add"})", import_tag}},
            {"delete_import", {import, "", import_tag}},
            {"check_import", {import + "/check", "", import_tag}},
            {"confirm_import", {import + "/confirm", "", import_tag}},
            {"undo_import", {import + "/undo", "{}", import_tag}},
            {"list_import_rows", {import + "/rows"}},
            {"change_import_row",
             {import + "/rows/2", R"({"cells":[{"column":"country","text":"KR"}]})", import_tag}},
            {"get_account", {account}},
            {"change_account", {account, R"({"name":"Other"})", "\"1\""}},
            {"list_roles", {account + "/roles"}},
            {"give_role", {account + "/roles", R"({"role":"expert"})"}},
            {"end_role", {account + "/roles/" + text(world.grant, "id"), "", "\"1\""}},
            {"list_deputies", {account + "/deputies"}},
            {"appoint_deputy", {account + "/deputies", deputy_of(world)}},
            {"end_deputy", {account + "/deputies/" + text(world.deputy, "id"), "", "\"1\""}},
            {"create_link", {account + "/link"}},
            {"read_link", {"/links/read", R"({"token":"none"})"}},
            {"use_link", {"/links/use", R"({"token":"none","password":"another long phrase 42"})"}},
            {"get_second_factor", {"/session/second_factor"}},
            {"begin_second_factor", {"/session/second_factor", R"({"password":")" + known.password + "\"}"}},
            {"confirm_second_factor", {"/session/second_factor", R"({"code":"000000"})"}},
            {"remove_second_factor",
             {"/session/second_factor/remove", R"({"code":"000000","password":")" + known.password + "\"}"}},
            {"reset_second_factor", {account + "/second_factor"}},
            {"list_settings", {"/settings"}},
            {"get_setting", {"/settings/session_days"}},
            {"change_setting", {"/settings/session_days", R"({"value":"5"})", "\"0\""}},
            {"get_health", {"/health"}},
            {"begin_openid_sign_in", {"/session/openid"}},
            {"finish_openid_sign_in", {"/session/openid/finish", R"({"state":"s","code":"c"})"}},
            {"unlink_identity", {account + "/identity"}},
            {"list_sessions", {account + "/sessions"}},
            {"end_session", {account + "/sessions/" + text(world.session, "id")}},
            {"list_tokens", {account + "/tokens"}},
            {"create_token", {account + "/tokens", R"({"name":"t"})"}},
            {"revoke_token", {account + "/tokens/" + text(world.token, "id")}},
            {"list_mails", {"/mails"}},
            {"get_mail", {mail}},
            {"retry_mail", {mail + "/retry", "", "\"1\""}},
            {"cancel_mail", {mail + "/cancel", "", "\"1\""}},
            {"get_mail_state", {"/mail_state"}},
            {"send_test_mail", {"/mail_state/test"}},
            {"list_mail_blocks", {"/mail_blocks"}},
            {"remove_mail_block", {"/mail_blocks/remove", R"({"address":"lee@firm.example","topic":"*"})"}},
            {"get_mail_settings", {"/session/mail_settings"}},
            {"replace_mail_settings",
             {"/session/mail_settings", R"({"choices":[{"topic":"task","rhythm":"daily"}]})", "\"1\""}},
            {"unsubscribe_one_click", {"/unsubscribe/none"}},
            {"read_subscription", {"/subscriptions/read", R"({"token":"none"})"}},
            {"end_subscription", {"/subscriptions/end", R"({"token":"none"})"}},
            {"renew_subscription", {"/subscriptions/renew", R"({"token":"none"})"}},
            {"list_mailings", {"/mailings"}},
            {"create_mailing", {"/mailings", kMailing}},
            {"preview_mailing", {"/mailings/preview", kMailing}},
            {"try_mailing", {"/mailings/try", kMailing}},
            {"get_mailing", {mailing}},
            {"replace_mailing", {mailing, kMailing, mailing_tag}},
            {"delete_mailing", {mailing, "", mailing_tag}},
            {"send_mailing", {mailing + "/send", "", mailing_tag}},
            {"stop_mailing", {mailing + "/stop", "", mailing_tag}},
            {"get_rights", {"/rights"}},
            {"list_plans", {"/energy/plans"}},
            {"create_plan", {"/energy/plans", R"({"name":"New"})"}},
            {"get_plan", {plan}},
            {"replace_plan", {plan, content, plan_tag}},
            {"delete_plan", {plan, "", plan_tag}},
            {"restore_plan", {plan + "/restore"}},
            {"get_plan_findings", {plan + "/findings"}},
            {"export_plan", {plan + "/files"}},
            {"get_series", {plan + "/series/load"}},
            {"put_series",
             {plan + "/series/load", R"({"csv":"v\n1\n2\n","unit":"MW","origin":"synthetic"})", plan_tag}},
            {"list_series_changes", {plan + "/series_changes"}},
            {"undo_series_change",
             {plan + "/series_changes/" + first_id(world.series_changes, "items") + "/undo", "", plan_tag}},
            {"try_plan", {plan + "/what_if", R"({"variations":[{"kind":"co2_price","value":10}]})"}},
            {"list_runs", {plan + "/runs"}},
            {"create_run", {plan + "/runs", "{}"}},
            {"get_run", {run}},
            {"change_run", {run, R"({"label":"L"})", run_tag}},
            {"delete_run", {run, "", run_tag}},
            {"restore_run", {run + "/restore"}},
            {"get_run_model", {run + "/model"}},
            {"get_run_dispatch", {run + "/dispatch?bus=power"}},
            {"get_run_duration", {run + "/duration?bus=power"}},
            {"export_run_table", {run + "/tables/summary?format=csv"}},
            {"export_run_package", {run + "/package?format=pypsa"}},
            {"list_assumptions", {plan + "/assumptions"}},
            {"change_assumption", {plan + "/assumptions/loads%2Fcity%2Fp_mw", R"({"note_en":"n"})", "\"0\""}},
            {"list_assumption_history", {plan + "/assumptions/discount_rate/history"}},
            {"list_scenarios", {plan + "/scenarios"}},
            {"create_scenario", {plan + "/scenarios", kScenario}},
            {"get_scenario", {scenario}},
            {"replace_scenario", {scenario, kScenario, "\"1\""}},
            {"delete_scenario", {scenario, "", "\"1\""}},
            {"restore_scenario", {scenario + "/restore"}},
            {"list_sweeps", {plan + "/sweeps"}},
            {"create_sweep", {plan + "/sweeps", kSweep}},
            {"get_sweep", {sweep}},
            {"delete_sweep", {sweep, "", "\"1\""}},
            {"restore_sweep", {sweep + "/restore"}},
            {"list_ensembles", {plan + "/ensembles"}},
            {"create_ensemble", {plan + "/ensembles", kEnsemble}},
            {"get_ensemble", {ensemble}},
            {"delete_ensemble", {ensemble, "", "\"1\""}},
            {"restore_ensemble", {ensemble + "/restore"}},
            {"list_jobs", {"/jobs"}},
            {"get_job", {job}},
            {"cancel_job", {job + "/cancel"}},
            {"retry_job", {job + "/retry"}},
            {"watch_job", {job + "/events"}},
        };
        if (operation.ends_with("_weather")) {  // a year of hours, too long to be copied for every call
            calls["preview_weather"] = {plan + "/weather/preview", weather_upload()};
            calls["apply_weather"] = {plan + "/weather", weather_upload(), plan_tag};
        }
        calls.merge(network_calls(world));
        for (const auto& [id, call] : world.together.calls())
            calls.try_emplace(id, Call{call.path, call.body, call.if_match});
        for (const auto& [id, one] :
             figure_calls(text(world.source, "id"), text(world.figure, "id"), world.number + actor.id))
            calls[id] = {one[0], one[1], one[2]};
        for (const auto& [id, one] : centre_calls(text(world.centre, "id")))
            calls[id] = {one[0], one[1], one[2]};
        const auto found = calls.find(operation);
        EXPECT_NE(found, calls.end()) << operation << " is new: say here how it is called";
        return found == calls.end() ? Call{} : found->second;
    }

  private:
    int worlds_ = 0;
};
DURE_API_TESTS(Actors);

TEST_P(Actors, GetWhatTheContractSays) {
    for (const auto& operation : http::contract_operations()) {
        for (const char* name : {"owner", "colleague", "stranger", "nobody"})
            EXPECT_TRUE(operation.actors.contains(name))
                << operation.id << " does not say what " << name << " gets";
        if (tried_elsewhere(operation.path)) continue;
        for (const auto& [name, status] : operation.actors) {
            SCOPED_TRACE(operation.id + " by " + name);
            const World world = make_world(operation.id, operation.path.starts_with("/api/v1/network/"));
            const Person& actor = world.actor(name, nobody);
            const Call wanted = call(operation.id, world, actor);
            Headers headers;
            if (operation.id == "create_import")
                headers.emplace_back("Content-Type", "application/octet-stream");
            if (!wanted.if_match.empty()) headers.emplace_back("If-Match", wanted.if_match);
            const Reply reply = send(actor, operation.method, wanted.path, wanted.body, headers);
            EXPECT_EQ(reply.status, status) << reply.body.substr(0, 1000);
        }
    }
}

TEST_P(Actors, RoutesAndContractAreTheSameSet) {
    EXPECT_EQ(http::contract_differences(app().routes()), std::vector<std::string>());
}

}  // namespace
}  // namespace dure::app::testing
