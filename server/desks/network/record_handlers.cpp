// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/record_handlers.hpp"

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/network/cluster_codec.hpp"
#include "server/desks/network/cluster_policy.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"

namespace dure::desks::network {

BOOST_DESCRIBE_STRUCT(RecordPlace, (), (sort_key, id))
std::span<const codec::Rule> json_rules(const RecordPlace*) {
    static const codec::Rule rules[] = {codec::required("sort_key"), codec::required("id")};
    return rules;
}

namespace {

/// What every record says beside its content.
struct About {
    std::string id;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(About, (), (id, version, created, updated, deleted, actions))

/// The members of content and About in one object.
std::string present(const Record& one, std::vector<std::string> actions) {
    const std::string about = codec::encode(About{.id = one.id,
                                                  .version = one.version,
                                                  .created = utc_text(one.created),
                                                  .updated = utc_text(one.updated),
                                                  .deleted = utc_text(one.deleted),
                                                  .actions = std::move(actions)});
    return one.content.substr(0, one.content.size() - 1) + ',' + about.substr(1);
}

std::string present(const Record& one, const RecordKind& kind, const Actor& actor) {
    if (!actor.has_any(kSecretariat)) return present(one, {});
    if (one.deleted) return present(one, {std::string(kind.restore)});
    return present(one, {std::string(kind.replace), std::string(kind.remove)});
}

Response answer(std::string text, std::int64_t version, int status = 200) {
    return std::move(http::json_text(std::move(text), status).with("ETag", http::etag_of(version)));
}

void record_change(db::Connection& c, const Record& one, const Who& who, std::string_view action,
                   std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::string(action),
                      .record_kind = one.kind,
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
}

void require_free(db::Connection& c, const RecordKind& kind, const Record& one) {
    if (!kind.taken.empty() && is_taken(c, one)) http::refuse(409, std::string(kind.taken));
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

RecordDraft read_body(const Request& request, const RecordKind& kind) {
    auto draft = kind.read(http::json_body(request));
    if (!draft) http::refuse_json(std::move(draft.error()));
    return std::move(*draft);
}

Record found_record(db::Connection& c, const Request& request, std::string_view kind,
                    bool also_deleted = false) {
    auto one = find_record(c, kind, request.parameters.at("record_id"));
    if (!one || (one->deleted && !also_deleted)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

}  // namespace

Record create_record(db::Connection& c, const Desk& desk, const RecordKind& kind, RecordDraft draft,
                     const Who& who) {
    const Instant now = desk.clock();
    Record one{.id = desk.ids.next(),
               .kind = std::string(kind.name),
               .content = std::move(draft.content),
               .sort_key = std::move(draft.sort_key),
               .search = std::move(draft.search),
               .created = now,
               .updated = now};
    require_free(c, kind, one);
    insert_record(c, one);
    record_change(c, one, who, kind.create, std::nullopt, one.content);
    return one;
}

Response RecordHandlers::list(const Request& request, const Actor& actor) {
    http::Query query(request);
    RecordQuery wanted{.kind = kind_.name,
                       .part = query.text("q").value_or(""),
                       .deleted = query.boolean("deleted", false),
                       .after = query.cursor<RecordPlace>(),
                       .limit = query.limit()};
    query.done();
    // What was put away is for those who can bring it back.
    if (!actor.has_any(kSecretariat)) wanted.deleted = false;
    auto records = desk_.database.read([&](db::Connection& c) { return list_records(c, wanted); });
    std::string next;
    if (records.size() > static_cast<std::size_t>(wanted.limit)) {
        records.pop_back();
        next = http::write_cursor(RecordPlace{records.back().sort_key, records.back().id});
    }
    std::string items;
    for (const Record& one : records) items += (items.empty() ? "" : ",") + present(one, kind_, actor);
    return http::json_text("{\"items\":[" + items + ']' +
                           (next.empty() ? "" : ",\"next_cursor\":\"" + next + '"') + '}');
}

Response RecordHandlers::create(const Request& request, const Actor& actor) {
    const RecordDraft draft = read_body(request, kind_);
    auth::Once once(desk_.database, request, actor, kind_.create, desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Record made = create_record(c, desk_, kind_, draft, {actor, request.request_id});
        return answer(present(made, kind_, actor), made.version, 201);
    });
}

Response RecordHandlers::replace(const Request& request, const Actor& actor) {
    const RecordDraft draft = read_body(request, kind_);
    return desk_.database.write([&](db::Connection& c) {
        Record one = found_record(c, request, kind_.name);
        http::require_match(request, one.version);
        if (one.content != draft.content) {
            const std::string before = one.content;
            one.content = draft.content;
            one.sort_key = draft.sort_key;
            one.search = draft.search;
            one.updated = desk_.clock();
            require_free(c, kind_, one);
            require_saved(update_record(c, one));
            ++one.version;
            record_change(c, one, {actor, request.request_id}, kind_.replace, before, one.content);
        }
        return answer(present(one, kind_, actor), one.version);
    });
}

Response RecordHandlers::remove(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        Record one = found_record(c, request, kind_.name);
        http::require_match(request, one.version);
        one.updated = desk_.clock();
        require_saved(set_record_deleted(c, one, one.updated));
        record_change(c, one, {actor, request.request_id}, kind_.remove, one.content, std::nullopt);
    });
    return http::no_content();
}

Response RecordHandlers::restore(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        Record one = found_record(c, request, kind_.name, true);
        if (one.deleted) {
            require_free(c, kind_, one);
            one.updated = desk_.clock();
            one.deleted.reset();
            require_saved(set_record_deleted(c, one, std::nullopt));
            ++one.version;
            record_change(c, one, {actor, request.request_id}, kind_.restore, std::nullopt, one.content);
        }
        return answer(present(one, kind_, actor), one.version);
    });
}

Response RuleHandlers::get_cluster_rule(const Request& request, const Actor& actor) {
    const Record one = desk_.database.read(
        [](db::Connection& c) { return find_record(c, kClusterRule, kClusterRuleId).value(); });
    const std::string tag = http::etag_of(one.version);
    if (http::is_fresh(request, tag)) return http::not_modified(tag);
    std::vector<std::string> actions;
    if (actor.has_any(kSecretariat)) actions.emplace_back("replace_cluster_rule");
    return answer(present(one, actions), one.version);
}

Response RuleHandlers::replace_cluster_rule(const Request& request, const Actor& actor) {
    const auto rule = http::read_json(request, decode_rule);
    return desk_.database.write([&](db::Connection& c) {
        Record one = find_record(c, kClusterRule, kClusterRuleId).value();
        http::require_match(request, one.version);
        const std::string content = encode(rule);
        if (one.content != content) {
            const std::string before = std::exchange(one.content, content);
            one.updated = desk_.clock();
            require_saved(update_record(c, one));
            ++one.version;
            record_change(c, one, {actor, request.request_id}, "replace_cluster_rule", before, content);
        }
        return answer(present(one, {"replace_cluster_rule"}), one.version);
    });
}

Response RuleHandlers::list_cluster_rule_history(const Request& request, const Actor&) {
    const auto wanted = oversight::read_history_query(request, kClusterRule, kClusterRuleId);
    return desk_.database.read(
        [&](db::Connection& c) { return http::json_text(oversight::page_of(c, wanted)); });
}

}  // namespace dure::desks::network
