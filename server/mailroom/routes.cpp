// SPDX-License-Identifier: Apache-2.0
#include "server/mailroom/routes.hpp"

#include "server/mailroom/handlers.hpp"

namespace dure::mailroom {

std::vector<auth::Operation> operations(const Mailroom& room) {
    const auto outbox = std::make_shared<OutboxHandlers>(room);
    const auto reader = std::make_shared<ReaderHandlers>(room);
    const auto mailing = std::make_shared<MailingHandlers>(room);
    const auto to = [](auto handlers, auto handle) { return auth::bind(handlers, handle); };
    using enum auth::Refusal;
    using O = OutboxHandlers;
    using R = ReaderHandlers;
    using M = MailingHandlers;
    using auth::kAdministrators, auth::kEveryone, auth::kSignedIn;
    // clang-format off
    return {
        {"GET",    "/api/v1/mails",                         "list_mails",            kAdministrators, forbidden, to(outbox, &O::list_mails)},
        {"GET",    "/api/v1/mails/{mail_id}",               "get_mail",              kAdministrators, forbidden, to(outbox, &O::get_mail)},
        {"POST",   "/api/v1/mails/{mail_id}/retry",         "retry_mail",            kAdministrators, forbidden, to(outbox, &O::retry_mail)},
        {"POST",   "/api/v1/mails/{mail_id}/cancel",        "cancel_mail",           kAdministrators, forbidden, to(outbox, &O::cancel_mail)},
        {"GET",    "/api/v1/mail_state",                    "get_mail_state",        kAdministrators, forbidden, to(outbox, &O::get_mail_state)},
        {"POST",   "/api/v1/mail_state/test",               "send_test_mail",        kAdministrators, forbidden, to(outbox, &O::send_test_mail)},
        {"GET",    "/api/v1/mail_blocks",                   "list_mail_blocks",      kAdministrators, forbidden, to(outbox, &O::list_mail_blocks)},
        {"POST",   "/api/v1/mail_blocks/remove",            "remove_mail_block",     kAdministrators, forbidden, to(outbox, &O::remove_mail_block)},
        {"GET",    "/api/v1/session/mail_settings",         "get_mail_settings",     kSignedIn,       forbidden, to(reader, &R::get_mail_settings)},
        {"PUT",    "/api/v1/session/mail_settings",         "replace_mail_settings", kSignedIn,       forbidden, to(reader, &R::replace_mail_settings)},
        {"POST",   "/api/v1/unsubscribe/{token}",           "unsubscribe_one_click", kEveryone,       forbidden, to(reader, &R::unsubscribe_one_click)},
        {"POST",   "/api/v1/subscriptions/read",            "read_subscription",     kEveryone,       forbidden, to(reader, &R::read_subscription)},
        {"POST",   "/api/v1/subscriptions/end",             "end_subscription",      kEveryone,       forbidden, to(reader, &R::end_subscription)},
        {"POST",   "/api/v1/subscriptions/renew",           "renew_subscription",    kEveryone,       forbidden, to(reader, &R::renew_subscription)},
        {"GET",    "/api/v1/mailings",                      "list_mailings",         kMailers,        forbidden, to(mailing, &M::list_mailings)},
        {"POST",   "/api/v1/mailings",                      "create_mailing",        kMailers,        forbidden, to(mailing, &M::create_mailing)},
        {"POST",   "/api/v1/mailings/preview",              "preview_mailing",       kMailers,        forbidden, to(mailing, &M::preview_mailing)},
        {"POST",   "/api/v1/mailings/try",                  "try_mailing",           kMailers,        forbidden, to(mailing, &M::try_mailing)},
        {"GET",    "/api/v1/mailings/{mailing_id}",         "get_mailing",           kMailers,        forbidden, to(mailing, &M::get_mailing)},
        {"PUT",    "/api/v1/mailings/{mailing_id}",         "replace_mailing",       kMailers,        forbidden, to(mailing, &M::replace_mailing)},
        {"DELETE", "/api/v1/mailings/{mailing_id}",         "delete_mailing",        kMailers,        forbidden, to(mailing, &M::delete_mailing)},
        {"POST",   "/api/v1/mailings/{mailing_id}/send",    "send_mailing",          kMailers,        forbidden, to(mailing, &M::send_mailing)},
        {"POST",   "/api/v1/mailings/{mailing_id}/stop",    "stop_mailing",          kMailers,        forbidden, to(mailing, &M::stop_mailing)},
    };
    // clang-format on
}

}  // namespace dure::mailroom
