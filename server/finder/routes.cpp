// SPDX-License-Identifier: Apache-2.0
#include "server/finder/routes.hpp"

#include <algorithm>

#include "server/finder/place.hpp"
#include "server/finder/views.hpp"
#include "server/http/pipeline.hpp"

namespace dure::finder {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

class Handlers {
  public:
    Handlers(db::Database& database, std::shared_ptr<Box> box) : database_(database), box_(std::move(box)) {}

    Response find_records(const Request& request, const Actor& actor) {
        http::Query query(request);
        Question question{.text = query.required_text("q"),
                          .kind = query.text("kind", 50),
                          .unfinished = query.boolean("unfinished", false),
                          .after = place_in(query),
                          .limit = static_cast<std::size_t>(query.integer("limit", 1, 50, 5))};
        if (question.after && !question.kind) query.refuse("kind", "json.missing", {});
        query.done();
        const auto groups = database_.read([&](db::Connection& c) { return box_->find(c, actor, question); });
        note_shown(groups, request, actor);
        return http::json_text(encode(groups));
    }

  private:
    void note_shown(const std::vector<Group>& groups, const Request& request, const Actor& actor) {
        const auto noted = [](const Group& group) { return static_cast<bool>(group.kind->shown); };
        if (std::ranges::none_of(groups, noted)) return;
        database_.write([&](db::Connection& c) {
            for (const Group& group : groups)
                if (noted(group))
                    group.kind->shown(c, actor, request.request_id,
                                      static_cast<std::int64_t>(group.hits.size()));
        });
    }

    db::Database& database_;
    const std::shared_ptr<Box> box_;
};

}  // namespace

std::vector<auth::Operation> operations(db::Database& database, std::shared_ptr<Box> box) {
    const auto handlers = std::make_shared<Handlers>(database, std::move(box));
    return {{"GET", "/api/v1/search", "find_records", auth::kSignedIn, auth::Refusal::forbidden,
             auth::bind(handlers, &Handlers::find_records)}};
}

}  // namespace dure::finder
