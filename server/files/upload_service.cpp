// SPDX-License-Identifier: Apache-2.0
#include "server/files/upload_service.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <system_error>

#include "server/files/access.hpp"
#include "server/files/attachment_service.hpp"
#include "server/files/content_type.hpp"
#include "server/files/limits.hpp"
#include "server/files/name.hpp"
#include "server/files/store.hpp"
#include "server/files/upload_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::files {
namespace {

constexpr Instant kLife = 24 * 3600 * kSecond;  // behind the last bytes
constexpr int kMostOpen = 100;
constexpr std::uint64_t kLeastFree = 200'000'000;  // bytes that the disk keeps for the database
constexpr std::int64_t kMegabyte = 1'000'000;

Params megabytes(std::int64_t bytes) {
    return {{"maximum_mb", std::to_string(bytes / kMegabyte)}};
}

[[noreturn]] void refuse_field(Error error, std::string pointer) {
    error.pointer = std::move(pointer);
    http::refuse_fields({std::move(error)});
}

void require_room(db::Connection& c, const Office& office, const Limits& limits, const NewUpload& wanted,
                  const std::string& person) {
    const Usage usage = usage_of(c, wanted.subject.id, person);
    const auto require = [&](std::int64_t used, std::int64_t most, const char* code) {
        if (used + wanted.length > most) http::refuse(507, code, megabytes(most));
    };
    require(usage.record, limits.record, "files.record_full");
    require(usage.person, limits.person, "files.person_full");
    require(usage.total, limits.total, "files.total_full");
    if (office.folder->free_bytes() < kLeastFree + static_cast<std::uint64_t>(wanted.length))
        http::refuse(507, "files.disk_full");
}

void append(const Office& office, const Lock& lock, std::uint64_t offset, std::string_view bytes) {
    try {
        office.folder->append(lock, offset, bytes);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::no_space_on_device) http::refuse(507, "files.disk_full");
        throw;
    }
}

/// Looks the whole file through: it is received now, or refused.
void judge(const Office& office, Upload& one) {
    const auto path = office.folder->upload(one.id);
    const auto type = inspect_content(FileBytes(path), extension_of(one.name));
    if (!type) {
        one.state = UploadState::refused;
        one.error = type.error();
        return;
    }
    one.type = *type;
    one.hash = hash_file(path);
    one.state = UploadState::received;
}

void keep(const Office& office, Upload& one) {
    one.updated = office.clock();
    one.expires = one.updated + kLife;
    office.database.write([&](db::Connection& c) { update_upload(c, one); });
}

}  // namespace

Upload begin_upload(db::Connection& c, const Office& office, const NewUpload& wanted, const Who& who) {
    changeable(c, office, who.actor, wanted.subject);
    const Limits limits = read_limits(c);
    auto name = checked_name(wanted.name);
    if (!name) refuse_field(name.error(), "/metadata/filename");
    const std::string extension = extension_of(*name);
    if (!limits.allows(extension))
        refuse_field({.code = "files.type_not_allowed",
                      .params = {{"extension", extension},
                                 {"allowed", fmt::format("{}", fmt::join(limits.extensions, ", "))}}},
                     "/metadata/filename");
    if (wanted.length == 0) refuse_field({.code = "files.empty"}, "/header/Upload-Length");
    if (wanted.length > limits.file) http::refuse(413, "files.too_large", megabytes(limits.file));
    if (count_open_uploads(c, who.actor.account) >= kMostOpen)
        http::refuse(409, "files.too_many_uploads", {{"maximum", std::to_string(kMostOpen)}});
    require_room(c, office, limits, wanted, who.actor.account);
    const Instant now = office.clock();
    Upload one{.id = office.ids.next(),
               .owner = who.actor.account,
               .subject = wanted.subject,
               .name = std::move(*name),
               .description = wanted.description,
               .fingerprint = wanted.fingerprint,
               .length = wanted.length,
               .created = now,
               .updated = now,
               .expires = now + kLife};
    insert_upload(c, one);
    return one;
}

Upload own_upload(db::Connection& c, const Office& office, const std::string& id, const auth::Actor& actor) {
    auto one = is_id(id) ? find_upload(c, id) : std::nullopt;
    if (!one || one->owner != actor.account) http::refuse(404, "http.not_found");
    if (one->expires < office.clock()) http::refuse(410, "files.upload_expired");
    return std::move(*one);
}

Upload take_chunk(const Office& office, const std::string& id, std::uint64_t offset, std::string_view bytes,
                  const Who& who) {
    const auto read = [&] {
        return office.database.read([&](db::Connection& c) { return own_upload(c, office, id, who.actor); });
    };
    read();  // before a file of its name is made
    const Lock lock = office.folder->lock_upload(id);
    if (!lock) http::refuse(423, "files.upload_busy");
    Upload one = read();  // nobody else changes it from here on
    if (one.state == UploadState::refused) http::refuse_fields({*one.error});
    if (offset != static_cast<std::uint64_t>(one.received))
        http::refuse(409, "files.wrong_offset", {{"offset", std::to_string(one.received)}});
    if (one.state != UploadState::receiving) return finish_upload(office, std::move(one), who);
    if (bytes.size() > static_cast<std::uint64_t>(one.length - one.received))
        http::refuse(413, "files.beyond_length", {{"length", std::to_string(one.length)}});
    append(office, lock, offset, bytes);
    one.received += static_cast<std::int64_t>(bytes.size());
    if (one.received == one.length) judge(office, one);
    keep(office, one);
    if (one.state == UploadState::refused) {
        office.folder->remove_upload(id);
        http::refuse_fields({*one.error});
    }
    return one.state == UploadState::received ? finish_upload(office, std::move(one), who) : one;
}

Upload finish_upload(const Office& office, Upload one, const Who& who) {
    if (one.state != UploadState::received) return one;
    const Lock lock = office.folder->lock_contents();
    if (!office.folder->has_content(*one.hash) || std::filesystem::exists(office.folder->upload(one.id)))
        office.folder->adopt(one.id, *one.hash);
    office.database.write([&](db::Connection& c) {
        Upload now = own_upload(c, office, one.id, who.actor);
        if (now.state == UploadState::received) {
            changeable(c, office, who.actor, now.subject);  // it may have closed meanwhile
            put_content(c, *now.hash, now.length, *now.type, office.clock());
            now.attachment = attach(c, office, now, who).id;
            now.state = UploadState::done;
            now.updated = office.clock();
            update_upload(c, now);
        }
        one = std::move(now);
    });
    return one;
}

void end_upload(const Office& office, const std::string& id, const auth::Actor& actor) {
    const auto own = [&](db::Connection& c) { return own_upload(c, office, id, actor); };
    office.database.read(own);
    const Lock lock = office.folder->lock_upload(id);
    if (!lock) http::refuse(423, "files.upload_busy");
    office.database.write([&](db::Connection& c) { delete_upload(c, own(c).id); });
    office.folder->remove_upload(id);
}

}  // namespace dure::files
