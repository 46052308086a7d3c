// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/message.hpp"
#include "server/mailroom/mailroom.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::mailroom {

using auth::Actor;
using http::Request;
using http::Response;

/// The outbox, for administrators.
class OutboxHandlers {
  public:
    explicit OutboxHandlers(const Mailroom& room) : room_(room) {}

    Response list_mails(const Request& request, const Actor& actor);
    Response get_mail(const Request& request, const Actor& actor);
    Response retry_mail(const Request& request, const Actor& actor);
    Response cancel_mail(const Request& request, const Actor& actor);
    Response get_mail_state(const Request& request, const Actor& actor);
    Response send_test_mail(const Request& request, const Actor& actor);
    Response list_mail_blocks(const Request& request, const Actor& actor);
    Response remove_mail_block(const Request& request, const Actor& actor);

  private:
    const Mailroom room_;
};

/// What readers decide for themselves, signed in or by the link in a mailing.
class ReaderHandlers {
  public:
    explicit ReaderHandlers(const Mailroom& room) : room_(room) {}

    Response get_mail_settings(const Request& request, const Actor& actor);
    Response replace_mail_settings(const Request& request, const Actor& actor);
    Response unsubscribe_one_click(const Request& request, const Actor& actor);
    Response read_subscription(const Request& request, const Actor& actor);
    Response end_subscription(const Request& request, const Actor& actor);
    Response renew_subscription(const Request& request, const Actor& actor);

  private:
    const Mailroom room_;
};

class MailingHandlers {
  public:
    explicit MailingHandlers(const Mailroom& room) : room_(room) {}

    Response list_mailings(const Request& request, const Actor& actor);
    Response create_mailing(const Request& request, const Actor& actor);
    Response get_mailing(const Request& request, const Actor& actor);
    Response replace_mailing(const Request& request, const Actor& actor);
    Response delete_mailing(const Request& request, const Actor& actor);
    Response preview_mailing(const Request& request, const Actor& actor);
    Response try_mailing(const Request& request, const Actor& actor);
    Response send_mailing(const Request& request, const Actor& actor);
    Response stop_mailing(const Request& request, const Actor& actor);

  private:
    const Mailroom room_;
};

}  // namespace dure::mailroom
