// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"
#include "server/approvals/approval_store.hpp"
#include "server/approvals/described.hpp"
#include "server/approvals/handlers.hpp"
#include "server/approvals/list_table.hpp"
#include "server/approvals/presenter.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/list_query.hpp"

namespace dure::approvals {

BOOST_DESCRIBE_ENUM(Box, waiting, mine, done, reference, all)

namespace {

/// What a download holds at most: it is made in memory.
constexpr int kMostExported = 20'000;

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Approval readable(db::Connection& c, const Request& request, const Reader& reader) {
    auto one = find_approval(c, request.parameters.at("approval_id"));
    if (!one || !may_read(reader, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(db::Connection& c, const Office& office, const Approval& one, const Reader& reader,
                int status = 200) {
    return std::move(http::json_text(encode(present(c, office, one, reader)), status)
                         .with("ETag", http::etag_of(one.version)));
}

/// The filters that the list and the download share.
ListQuery filters_in(http::Query& query) {
    ListQuery wanted{.box = query.choice<Box>("box").value_or(Box::all),
                     .part = query.text("q").value_or(""),
                     .state = query.choice<State>("state"),
                     .kind = query.text("kind", 50),
                     .desk = query.choice<Desk>("desk"),
                     .overdue = query.boolean("overdue", false)};
    wanted.order = people::order_in(query, people::Order::updated_down);
    return wanted;
}

/// A change of one approval: read, allowed, If-Match, done.
Response change(const Office& office, const Request& request, const Actor& actor, const auto& allowed,
                const auto& act) {
    return office.database.write([&](db::Connection& c) {
        const Reader reader = reader_of(c, office, actor);
        Approval one = readable(c, request, reader);
        require(allowed(reader, one));
        http::require_match(request, one.version);
        return answer(c, office, act(c, reader, std::move(one)), reader);
    });
}

}  // namespace

Response ApprovalHandlers::list_approvals(const Request& request, const Actor& actor) {
    http::Query query(request);
    ListQuery wanted = filters_in(query);
    wanted.after = people::place_in(query);
    wanted.limit = query.limit();
    query.done();
    const Instant now = office_.clock();
    auto list = office_.database.read([&](db::Connection& c) {
        return approvals::list_approvals(c, reader_of(c, office_, actor), wanted, now);
    });
    SummaryPage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        const Approval& last = list.back().approval;
        page.next_cursor =
            people::cursor_of({.name_key = sort_key(last.title), .updated = last.updated, .id = last.id});
    }
    for (const Listed& one : list) page.items.push_back(present(one, now));
    return http::json_text(encode(page));
}

Response ApprovalHandlers::export_approvals(const Request& request, const Actor& actor) {
    constexpr std::string_view formats[] = {"csv", "xlsx"}, languages[] = {"ko", "en"};
    http::Query query(request);
    ListQuery wanted = filters_in(query);
    if (query.required_text("format").empty()) query.done();
    const bool csv = query.choice("format", formats) == 0u;
    const auto language = languages[query.choice("language", languages).value_or(0)];
    query.done();
    wanted.limit = kMostExported;
    const Instant now = office_.clock();
    const auto list = office_.database.read([&](db::Connection& c) {
        return approvals::list_approvals(c, reader_of(c, office_, actor), wanted, now);
    });
    if (list.size() > static_cast<std::size_t>(kMostExported))
        http::refuse_fields({{.code = "approval.too_many",
                              .params = {{"maximum", std::to_string(kMostExported)}},
                              .pointer = "/query/q"}});
    return file_of(list, language, csv);
}

Response ApprovalHandlers::count_approvals(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return office_.database.read([&](db::Connection& c) {
        return http::json_text(encode(count_waiting(c, reader_of(c, office_, actor), office_.clock())));
    });
}

Response ApprovalHandlers::create_approval(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_content);
    auth::Once once(office_.database, request, actor, "create_approval", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(c, office_,
                      approvals::create_approval(c, office_, content, {actor, request.request_id}),
                      reader_of(c, office_, actor), 201);
    });
}

Response ApprovalHandlers::get_approval(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Reader reader = reader_of(c, office_, actor);
        return answer(c, office_, readable(c, request, reader), reader);
    });
}

Response ApprovalHandlers::replace_approval(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_content);
    return change(office_, request, actor, may_change, [&](db::Connection& c, const Reader&, Approval one) {
        return approvals::replace_approval(c, office_, std::move(one), content, {actor, request.request_id});
    });
}

Response ApprovalHandlers::submit_approval(const Request& request, const Actor& actor) {
    const auto submission = http::read_json(request, decode_submission);
    return change(office_, request, actor, may_submit, [&](db::Connection& c, const Reader&, Approval one) {
        return submit(c, office_, std::move(one), submission.steps, {actor, request.request_id});
    });
}

Response ApprovalHandlers::decide_approval(const Request& request, const Actor& actor) {
    const auto made = http::read_json(request, decode_decision);
    return office_.database.write([&](db::Connection& c) {
        const Reader reader = reader_of(c, office_, actor);
        Approval one = readable(c, request, reader);
        // Whoever held the version of a moment ago learns that it is stale, not that they may not.
        http::require_match(request, one.version);
        const auto holder = decides_for(reader, one);
        require(holder.has_value());
        return answer(c, office_,
                      decide(c, office_, std::move(one), *holder, made, {actor, request.request_id}), reader);
    });
}

Response ApprovalHandlers::recall_approval(const Request& request, const Actor& actor) {
    return change(office_, request, actor, may_recall, [&](db::Connection& c, const Reader&, Approval one) {
        return recall(c, office_, std::move(one), {actor, request.request_id});
    });
}

Response ApprovalHandlers::withdraw_approval(const Request& request, const Actor& actor) {
    return change(office_, request, actor, may_withdraw, [&](db::Connection& c, const Reader&, Approval one) {
        return withdraw(c, office_, std::move(one), {actor, request.request_id});
    });
}

Response ApprovalHandlers::restore_approval(const Request& request, const Actor& actor) {
    return change(office_, request, actor, may_restore, [&](db::Connection& c, const Reader&, Approval one) {
        return approvals::restore_approval(c, office_, std::move(one), {actor, request.request_id});
    });
}

Response ApprovalHandlers::comment_approval(const Request& request, const Actor& actor) {
    const auto comment = http::read_json(request, decode_comment);
    auth::Once once(office_.database, request, actor, "comment_approval", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Reader reader = reader_of(c, office_, actor);
        Approval one = readable(c, request, reader);
        require(may_comment(reader, one));
        return answer(c, office_,
                      add_comment(c, office_, std::move(one), comment, {actor, request.request_id}), reader,
                      201);
    });
}

Response ApprovalHandlers::list_approval_history(const Request& request, const Actor& actor) {
    const auto wanted =
        oversight::read_history_query(request, kApproval, request.parameters.at("approval_id"));
    return office_.database.read([&](db::Connection& c) {
        const Reader reader = reader_of(c, office_, actor);
        // What was tried before it was handed in is the drafter's own.
        require(reader.is(readable(c, request, reader).drafter));
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::approvals
