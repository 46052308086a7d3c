// SPDX-License-Identifier: Apache-2.0
#include "server/app/example_centre.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include "server/codec/codec.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/centre/centre_year.hpp"
#include "server/desks/energy/centre/forecast.hpp"
#include "server/desks/energy/centre/kept_service.hpp"
#include "server/desks/energy/centre/measure_resource.hpp"
#include "server/desks/energy/centre/programme.hpp"
#include "server/desks/energy/centre/programme_described.hpp"

namespace dure::app {
namespace {

namespace energy = desks::energy;

constexpr std::string_view kCentreSeeded = "SELECT 1 FROM setting WHERE name = 'example_centre'";
constexpr std::string_view kCentreNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example_centre', 'fictitious', $1)";
constexpr std::string_view kFirstAccount =
    "SELECT id, name FROM account WHERE example = 1 ORDER BY created, id LIMIT 1";

struct ExampleProgramme {
    bool fictitious = true;
    energy::ProgrammeContent content;
};
BOOST_DESCRIBE_STRUCT(ExampleProgramme, (), (fictitious, content))

Checked<std::vector<ExampleProgramme>> decode_examples(std::string_view json) {
    return codec::decode<std::vector<ExampleProgramme>>(json);
}

template <class T>
std::vector<T> read(const std::filesystem::path& path, Checked<std::vector<T>> (*decode)(std::string_view)) {
    std::ifstream file(path, std::ios::binary);
    auto list = decode(std::string{std::istreambuf_iterator<char>(file), {}});
    if (list) return std::move(*list);
    std::string text;
    for (Error& error : list.error()) {
        error.file = path.string();
        text += codec::Messages::embedded().sentence("en", error) + '\n';
    }
    throw std::runtime_error(text);
}

class Seeder {
  public:
    Seeder(db::Connection& c, const energy::Desk& desk, const energy::Who& who)
        : c_(c), desk_(desk), who_(who) {}

    template <class Content>
    void put(const energy::Resource& resource, const Content& content, bool fictitious) {
        const auto written = resource.read(encode(content)).value();
        ids_[content.title] = energy::create_kept(c_, desk_, resource, written, who_, fictitious).id;
    }
    /// In the files records name each other by their titles.
    void to_ids(std::vector<std::string>& titles) const {
        for (std::string& title : titles) title = ids_.at(title);
    }

  private:
    db::Connection& c_;
    const energy::Desk& desk_;
    const energy::Who& who_;
    std::map<std::string, std::string> ids_;
};

}  // namespace

void seed_example_centre(const std::filesystem::path& folder, const energy::Desk& desk) {
    const auto path = std::filesystem::absolute(folder).parent_path() / "centre";
    if (!std::filesystem::exists(path)) return;
    if (desk.database.read([](db::Connection& c) { return c.query_one(kCentreSeeded).has_value(); })) return;
    const auto measures = read(path / "measures.json", energy::decode_measures);
    auto programmes = read(path / "programmes.json", decode_examples);
    auto years = read(path / "centre_years.json", energy::decode_centre_years);
    const auto forecasts = read(path / "forecasts.json", energy::decode_forecasts);
    desk.database.write([&](db::Connection& c) {
        const auto first = c.query_one(kFirstAccount);
        if (!first) return;
        const auth::Actor actor{
            .account = first->text(0), .name = first->text(1), .roles = {auth::Role::planner}};
        const energy::Who who{actor, "example"};
        Seeder seeder(c, desk, who);
        for (const auto& content : measures) seeder.put(energy::MeasureResource(desk.clock), content, true);
        for (auto one : programmes) {
            seeder.to_ids(one.content.measures);
            seeder.put(energy::ProgrammeResource(), one.content, one.fictitious);
        }
        for (auto content : years) {
            for (auto& task : content.tasks) {
                seeder.to_ids(task.measures);
                seeder.to_ids(task.programmes);
            }
            seeder.put(energy::CentreYearResource(desk.clock), content, true);
        }
        for (const auto& content : forecasts) seeder.put(energy::ForecastResource(), content, true);
        c.execute(kCentreNoteSeeded, desk.clock());
    });
}

}  // namespace dure::app
