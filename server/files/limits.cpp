// SPDX-License-Identifier: Apache-2.0
#include "server/files/limits.hpp"

#include <algorithm>

#include "server/upkeep/settings.hpp"

namespace dure::files {
namespace {

constexpr std::int64_t kMegabyte = 1'000'000;

}  // namespace

bool Limits::allows(std::string_view extension) const {
    return std::ranges::find(extensions, extension) != extensions.end();
}

Limits read_limits(db::Connection& c) {
    const upkeep::SettingValues values(c);
    return {.file = values.whole("file_mb") * kMegabyte,
            .record = values.whole("files_record_mb") * kMegabyte,
            .person = values.whole("files_person_mb") * kMegabyte,
            .total = values.whole("files_total_gb") * 1000 * kMegabyte,
            .extensions = values.words("file_types"),
            .grace_days = values.whole("files_grace_days")};
}

}  // namespace dure::files
