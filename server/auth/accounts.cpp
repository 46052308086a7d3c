// SPDX-License-Identifier: Apache-2.0
#include "server/auth/accounts.hpp"

#include "engine/base/text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/links.hpp"
#include "server/auth/password_rules.hpp"
#include "server/auth/presenter.hpp"
#include "server/auth/role_store.hpp"
#include "server/auth/second_factor.hpp"
#include "server/http/pipeline.hpp"

namespace dure::auth {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

constexpr std::string_view kInsertToken =
    "INSERT INTO api_token (id, account, name, token_hash, expires, created, updated, scope) VALUES ($1, $2, "
    "$3, $4, $5, $6, $6, $7)";

[[noreturn]] void refuse_field(std::string pointer, std::string code, Params params = {}) {
    http::refuse_fields(
        {{.code = std::move(code), .params = std::move(params), .pointer = std::move(pointer)}});
}

[[noreturn]] void refuse_for_now(std::string code, std::int64_t seconds) {
    const std::string wait = std::to_string(seconds);
    throw http::ProblemException{{.status = 429,
                                  .code = std::move(code),
                                  .params = {{"seconds", wait}},
                                  .headers = {{"Retry-After", wait}}}};
}

template <class T>
T or_busy(std::optional<T> done) {
    if (!done) refuse_for_now("auth.busy", 1);
    return std::move(*done);
}

void insert_or_refuse(db::Connection& c, const Account& account) {
    if (find_account_by_email(c, account.email)) refuse_field("/email", "account.email_taken");
    insert_account(c, account);
}

/// What an audit entry keeps of an account: nothing secret.
std::string json_of(const Account& account, RoleSet roles) {
    return encode(present(account, roles, {}));
}

}  // namespace

Accounts::Accounts(db::Database& database, Clock clock, IdMaker& ids, Sessions& sessions,
                   AccountOptions options)
    : database_(database),
      clock_(std::move(clock)),
      ids_(ids),
      sessions_(sessions),
      roles_(clock_, ids),
      gate_(options.cost, options.hashing, options.waiting),
      pairs_(options.pair),
      addresses_(options.address),
      accounts_(options.account),
      codes_(options.code),
      box_(options.key ? SecretBox(*options.key) : SecretBox::temporary()),
      setup_token_(random_token()) {}

bool Accounts::setup_needed() {
    return !database_.read([](db::Connection& c) { return any_account(c); });
}

Accounts::SignedIn Accounts::create_first(const FirstAdministrator& wanted, const Origin& origin) {
    if (!setup_needed()) http::refuse(409, "setup.done");
    if (!same_secret(wanted.token, setup_token_)) http::refuse(403, "setup.wrong_token");
    const std::string hash = hash_new_password(wanted.password, wanted.email, wanted.name);
    return database_.write([&](db::Connection& c) {
        if (any_account(c)) http::refuse(409, "setup.done");
        const NewAccount account{.email = wanted.email,
                                 .name = wanted.name,
                                 .roles = {Role::administrator, Role::planner},
                                 .language = wanted.language};
        return begin_session(c, create(c, account, hash, {}, origin), origin);
    });
}

Accounts::SignedIn Accounts::sign_in(const SignIn& given, const Origin& origin) {
    count_attempt(given.email, origin);
    const auto account =
        database_.read([&](db::Connection& c) { return find_account_by_email(c, given.email); });
    const bool usable = account && account->active && (!account->example || origin.loopback);
    const auto right = gate_.verify(
        usable && !account->password_hash.empty() ? std::optional(account->password_hash) : std::nullopt,
        given.password);
    if (!right) forgive_attempt(given.email, origin);
    if (!or_busy(right)) http::refuse(401, "auth.sign_in_failed");
    forgive_attempt(given.email, origin);
    return enter(*account, given.code, origin);
}

Accounts::SignedIn Accounts::enter(const Account& account, const std::optional<std::string>& code,
                                   const Origin& origin, const std::function<void(db::Connection&)>& also) {
    if (account.second_factor) {
        if (!code) http::refuse(401, "auth.second_factor_needed");
        count_code(account.id);
    }
    auto signed_in = database_.write([&](db::Connection& c) {
        if (account.second_factor && !use_code(c, box_, account.id, *code, clock_()))
            refuse_field("/code", "auth.wrong_code");
        if (also) also(c);
        sessions_.end_expired(c);
        return begin_session(c, account, origin);
    });
    if (account.second_factor) forgive_code(account.id);
    sessions_.forget();
    return signed_in;
}

/// A session that the request carried ends: an id that someone else planted is worth nothing after a sign-in.
Accounts::SignedIn Accounts::begin_session(db::Connection& c, Account account, const Origin& origin) {
    if (!origin.credential.empty()) sessions_.end(c, origin.credential);
    const Instant now = clock_();
    note_sign_in(c, account.id, now);
    account.last_sign_in = now;
    audit::record(c, {.at = now,
                      .actor = account.id,
                      .action = "sign_in",
                      .record_kind = "account",
                      .record_id = account.id,
                      .request_id = origin.request_id});
    std::string session = sessions_.begin(c, account.id, origin);
    return {.account = std::move(account), .session = std::move(session)};
}

void Accounts::sign_out(const Actor& actor, const Origin& origin) {
    database_.write([&](db::Connection& c) {
        sessions_.end(c, actor.credential);
        audit::record(c, {.at = clock_(),
                          .actor = actor.account,
                          .action = "sign_out",
                          .record_kind = "account",
                          .record_id = actor.account,
                          .request_id = origin.request_id});
    });
    sessions_.forget();
}

void Accounts::change_password(const Actor& actor, const PasswordChange& change, const Origin& origin) {
    const auto before = database_.read([&](db::Connection& c) { return find_account(c, actor.account); });
    if (!before) http::refuse(401, "auth.sign_in_needed");
    require_password(*before, change.current, "/current", origin);
    if (auto refusal = refuse_password(change.next, before->email, before->name, shortest_password_))
        refuse_field("/new", std::move(refusal->code), std::move(refusal->params));
    const std::string hash = or_busy(gate_.hash(change.next));
    database_.write([&](db::Connection& c) {
        auto account = find_account(c, actor.account);
        if (!account || account->password_hash != before->password_hash)
            http::refuse(401, "auth.sign_in_needed");
        account->password_hash = hash;
        account->updated = clock_();
        update_account(c, *account);
        sessions_.end_others(c, account->id, actor.credential);
        audit::record(c, {.at = account->updated,
                          .actor = actor.account,
                          .action = "change_own_password",
                          .record_kind = "account",
                          .record_id = account->id,
                          .request_id = origin.request_id});
    });
    sessions_.forget();
}

std::string Accounts::hash_new_password(const std::string& password, const std::string& email,
                                        const std::string& name) {
    if (auto refusal = refuse_password(password, email, name, shortest_password_))
        refuse_field("/password", std::move(refusal->code), std::move(refusal->params));
    return or_busy(gate_.hash(password));
}

Account Accounts::create(db::Connection& c, const NewAccount& wanted, const std::string& password_hash,
                         const Actor& actor, const Origin& origin, bool example) {
    const Instant now = clock_();
    Account account{.id = ids_.next(),
                    .email = wanted.email,
                    .name = wanted.name,
                    .password_hash = password_hash,
                    .example = example,
                    .language = wanted.language,
                    .created = now,
                    .updated = now};
    const RoleSet roles(wanted.roles);
    insert_or_refuse(c, account);
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "create_account",
                      .record_kind = "account",
                      .record_id = account.id,
                      .after = json_of(account, roles),
                      .request_id = origin.request_id});
    for (const Role role : roles.list()) roles_.give(c, account.id, {.role = role}, actor, origin);
    return account;
}

Account Accounts::change(db::Connection& c, Account account, const AccountChange& change, const Actor& actor,
                         const Origin& origin) {
    const Instant now = clock_();
    const std::vector<std::string> ids{account.id};
    const RoleSet roles = roles_of(c, ids, now)[account.id];
    const std::string before = json_of(account, roles);
    const bool administrated = count_lasting_administrators(c, now) > 0;
    if (change.name) account.name = *change.name;
    if (change.active) account.active = *change.active;
    if (change.language) account.language = *change.language;
    account.updated = now;
    if (!update_account(c, account)) http::refuse(412, "http.stale");
    ++account.version;
    if (administrated && count_lasting_administrators(c, now) == 0)
        http::refuse(409, "account.last_administrator");
    audit::record(c, {.at = account.updated,
                      .actor = actor.account,
                      .action = "change_account",
                      .record_kind = "account",
                      .record_id = account.id,
                      .before = before,
                      .after = json_of(account, roles),
                      .request_id = origin.request_id});
    return account;
}

std::string Accounts::create_token(const std::string& email, const std::string& name, int days) {
    return database_.write([&](db::Connection& c) {
        const auto account = find_account_by_email(c, email);
        if (!account) refuse_field("/email", "account.unknown", {{"email", email}});
        return create_token(c, account->id, {.name = name, .scope = TokenScope::write, .days = days},
                            {.account = account->id}, {.request_id = "shell"})
            .token;
    });
}

Accounts::MadeToken Accounts::create_token(db::Connection& c, const std::string& account,
                                           const NewToken& wanted, const Actor& actor, const Origin& origin) {
    const Instant now = clock_();
    MadeToken made{.id = ids_.next(), .token = "dure_" + random_token()};
    c.execute(kInsertToken, made.id, account, wanted.name, digest(made.token), now + wanted.days * kDay, now,
              wanted.scope == TokenScope::read ? "read" : "write");
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = "create_token",
                      .record_kind = "api_token",
                      .record_id = made.id,
                      .request_id = origin.request_id});
    return made;
}

void Accounts::use_link(const LinkUse& use, const Origin& origin) {
    count_address(origin);
    const auto account = database_.read([&](db::Connection& c) -> std::optional<Account> {
        const auto link = find_link(c, use.token, clock_());
        return link ? find_account(c, link->account) : std::nullopt;
    });
    if (!account) http::refuse(404, "link.unusable");
    forgive_address(origin);
    const std::string hash = hash_new_password(use.password, account->email, account->name);
    database_.write([&](db::Connection& c) {
        // Of two who use it at once, one finds it used.
        const auto link = find_link(c, use.token, clock_());
        auto now = link ? find_account(c, link->account) : std::nullopt;
        if (!now) http::refuse(404, "link.unusable");
        drop_links(c, now->id);
        now->password_hash = hash;
        now->updated = clock_();
        if (!update_account(c, *now)) http::refuse(412, "http.stale");
        sessions_.end_others(c, now->id, "");
        audit::record(c, {.at = now->updated,
                          .actor = now->id,
                          .action = "use_link",
                          .record_kind = "account",
                          .record_id = now->id,
                          .request_id = origin.request_id});
    });
    sessions_.forget();
}

void Accounts::require_password(const Account& account, const std::string& password, std::string pointer,
                                const Origin& origin) {
    count_attempt(account.email, origin);
    const auto hash = account.password_hash.empty() ? std::nullopt : std::optional(account.password_hash);
    if (!or_busy(gate_.verify(hash, password))) refuse_field(std::move(pointer), "auth.wrong_password");
    forgive_attempt(account.email, origin);
}

void Accounts::count_code(const std::string& account) {
    if (const auto wait = codes_.begin(account, clock_())) refuse_for_now("auth.too_many_attempts", *wait);
}

void Accounts::count_address(const Origin& origin) {
    if (const auto wait = addresses_.begin(origin.address, clock_()))
        refuse_for_now("auth.too_many_attempts", *wait);
}

void Accounts::count_attempt(const std::string& email, const Origin& origin) {
    const Instant now = clock_();
    const std::string address = folded(email);
    auto wait = addresses_.begin(origin.address, now);
    if (!wait) wait = pairs_.begin(address + '\n' + origin.address, now);
    if (!wait) wait = accounts_.begin(address, now);
    if (wait) refuse_for_now("auth.too_many_attempts", *wait);
}

void Accounts::forgive_attempt(const std::string& email, const Origin& origin) {
    const std::string address = folded(email);
    addresses_.forgive(origin.address);
    pairs_.forgive(address + '\n' + origin.address);
    accounts_.forgive(address);
}

}  // namespace dure::auth
