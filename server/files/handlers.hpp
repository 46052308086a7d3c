// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/office.hpp"
#include "server/http/message.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::files {

using auth::Actor;
using http::Request;
using http::Response;

/// tus 1.0.0: every answer, refusals too, says so in its headers.
class UploadHandlers {
  public:
    explicit UploadHandlers(const Office& office) : office_(office) {}

    Response describe_uploads(const Request& request, const Actor& actor);
    Response list_uploads(const Request& request, const Actor& actor);
    Response create_upload(const Request& request, const Actor& actor);
    Response get_upload(const Request& request, const Actor& actor);
    Response continue_upload(const Request& request, const Actor& actor);
    Response end_upload(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class AttachmentHandlers {
  public:
    explicit AttachmentHandlers(const Office& office) : office_(office) {}

    Response list_attachments(const Request& request, const Actor& actor);
    Response get_attachment(const Request& request, const Actor& actor);
    Response change_attachment(const Request& request, const Actor& actor);
    Response delete_attachment(const Request& request, const Actor& actor);
    Response restore_attachment(const Request& request, const Actor& actor);
    Response download_attachment(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

}  // namespace dure::files
