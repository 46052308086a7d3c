// SPDX-License-Identifier: Apache-2.0
#include "server/people/person_export.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/consent_codec.hpp"
#include "server/people/contact_codec.hpp"
#include "server/people/person_service.hpp"
#include "server/people/presenter.hpp"
#include "server/people/privacy_codec.hpp"

namespace dure::people {
namespace {

namespace json = boost::json;

/// Beyond this a person asks for the rest: no record comes near it.
constexpr int kMost = 5'000;

json::array contacts(db::Connection& c, const Person& one) {
    json::array list;
    for (const Contact& each : list_contacts(c, {.person = one.id, .limit = kMost})) {
        json::object entry{{"kind", std::string(name_of(each.content.kind))},
                           {"at", each.content.at},
                           {"summary", each.content.summary},
                           {"next_step", each.content.next_step}};
        if (each.organisation_name) entry["organisation_name"] = *each.organisation_name;
        list.push_back(std::move(entry));
    }
    return list;
}

json::array given_consents(db::Connection& c, const Person& one, Instant now) {
    json::array list;
    for (const Consent& each : consents_of(c, one.id)) {
        auto entry = json::parse(encode(present(each, now, false))).as_object();
        for (const char* own : {"id", "person", "person_name", "owner", "version", "actions"})
            entry.erase(own);
        list.push_back(std::move(entry));
    }
    return list;
}

json::array reads(db::Connection& c, const Person& one) {
    json::array list;
    for (const Read& each : list_reads(c, {.person = one.id, .limit = kMost}))
        list.push_back({{"at", utc_text(each.at)}, {"by", each.account_name}, {"operation", each.operation}});
    return list;
}

json::array changes(db::Connection& c, const Person& one) {
    json::array list;
    for (const auto& line :
         oversight::list(c, {.record_kind = std::string(kPerson), .record_id = one.id, .limit = kMost}))
        list.push_back({{"at", utc_text(line.recorded.entry.at)},
                        {"by", line.actor_name.value_or("")},
                        {"operation", line.recorded.entry.action}});
    return list;
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

/// Writes the page of one export.
class Page {
  public:
    explicit Page(std::string_view language) : language_(language == "ko" ? "ko" : "en") {}

    std::string write(const json::object& all) {
        const json::object& person = all.at("person").as_object();
        const std::string title = say("person.export.title");
        html_ = "<!doctype html><html lang=\"" + std::string(language_) +
                "\"><meta charset=\"utf-8\"><title>" + escaped(title) + "</title><body><h1>" +
                escaped(title) + "</h1><p>" +
                escaped(say("person.export.text", {{"at", std::string(all.at("exported").as_string())}})) +
                "</p>";
        facts(person);
        table("person.export.employments", person.at("employments").as_array(),
              {"organisation_name", "job", "first_day", "last_day"});
        table("person.export.consents", all.at("consents").as_array(),
              {"purpose", "text_version", "given", "given_by", "expires", "withdrawn"});
        table("person.export.contacts", all.at("contacts").as_array(),
              {"at", "kind", "organisation_name", "summary", "next_step"});
        table("person.export.changes", all.at("changes").as_array(), {"at", "by", "operation"});
        table("person.export.reads", all.at("reads").as_array(), {"at", "by", "operation"});
        return html_ + "</body></html>\n";
    }

  private:
    std::string say(const std::string& key, const Params& params = {}) const {
        return codec::Messages::embedded().sentence(language_, key, params);
    }

    void facts(const json::object& person) {
        std::string names, languages;
        for (const auto& name : person.at("names").as_array())
            names += (names.empty() ? "" : ", ") + std::string(name.at("name").as_string());
        for (const auto& tag : person.at("languages").as_array())
            languages += (languages.empty() ? "" : ", ") + std::string(tag.as_string());
        html_ += "<dl>";
        fact("names", names);
        for (const char* field : {"title", "email", "telephone"}) fact(field, shown(person, field));
        fact("languages", languages);
        fact("note", shown(person, "note"));
        html_ += "</dl>";
    }
    void fact(const std::string& field, const std::string& value) {
        if (value.empty()) return;
        html_ +=
            "<dt><b>" + escaped(say("person.field." + field)) + "</b></dt><dd>" + escaped(value) + "</dd>";
    }

    static std::string shown(const json::object& row, std::string_view field) {
        const auto* value = row.if_contains(field);
        return value && value->is_string() ? std::string(value->as_string()) : "";
    }
    /// Codes in words, the rest as it is.
    std::string cell(const json::object& row, std::string_view field) const {
        const std::string value = shown(row, field);
        if (value.empty()) return value;
        if (field == "kind") return say("contact.kind." + value);
        if (field == "purpose") return say("consent.purpose." + value);
        if (field == "given_by") return say("consent.given_by." + value);
        if (field == "operation") return say("rights.operation." + value);
        return value;
    }

    void table(const std::string& title, const json::array& rows,
               const std::vector<std::string_view>& fields) {
        html_ += "<h2>" + escaped(say(title)) + "</h2>";
        if (rows.empty()) {
            html_ += "<p>" + escaped(say("person.export.nothing")) + "</p>";
            return;
        }
        html_ += "<table border=\"1\" cellpadding=\"4\"><thead><tr>";
        for (const auto field : fields)
            html_ +=
                "<th scope=\"col\">" + escaped(say("person.export.field." + std::string(field))) + "</th>";
        html_ += "</tr></thead><tbody>";
        for (const auto& row : rows) {
            html_ += "<tr>";
            for (const auto field : fields) html_ += "<td>" + escaped(cell(row.as_object(), field)) + "</td>";
            html_ += "</tr>";
        }
        html_ += "</tbody></table>";
    }

    std::string_view language_;
    std::string html_;
};

}  // namespace

std::string export_json(db::Connection& c, const Person& one, Instant now) {
    auto person = json::parse(encode(present_whole(one))).as_object();
    for (const char* own : {"owner", "version", "actions"}) person.erase(own);
    return json::serialize(json::object{{"exported", utc_text(now)},
                                        {"person", std::move(person)},
                                        {"consents", given_consents(c, one, now)},
                                        {"contacts", contacts(c, one)},
                                        {"changes", changes(c, one)},
                                        {"reads", reads(c, one)}});
}

std::string export_html(std::string_view json, std::string_view language) {
    return Page(language).write(json::parse(json).as_object());
}

}  // namespace dure::people
