// SPDX-License-Identifier: Apache-2.0
#include "server/figures/source_service.hpp"

#include "server/audit/audit.hpp"
#include "server/figures/source_codec.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::figures {
namespace {

void record(db::Connection& c, const Source& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kSource),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, std::string(kSource), one.id, one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

void require_free(db::Connection& c, const std::string& code, const std::string& own) {
    const auto other = find_source_by_code(c, code);
    if (other && other->id != own)
        http::refuse_fields({{.code = "figures.code_taken", .params = {{"code", code}}, .pointer = "/code"}});
}

}  // namespace

Source create_source(db::Connection& c, const Office& office, const SourceContent& content, const Who& who) {
    require_free(c, content.code, "");
    const Instant now = office.clock();
    const Source one{.id = office.ids.next(),
                     .content = content,
                     .owner = who.actor.account,
                     .created = now,
                     .updated = now};
    insert_sources(c, {&one, 1});
    record(c, one, who, "create_source", std::nullopt, encode(content));
    return find_source(c, one.id).value();
}

Source replace_source(db::Connection& c, const Office& office, Source one, const SourceContent& content,
                      const Who& who) {
    if (one.content == content) return one;
    require_free(c, content.code, one.id);
    const std::string before = encode(one.content);
    one.content = content;
    one.updated = office.clock();
    require_saved(update_source(c, one));
    record(c, one, who, "replace_source", before, encode(content));
    return find_source(c, one.id).value();
}

Source remove_source(db::Connection& c, const Office& office, Source one, const Who& who) {
    if (const auto count = count_figures_of(c, one.id); count > 0)
        http::refuse(409, "figures.source_in_use", {{"count", std::to_string(count)}});
    one.updated = office.clock();
    require_saved(set_source_deleted(c, one, one.updated));
    record(c, one, who, "delete_source", encode(one.content), std::nullopt);
    return find_source(c, one.id).value();
}

Source restore_source(db::Connection& c, const Office& office, Source one, const Who& who) {
    if (!one.deleted) return one;
    one.updated = office.clock();
    require_saved(set_source_deleted(c, one, std::nullopt));
    record(c, one, who, "restore_source", std::nullopt, encode(one.content));
    return find_source(c, one.id).value();
}

}  // namespace dure::figures
