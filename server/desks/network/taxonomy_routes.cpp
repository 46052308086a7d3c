// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/taxonomy_routes.hpp"

#include "server/auth/once.hpp"
#include "server/desks/network/cluster_policy.hpp"
#include "server/desks/network/requirements.hpp"
#include "server/desks/network/taxonomy_service.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"

namespace dure::desks::network {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

struct ConceptPlace {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(ConceptPlace, (), (id))
std::span<const codec::Rule> json_rules(const ConceptPlace*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}

/// Anyone reads the words; who has reviewed them is the institute's to know.
std::string shown(const Concept& one, const Actor& actor) {
    std::vector<std::string> actions;
    if (actor.has_any(kSecretariat) && one.deleted) actions = {"restore_concept"};
    if (actor.has_any(kSecretariat) && !one.deleted)
        actions = {"replace_concept", "review_concept", "delete_concept"};
    return present(one, actor.has_any(kInstituteReaders), actions);
}

Response answer(const Concept& one, const Actor& actor, int status = 200) {
    return std::move(http::json_text(shown(one, actor), status).with("ETag", http::etag_of(one.version)));
}

Concept found_concept(db::Connection& c, const Request& request, bool also_deleted = false) {
    auto one = find_concept(c, request.parameters.at("concept_id"));
    if (!one || (one->deleted && !also_deleted)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

std::vector<Term> read_terms(const std::string& id, const std::vector<WrittenTerm>& written) {
    auto terms = check_terms(id, written);
    if (!terms) http::refuse_fields(std::move(terms.error()));
    return std::move(*terms);
}

class Handlers {
  public:
    explicit Handlers(const Desk& desk) : desk_(desk) {}

    Response get_taxonomy(const Request& request, const Actor&) {
        http::Query(request).done();
        return http::json_text(
            encode(desk_.database.read([](db::Connection& c) { return count_taxonomy(c); })));
    }

    Response list_concepts(const Request& request, const Actor& actor) {
        constexpr std::string_view states[] = {"reviewed", "unreviewed", "missing"};
        http::Query query(request);
        ConceptQuery wanted{.part = query.text("q").value_or(""),
                            .field = query.text("field", 100),
                            .language = query.text("language", 35),
                            .deleted = query.boolean("deleted", false),
                            .limit = query.limit()};
        if (const auto state = query.choice("state", states)) wanted.state = static_cast<TermState>(*state);
        if (const auto place = query.cursor<ConceptPlace>()) wanted.after = place->id;
        query.done();
        if (!actor.has_any(kSecretariat)) wanted.deleted = false;
        auto list = desk_.database.read([&](db::Connection& c) { return network::list_concepts(c, wanted); });
        std::string next;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            next = http::write_cursor(ConceptPlace{list.back().id});
        }
        std::string items;
        for (const Concept& one : list) items += (items.empty() ? "" : ",") + shown(one, actor);
        return http::json_text("{\"items\":[" + items + ']' +
                               (next.empty() ? "" : ",\"next_cursor\":\"" + next + '"') + '}');
    }

    Response create_concept(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_new_concept);
        const auto terms = read_terms(wanted.id, wanted.terms);
        auth::Once once(desk_.database, request, actor, "create_concept", desk_.clock());
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            return answer(network::create_concept(c, desk_, wanted.id, terms, {actor, request.request_id}),
                          actor, 201);
        });
    }

    Response get_concept(const Request& request, const Actor& actor) {
        const Concept one = desk_.database.read([&](db::Connection& c) { return found_concept(c, request); });
        const std::string tag = http::etag_of(one.version);
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        return answer(one, actor);
    }

    Response replace_concept(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_concept);
        const auto terms = read_terms(request.parameters.at("concept_id"), wanted.terms);
        return desk_.database.write([&](db::Connection& c) {
            Concept one = found_concept(c, request);
            http::require_match(request, one.version);
            return answer(
                network::replace_concept(c, desk_, std::move(one), terms, {actor, request.request_id}),
                actor);
        });
    }

    Response delete_concept(const Request& request, const Actor& actor) {
        desk_.database.write([&](db::Connection& c) {
            Concept one = found_concept(c, request);
            http::require_match(request, one.version);
            remove_concept(c, desk_, std::move(one), {actor, request.request_id});
        });
        return http::no_content();
    }

    Response restore_concept(const Request& request, const Actor& actor) {
        return desk_.database.write([&](db::Connection& c) {
            return answer(network::restore_concept(c, desk_, found_concept(c, request, true),
                                                   {actor, request.request_id}),
                          actor);
        });
    }

    Response review_concept(const Request& request, const Actor& actor) {
        const auto review = http::read_json(request, decode_review);
        return desk_.database.write([&](db::Connection& c) {
            Concept one = found_concept(c, request);
            http::require_match(request, one.version);
            return answer(
                network::review_concept(c, desk_, std::move(one), review, {actor, request.request_id}),
                actor);
        });
    }

    Response list_concept_history(const Request& request, const Actor&) {
        const auto wanted =
            oversight::read_history_query(request, kConcept, request.parameters.at("concept_id"));
        return desk_.database.read([&](db::Connection& c) {
            found_concept(c, request, true);
            return http::json_text(oversight::page_of(c, wanted));
        });
    }

    Response export_taxonomy(const Request& request, const Actor&) {
        http::Query(request).done();
        Response response{
            .content_type = "text/tab-separated-values; charset=utf-8",
            .body = to_tsv(desk_.database.read([](db::Connection& c) { return current_taxonomy(c); }).terms)};
        return std::move(response.with("Content-Disposition", "attachment; filename=\"terms.tsv\""));
    }

    Response import_taxonomy(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json(request, decode_import);
        auto terms = search::read_taxonomy(wanted.tsv, wanted.file.empty() ? "terms.tsv" : wanted.file);
        if (!terms) {
            for (Error& error : terms.error()) error.pointer = "/tsv";
            http::refuse_fields(std::move(terms.error()));
        }
        auth::Once once(desk_.database, request, actor, "import_taxonomy", desk_.clock());
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            return http::json_text(encode(
                import_terms(c, desk_, *terms, wanted.mode, wanted.preview, {actor, request.request_id})));
        });
    }

    Response undo_taxonomy_import(const Request& request, const Actor& actor) {
        return desk_.database.write([&](db::Connection& c) {
            const auto import = find_import(c, request.parameters.at("import_id"));
            if (!import) http::refuse(404, "http.not_found");
            undo_import(c, desk_, *import, {actor, request.request_id});
            return http::json_text(encode(count_taxonomy(c)));
        });
    }

  private:
    const Desk desk_;
};

constexpr std::size_t kImportLimit = std::size_t{8} << 20;

}  // namespace

std::vector<auth::Operation> taxonomy_operations(const Desk& desk) {
    const auto one = [handlers = std::make_shared<Handlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using auth::kEveryone;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/network/taxonomy",                                  "get_taxonomy",         kEveryone,         forbidden, one(&H::get_taxonomy)},
        {"GET",    "/api/v1/network/taxonomy/export",                           "export_taxonomy",      kEveryone,         forbidden, one(&H::export_taxonomy)},
        {"POST",   "/api/v1/network/taxonomy/imports",                          "import_taxonomy",      kSecretariat,      forbidden, one(&H::import_taxonomy), kImportLimit},
        {"POST",   "/api/v1/network/taxonomy/imports/{import_id}/undo",         "undo_taxonomy_import", kSecretariat,      not_found, one(&H::undo_taxonomy_import)},
        {"GET",    "/api/v1/network/taxonomy/concepts",                         "list_concepts",        kEveryone,         forbidden, one(&H::list_concepts)},
        {"POST",   "/api/v1/network/taxonomy/concepts",                         "create_concept",       kSecretariat,      forbidden, one(&H::create_concept)},
        {"GET",    "/api/v1/network/taxonomy/concepts/{concept_id}",            "get_concept",          kEveryone,         not_found, one(&H::get_concept)},
        {"PUT",    "/api/v1/network/taxonomy/concepts/{concept_id}",            "replace_concept",      kSecretariat,      not_found, one(&H::replace_concept)},
        {"DELETE", "/api/v1/network/taxonomy/concepts/{concept_id}",            "delete_concept",       kSecretariat,      not_found, one(&H::delete_concept)},
        {"POST",   "/api/v1/network/taxonomy/concepts/{concept_id}/restore",    "restore_concept",      kSecretariat,      not_found, one(&H::restore_concept)},
        {"POST",   "/api/v1/network/taxonomy/concepts/{concept_id}/review",     "review_concept",       kSecretariat,      not_found, one(&H::review_concept)},
        {"GET",    "/api/v1/network/taxonomy/concepts/{concept_id}/history",    "list_concept_history", kInstituteReaders, not_found, one(&H::list_concept_history)},
    };
    // clang-format on
}

}  // namespace dure::desks::network
