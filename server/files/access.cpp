// SPDX-License-Identifier: Apache-2.0
#include "server/files/access.hpp"

#include "server/http/pipeline.hpp"

namespace dure::files {

Access readable(db::Connection& c, const Office& office, const auth::Actor& actor, const Subject& subject) {
    const Kind* kind = office.kinds.find(subject.kind);
    auto access = kind ? kind->access(c, actor, subject.id) : std::nullopt;
    if (!access) http::refuse(404, "http.not_found");
    return std::move(*access);
}

Access changeable(db::Connection& c, const Office& office, const auth::Actor& actor, const Subject& subject) {
    auto access = readable(c, office, actor, subject);
    if (!access.change) http::refuse(403, "files.not_open");
    return access;
}

}  // namespace dure::files
