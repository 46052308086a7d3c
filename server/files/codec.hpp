// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/auth/actor.hpp"
#include "server/files/attachment_service.hpp"
#include "server/files/kinds.hpp"
#include "server/files/limits.hpp"
#include "server/files/records.hpp"

/// What comes in about files and what leaves, as the contract has it.
namespace dure::files {

Checked<AttachmentChange> decode_change(std::string_view json);

/// Schema Attachment.
std::string encode(const Attachment& one, const Access& access);
/// Schema AttachmentList.
std::string encode(const std::vector<Attachment>& list, const Access& access, const Limits& limits);
/// Schema Upload.
std::string encode(const Upload& one);
/// Schema UploadList.
std::string encode(const std::vector<Upload>& list);
/// What the audit keeps of an attachment.
std::string encode_trace(const Attachment& one);

}  // namespace dure::files
