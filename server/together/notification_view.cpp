// SPDX-License-Identifier: Apache-2.0
#include "server/together/notification_view.hpp"

#include "engine/base/utc_text.hpp"
#include "server/together/comment_store.hpp"
#include "server/together/cursor.hpp"
#include "server/together/record_link.hpp"
#include "server/together/task_policy.hpp"
#include "server/together/task_store.hpp"
#include "server/together/texts.hpp"

namespace dure::together {

BOOST_DESCRIBE_STRUCT(NotificationView, (), (id, kind, created, path, read, actor_name, subject, text))
BOOST_DESCRIBE_STRUCT(NotificationPage, (), (items, unread, next_cursor))
BOOST_DESCRIBE_STRUCT(NotificationCount, (), (unread))
BOOST_DESCRIBE_STRUCT(NotificationMark, (), (ids, read))

std::span<const codec::Rule> json_rules(const NotificationMark*) {
    static const codec::Rule rules[] = {codec::optional("ids").items(0, 200), codec::required("read")};
    return rules;
}

namespace {

constexpr std::size_t kShown = 200;

bool add_comment(Reader& reader, const std::string& id, NotificationView& view) {
    const auto one = find_comment(reader.connection(), id);
    if (!one || one->deleted || !may_read(reader, *one)) return false;
    view.subject = link_to(*reader.subject(one->subject_kind, one->subject_id));
    view.path = view.subject->path + "?comment=" + id;
    view.text = beginning_of(one->text, kShown);
    return true;
}

bool add_task(Reader& reader, const std::string& id, NotificationView& view) {
    const auto one = find_task(reader.connection(), id);
    if (!one || one->deleted || !may_read(reader, *one)) return false;
    if (one->subject_kind) view.subject = link_to(*reader.subject(*one->subject_kind, *one->subject_id));
    view.path = "/tasks?task=" + id;
    view.text = one->title;
    return true;
}

}  // namespace

std::optional<NotificationView> present(Reader& reader, const Notification& one) {
    NotificationView view{.id = std::to_string(one.number),
                          .kind = one.kind,
                          .created = utc_text(one.created),
                          .read = utc_text(one.read),
                          .actor_name = one.actor_name};
    const bool of_task = one.kind.starts_with("task_");
    if (!(of_task ? add_task(reader, one.about, view) : add_comment(reader, one.about, view)))
        return std::nullopt;
    return view;
}

NotificationPage page_of(Reader& reader, NotificationQuery query) {
    NotificationPage page;
    const auto wanted = static_cast<std::size_t>(query.limit);
    for (bool more = true; more && page.items.size() <= wanted;) {
        const auto found = list_notifications(reader.connection(), query);
        for (const Notification& one : found) {
            query.below = one.number;
            if (auto view = present(reader, one)) page.items.push_back(std::move(*view));
            if (page.items.size() > wanted) break;
        }
        more = found.size() == wanted;
    }
    if (page.items.size() > wanted) {
        page.items.pop_back();
        page.next_cursor = number_cursor(std::stoll(page.items.back().id));
    }
    page.unread = count_unread(reader);
    return page;
}

std::int64_t count_unread(Reader& reader) {
    NotificationQuery query{.account = reader.actor().account, .unread = true, .limit = kMostCounted};
    std::int64_t count = 0;
    for (bool more = true; more && count < kMostCounted;) {
        const auto found = list_notifications(reader.connection(), query);
        for (const Notification& one : found) {
            query.below = one.number;
            if (present(reader, one)) ++count;
        }
        more = found.size() == static_cast<std::size_t>(kMostCounted);
    }
    return std::min<std::int64_t>(count, kMostCounted);
}

Checked<NotificationMark> decode_mark(std::string_view json) {
    return codec::decode<NotificationMark>(json);
}
std::string encode(const NotificationPage& page) {
    return codec::encode(page);
}
std::string encode(const NotificationCount& count) {
    return codec::encode(count);
}

}  // namespace dure::together
