// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "server/files/office.hpp"
#include "server/files/records.hpp"

/// The files of a record. What refuses throws as http::refuse does.
namespace dure::files {

/// Of an upload that is whole; its content is known.
Attachment attach(db::Connection& c, const Office& office, const Upload& upload, const Who& who);

/// What is left out stays.
struct AttachmentChange {
    std::optional<std::string> name, description;
};
/// Errors as checked_name, and files.keep_extension {extension}, at /name.
Attachment change_attachment(db::Connection& c, const Office& office, Attachment one,
                             const AttachmentChange& change, const Who& who);
Attachment delete_attachment(db::Connection& c, const Office& office, Attachment one, const Who& who);
Attachment restore_attachment(db::Connection& c, const Office& office, Attachment one, const Who& who);

}  // namespace dure::files
