// SPDX-License-Identifier: Apache-2.0
#include "server/app/example_network.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/codec/messages.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/meeting_service.hpp"
#include "server/desks/network/record_handlers.hpp"

namespace dure::app {
namespace {

namespace json = boost::json;
namespace network = desks::network;

constexpr std::string_view kNetworkSeeded = "SELECT 1 FROM setting WHERE name = 'example_network'";
constexpr std::string_view kNetworkNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example_network', 'fictitious', $1)";
constexpr std::string_view kSecretary =
    "SELECT a.id, a.name FROM account a JOIN role_grant g ON g.account = a.id WHERE a.example = 1 AND g.role "
    "="
    " 'cluster_manager' ORDER BY a.id LIMIT 1";
constexpr std::string_view kGivePartner =
    "UPDATE role_grant SET organisation = $1 WHERE role = 'partner_cluster' AND account IN (SELECT id FROM"
    " account WHERE example = 1)";
constexpr std::size_t kPartner = 5;  ///< the place in the file of a cluster abroad, whose person one can be
constexpr std::string_view kRequest = "example";

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

[[noreturn]] void refuse(const std::filesystem::path& path, Errors errors) {
    std::string text;
    for (Error& error : errors) {
        error.file = path.string();
        text += error.pointer + ' ' + codec::Messages::embedded().sentence("en", error) + '\n';
    }
    throw std::runtime_error(text);
}

template <class T>
T checked(Checked<T> value, const std::filesystem::path& path) {
    if (!value) refuse(path, std::move(value.error()));
    return std::move(*value);
}

/// What is made of the folder's files, in the order in which one needs the other.
class Seeder {
  public:
    Seeder(db::Connection& c, const std::filesystem::path& folder, const network::Desk& desk,
           const network::Who& who)
        : c_(c), folder_(folder), desk_(desk), who_(who) {}

    std::vector<std::string> clusters(const char* name, bool fictitious) {
        const auto path = folder_ / name;
        std::vector<std::string> ids;
        for (const auto& content : checked(network::decode_clusters(read_file(path)), path))
            ids.push_back(network::create_cluster(c_, desk_, content, who_, fictitious).id);
        return ids;
    }

    std::vector<std::string> records(const char* name, const network::RecordKind& kind) {
        const auto path = folder_ / name;
        std::vector<std::string> ids;
        const json::value file = json::parse(read_file(path));
        for (const auto& one : file.as_array())
            ids.push_back(
                network::create_record(c_, desk_, kind, checked(kind.read(json::serialize(one)), path), who_)
                    .id);
        return ids;
    }

    /// In the file bodies and clusters stand by their places in their own files.
    void meetings(const char* name, const std::vector<std::string>& bodies,
                  const std::vector<std::string>& clusters) {
        const auto path = folder_ / name;
        const json::value file = json::parse(read_file(path));
        for (json::value one : file.as_array()) {
            auto& meeting = one.as_object();
            meeting["body"] = bodies.at(meeting.at("body").to_number<std::size_t>());
            for (auto& attendance : meeting.at("attendance").as_array())
                attendance.as_object()["cluster"] =
                    clusters.at(attendance.at("cluster").to_number<std::size_t>());
            const auto made = network::create_meeting(
                c_, desk_, checked(network::decode_meeting(json::serialize(one)), path), who_);
            if (!made.content.minutes.empty()) network::publish_meeting(c_, desk_, made, who_);
        }
    }

  private:
    db::Connection& c_;
    const std::filesystem::path& folder_;
    const network::Desk& desk_;
    const network::Who& who_;
};

}  // namespace

void seed_example_network(const std::filesystem::path& folder, const network::Desk& desk) {
    const auto files = std::filesystem::absolute(folder).parent_path() / "network";
    if (!std::filesystem::exists(files)) return;
    if (desk.database.read([](db::Connection& c) { return c.query_one(kNetworkSeeded).has_value(); })) return;
    desk.database.write([&](db::Connection& c) {
        const auto secretary = c.query_one(kSecretary);
        if (!secretary) return;
        const auth::Actor actor{.account = secretary->text(0),
                                .name = secretary->text(1),
                                .roles = {auth::Role::cluster_manager}};
        const network::Who who{actor, std::string(kRequest)};
        Seeder seeder(c, files, desk, who);
        seeder.clusters("known_clusters.json", false);
        const auto clusters = seeder.clusters("fictitious_clusters.json", true);
        seeder.records("growth_facts.json", network::kGrowthFact);
        seeder.records("hs_codes.json", network::kHsCode);
        const auto bodies = seeder.records("bodies.json", network::kNetworkBody);
        seeder.meetings("meetings.json", bodies, clusters);
        c.execute(kGivePartner, clusters.at(kPartner));
        c.execute(kNetworkNoteSeeded, desk.clock());
    });
}

}  // namespace dure::app
