// SPDX-License-Identifier: Apache-2.0
#include "server/auth/second_factor.hpp"

#include <algorithm>

#include "server/auth/secrets.hpp"
#include "server/auth/totp.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kFind =
    "SELECT secret, confirmed, last_step FROM second_factor WHERE account = $1";
constexpr std::string_view kBegin =
    "INSERT INTO second_factor (account, secret, created) VALUES ($1, $2, $3) ON CONFLICT (account) DO "
    "UPDATE "
    "SET secret = excluded.secret, created = excluded.created WHERE second_factor.confirmed IS NULL";
constexpr std::string_view kConfirm =
    "UPDATE second_factor SET confirmed = $2, last_step = $3 WHERE account = $1";
constexpr std::string_view kStep = "UPDATE second_factor SET last_step = $2 WHERE account = $1";
constexpr std::string_view kInsertCode = "INSERT INTO recovery_code (account, code_hash) VALUES ($1, $2)";
constexpr std::string_view kUseCode = "DELETE FROM recovery_code WHERE account = $1 AND code_hash = $2";
constexpr std::string_view kCodesLeft = "SELECT count(*) FROM recovery_code WHERE account = $1";
constexpr std::string_view kDrop = "DELETE FROM second_factor WHERE account = $1";
constexpr std::string_view kDropCodes = "DELETE FROM recovery_code WHERE account = $1";

constexpr std::string_view kSecrets = "SELECT account, secret FROM second_factor";
constexpr std::string_view kSealOne =
    "UPDATE second_factor SET secret = $2 WHERE account = $1 AND secret = $3";
constexpr std::string_view kPurpose = "second_factor";

constexpr int kRecoveryCodes = 10;
constexpr std::size_t kRecoveryBytes = 10;  // 80 bits: not to be guessed from the digest

/// "ABCDEFGH23456789" as people copy it.
std::string grouped(std::string_view code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); i += 4)
        text += (i == 0 ? "" : "-") + std::string(code.substr(i, 4));
    return text;
}

/// As people type it: any case, with or without hyphens and blanks.
std::string plain(std::string_view code) {
    std::string text;
    for (const char c : code) {
        if (c == '-' || c == ' ') continue;
        text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

/// The account is bound in, so that a secret cannot be moved to another.
std::string purpose(const std::string& account) {
    return std::string(kPurpose) + ' ' + account;
}

/// The time step whose code it is; none where the secret cannot be read, or no code matches.
std::optional<std::int64_t> matching_step(const SecretBox& box, const std::string& account,
                                          const db::Row& row, const std::string& code, Instant now) {
    const std::string& stored = row.text(0);
    const auto secret =
        SecretBox::is_sealed(stored) ? box.open(purpose(account), stored) : std::optional(stored);
    if (!secret) return std::nullopt;
    return match_totp(*secret, code, now, row.integer(2));
}

}  // namespace

FactorStanding second_factor_standing(db::Connection& c, const std::string& account) {
    const auto row = c.query_one(kFind, account);
    if (!row) return FactorStanding::none;
    return row->null(1) ? FactorStanding::begun : FactorStanding::confirmed;
}

void begin_second_factor(db::Connection& c, const SecretBox& box, const std::string& account,
                         const std::string& secret, Instant now) {
    c.execute(kBegin, account, box.seal(purpose(account), secret), now);
}

std::vector<std::string> confirm_second_factor(db::Connection& c, const SecretBox& box,
                                               const std::string& account, std::string_view code,
                                               Instant now) {
    const auto row = c.query_one(kFind, account);
    if (!row || !row->null(1)) return {};
    const auto step = matching_step(box, account, *row, plain(code), now);
    if (!step) return {};
    c.execute(kConfirm, account, now, *step);
    c.execute(kDropCodes, account);
    std::vector<std::string> codes;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        const std::string made = base32(random_bytes(kRecoveryBytes));
        c.execute(kInsertCode, account, digest(made));
        codes.push_back(grouped(made));
    }
    return codes;
}

bool use_code(db::Connection& c, const SecretBox& box, const std::string& account, std::string_view code,
              Instant now) {
    const auto row = c.query_one(kFind, account);
    if (!row || row->null(1)) return false;
    const std::string given = plain(code);
    if (const auto step = matching_step(box, account, *row, given, now)) {
        c.execute(kStep, account, *step);
        return true;
    }
    return c.execute(kUseCode, account, digest(given)) == 1;
}

int seal_secrets(db::Connection& c, const SecretBox& box) {
    int sealed = 0;
    for (const db::Row& row : c.query(kSecrets)) {
        if (SecretBox::is_sealed(row.text(1))) continue;
        c.execute(kSealOne, row.text(0), box.seal(purpose(row.text(0)), row.text(1)), row.text(1));
        ++sealed;
    }
    return sealed;
}

int count_unreadable_secrets(db::Connection& c, const SecretBox& box) {
    int unreadable = 0;
    for (const db::Row& row : c.query(kSecrets))
        if (SecretBox::is_sealed(row.text(1)) && !box.open(purpose(row.text(0)), row.text(1))) ++unreadable;
    return unreadable;
}

std::int64_t recovery_codes_left(db::Connection& c, const std::string& account) {
    return c.query_one(kCodesLeft, account)->integer(0);
}

void drop_second_factor(db::Connection& c, const std::string& account) {
    c.execute(kDropCodes, account);
    c.execute(kDrop, account);
}

}  // namespace dure::auth
