// SPDX-License-Identifier: Apache-2.0
// A million invented figures: how fast they are brought in with their audit, and how long the page of an
// indicator waits for its answer (query, conversion, disagreements, paths, JSON), on SQLite and PostgreSQL,
// beside the same number of bare rows.
//   build/release/bench/figures [--figures N] [--asked N] [postgresql://…]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>

#include "server/db/system.hpp"
#include "server/figures/figure_service.hpp"
#include "server/figures/series_view.hpp"
#include "server/figures/source_store.hpp"

using namespace dure;

namespace {

constexpr int kIndicators = 20, kYears = 100;
constexpr std::size_t kAtOnce = 5'000;

struct Wish {
    int figures = 1'000'000, asked = 5'000;
    std::string postgresql;
};

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string indicator_code(int i) {
    return fmt::format("bench.{}", i);
}
std::string region_code(int i) {
    return fmt::format("xx.{}", i);
}

void add_vocabulary(db::Connection& c, int regions) {
    std::vector<figures::Region> places;
    std::vector<figures::Indicator> indicators;
    for (int i = 0; i < regions; ++i)
        places.push_back(
            {.code = region_code(i), .parent = {}, .name_ko = "지어낸 곳", .name_en = "Made up"});
    for (int i = 0; i < kIndicators; ++i)
        indicators.push_back({.code = indicator_code(i),
                              .topic = "energy",
                              .name_ko = "지어낸 지표",
                              .name_en = "Made up",
                              .nature = figures::Nature::flow,
                              .unit = "ktoe",
                              .note_ko = {},
                              .note_en = {}});
    figures::add_regions(c, places);
    figures::add_indicators(c, indicators);
}

figures::FigureContent made_up(int i, const std::string& source) {
    figures::FigureContent one{.code = {},
                               .region = region_code(i / (kIndicators * kYears)),
                               .indicator = indicator_code(i / kYears % kIndicators),
                               .sector = {},
                               .item = {},
                               .period = std::to_string(1950 + i % kYears)};
    one.value = 1 + i % 977;
    one.unit = i % 2 == 0 ? "ktoe" : "GWh";
    one.source = source;
    return one;
}

double bare(db::Database& database, int rows) {
    constexpr std::string_view columns[] = {"name", "value", "updated"};
    return seconds([&] {
        for (int begin = 0; begin < rows; begin += static_cast<int>(kAtOnce)) {
            std::vector<std::vector<db::Value>> many;
            for (int i = begin; i < std::min(rows, begin + static_cast<int>(kAtOnce)); ++i)
                many.push_back({"bare " + std::to_string(i), std::string(60, 'x'), std::int64_t{i}});
            database.write([&](db::Connection& c) { c.insert_many("setting", columns, many); });
        }
    });
}

void measure(const std::string& url, const Wish& wish) {
    const auto database = db::Database::open({.url = url, .timeout = std::chrono::minutes(10)});
    db::migrate(*database);
    IdMaker ids(db::system_clock(), db::system_random());
    const figures::Office office{*database, db::system_clock(), ids};
    const int regions = std::max(1, wish.figures / (kIndicators * kYears));
    const figures::Source source{.id = ids.next(),
                                 .content = {.code = "bench", .document = "Made up", .publisher = "Bench"},
                                 .owner = {},
                                 .owner_name = {}};
    figures::Vocabulary vocabulary;
    database->write([&](db::Connection& c) {
        add_vocabulary(c, regions);
        figures::insert_sources(c, {&source, 1});
        vocabulary = figures::read_vocabulary(c);
    });
    const double brought = seconds([&] {
        for (int begin = 0; begin < wish.figures; begin += static_cast<int>(kAtOnce)) {
            std::vector<figures::FigureContent> piece;
            for (int i = begin; i < std::min(wish.figures, begin + static_cast<int>(kAtOnce)); ++i)
                piece.push_back(made_up(i, source.id));
            database->write([&](db::Connection& c) {
                const auto made =
                    figures::create_figures(c, office, vocabulary, std::move(piece), std::nullopt, "bench");
                if (!made) std::abort();
            });
        }
    });
    const double rows = bare(*database, wish.figures);
    std::mt19937 random(1);
    std::vector<double> waits;
    std::size_t bytes = 0;
    const auth::Actor reader{.account = "bench"};
    for (int i = 0; i < wish.asked; ++i) {
        const auto& indicator = vocabulary.indicators[random() % vocabulary.indicators.size()];
        std::vector<std::string> of;
        for (int region = 0; region < 3; ++region)
            of.push_back(region_code(static_cast<int>(random() % static_cast<unsigned>(regions))));
        waits.push_back(seconds([&] {
            database->read([&](db::Connection& c) {
                const auto list = figures::series_of(c, indicator.code, of, 5'001);
                bytes += encode(figures::series_view(indicator, list, "TJ", 2026, reader)).size();
            });
        }));
    }
    std::ranges::sort(waits);
    const auto at = [&](double share) {
        return 1000 * waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))];
    };
    fmt::print(
        "{:<11} {} figures in {:.1f} s, {:.0f} a second with their audit; bare rows {:.0f} a second: "
        "ratio {:.2f}\n",
        database->engine(), wish.figures, brought, wish.figures / brought, wish.figures / rows,
        brought / rows);
    fmt::print(
        "{:<11} the page of an indicator, three regions, 300 figures, {} kB: p50 {:.2f} ms, p99 {:.2f} "
        "ms, most {:.2f} ms\n",
        database->engine(), bytes / waits.size() / 1000, at(0.5), at(0.99), at(1));
}

}  // namespace

int main(int argc, char** argv) {
    Wish wish;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--figures" && i + 1 < argc)
            wish.figures = std::atoi(argv[++i]);
        else if (word == "--asked" && i + 1 < argc)
            wish.asked = std::atoi(argv[++i]);
        else
            wish.postgresql = word;
    }
    const auto folder =
        std::filesystem::temp_directory_path() / fmt::format("dure-bench-figures-{}", std::rand());
    std::filesystem::create_directories(folder);
    measure("sqlite://" + (folder / "dure.db").string(), wish);
    std::filesystem::remove_all(folder);
    if (!wish.postgresql.empty()) measure(wish.postgresql, wish);
    return 0;
}
