// SPDX-License-Identifier: Apache-2.0
#include "server/figures/source_codec.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/figures/policy.hpp"
#include "server/people/texts.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(SourceContent, (), (code, document, publisher, page, published, read_on, link, note))
BOOST_DESCRIBE_STRUCT(SourceView, (SourceContent),
                      (id, owner_name, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(SourcePage, (), (items, next_cursor))

std::span<const codec::Rule> json_rules(const SourceContent*) {
    static const codec::Rule rules[] = {
        codec::required("code").length(1, 100).format("imaeil-20170616", is_code),
        codec::required("document").length(1, 500).format("…", people::is_line),
        codec::required("publisher").length(1, 300).format("…", people::is_line),
        codec::optional("page").length(0, 200),
        codec::optional("published").format("2020-06-05", is_published),
        codec::optional("read_on").format("2026-11-27", people::is_day),
        codec::optional("link").length(1, 1000).format("https://www.example.org", people::is_web_address),
        codec::optional("note").length(0, 5000)};
    return rules;
}

bool is_published(std::string_view text) {
    if (text.size() == 10) return people::is_day(text);
    if (text.size() == 7) return people::is_day(std::string(text) + "-01");
    return text.size() == 4 && people::is_day(std::string(text) + "-01-01");
}

bool is_code(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !text.empty() && plain(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-'; });
}

Checked<SourceContent> decode_source(std::string_view json) {
    auto content = codec::decode<SourceContent>(json);
    if (content) {
        content->document = people::trimmed(content->document);
        content->publisher = people::trimmed(content->publisher);
        content->page = people::trimmed(content->page);
        content->note = people::trimmed(content->note);
    }
    return content;
}

std::string encode(const SourceContent& content) {
    return codec::encode(content);
}
std::string encode(const SourceView& view) {
    return codec::encode(view);
}
std::string encode(const SourcePage& page) {
    return codec::encode(page);
}

SourceView present(const Source& one, const auth::Actor& reader) {
    SourceView view{one.content};
    view.id = one.id;
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    if (one.deleted) view.deleted = utc_text(*one.deleted);
    if (may_change(reader, one)) view.actions.emplace_back("replace_source");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_source");
    if (one.deleted && may_restore(reader, one)) view.actions.emplace_back("restore_source");
    return view;
}

}  // namespace dure::figures
