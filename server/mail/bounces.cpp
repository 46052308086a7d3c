// SPDX-License-Identifier: Apache-2.0
#include "server/mail/bounces.hpp"

#include "engine/base/text.hpp"
#include "server/mail/mime.hpp"
#include "server/mail/settings.hpp"

namespace dure::mail {
namespace {

constexpr std::string_view kFind =
    "SELECT number FROM mail WHERE message_id = $1 AND recipient = $2 AND state IN ('sent', 'bounced')";
constexpr std::string_view kMark =
    "UPDATE mail SET state = 'bounced', failure = $2, version = version + 1, updated = $3 WHERE number = $1";

const Part* find_part(const Part& part, std::string_view type) {
    if (part.type == type) return &part;
    for (const Part& inner : part.parts)
        if (const Part* found = find_part(inner, type)) return found;
    return nullptr;
}

/// "rfc822; kim@firm.example" without what stands before the semicolon.
std::string value_of(std::string_view field) {
    const auto semicolon = field.find(';');
    std::string_view value = semicolon == field.npos ? field : field.substr(semicolon + 1);
    while (value.starts_with(' ') || value.starts_with('<')) value.remove_prefix(1);
    while (value.ends_with(' ') || value.ends_with('>')) value.remove_suffix(1);
    return std::string(value);
}

std::string original_message_id(const Part& report) {
    for (const std::string_view type : {"message/rfc822", "text/rfc822-headers", "message/global-headers"})
        if (const Part* original = find_part(report, type)) {
            std::string_view text = original->body;
            for (const auto& [name, value] : take_headers(text))
                if (name == "message-id") return value;
        }
    return {};
}

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string field(const Fields& fields, std::string_view name) {
    for (const auto& [one, value] : fields)
        if (one == name) return value;
    return {};
}

}  // namespace

Expected<std::vector<Bounce>> read_bounces(std::string_view message) {
    const auto report = read_mime(message);
    if (!report) return std::unexpected(report.error());
    const Part* status = find_part(*report, "message/delivery-status");
    if (!status) return fail("bounce.no_report");
    const std::string message_id = original_message_id(*report);
    std::vector<Bounce> bounces;
    // Blocks of fields: the first is of the message, each other of one reader.
    for (std::string_view rest = status->body; !rest.empty();) {
        const Fields fields = take_headers(rest);
        const std::string recipient = field(fields, "original-recipient").empty()
                                          ? value_of(field(fields, "final-recipient"))
                                          : value_of(field(fields, "original-recipient"));
        if (recipient.empty()) continue;
        const std::string code = field(fields, "status"), action = folded(field(fields, "action"));
        bounces.push_back({.recipient = recipient,
                           .lasting = action == "failed" && code.starts_with("5."),
                           .status = code,
                           .said = value_of(field(fields, "diagnostic-code")),
                           .message_id = message_id});
    }
    if (bounces.empty()) return fail("bounce.no_report");
    return bounces;
}

BounceCount record_bounces(db::Connection& c, const std::vector<Bounce>& bounces, Instant now) {
    BounceCount count;
    for (const Bounce& bounce : bounces) {
        if (!bounce.lasting) continue;
        const std::string recipient = folded(bounce.recipient);
        const auto mail = c.query_one(kFind, bounce.message_id, recipient);
        if (!mail) {
            ++count.unknown;
            continue;
        }
        const std::string said = (bounce.status + " " + bounce.said).substr(0, 500);
        c.execute(kMark, mail->integer(0), said, now);
        ++count.mails;
        // x.1.x is about the address, x.2.1 a closed letter box; the rest (full, too large, refused as spam)
        // may pass.
        if (bounce.status.starts_with("5.1.") || bounce.status == "5.2.1") {
            block(c, recipient, kEveryTopic, BlockReason::bounced, said, now);
            ++count.addresses;
        }
    }
    return count;
}

}  // namespace dure::mail
