// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/kept_service.hpp"

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::energy {
namespace {

void record(db::Connection& c, const Resource& resource, const Kept& one, const Who& who, const char* verb,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = verb + std::string(resource.noun),
                      .record_kind = std::string(resource.table),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, resource.table, one.id, one.updated);
}

void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

void take(Kept& one, const Written& written) {
    one.name = written.name;
    one.search = written.search;
    one.content = written.content;
}

Kept again(db::Connection& c, const Resource& resource, const Kept& one) {
    return find_kept(c, resource.table, one.id).value();
}

}  // namespace

Kept create_kept(db::Connection& c, const Desk& desk, const Resource& resource, const Written& written,
                 const Who& who, bool fictitious) {
    const Instant now = desk.clock();
    Kept one{.id = desk.ids.next(),
             .owner = who.actor.account,
             .fictitious = fictitious,
             .created = now,
             .updated = now};
    take(one, written);
    insert_kept(c, resource.table, one);
    record(c, resource, one, who, "create_", std::nullopt, one.content);
    return again(c, resource, one);
}

Kept replace_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one,
                  const Written& written, const Who& who) {
    if (one.content == written.content) return one;
    const std::string before = one.content;
    take(one, written);
    one.updated = desk.clock();
    require_saved(update_kept(c, resource.table, one));
    record(c, resource, one, who, "replace_", before, one.content);
    return again(c, resource, one);
}

Kept remove_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one, const Who& who) {
    one.updated = desk.clock();
    require_saved(set_kept_deleted(c, resource.table, one, one.updated));
    record(c, resource, one, who, "delete_", one.content, std::nullopt);
    return again(c, resource, one);
}

Kept restore_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one, const Who& who) {
    if (!one.deleted) return one;
    one.updated = desk.clock();
    require_saved(set_kept_deleted(c, resource.table, one, std::nullopt));
    record(c, resource, one, who, "restore_", std::nullopt, one.content);
    return again(c, resource, one);
}

}  // namespace dure::desks::energy
