// SPDX-License-Identifier: Apache-2.0
// An import of 200,000 organisations from the file's bytes to records, their audit and what undo needs:
// seconds of each step and the most memory that the process ever held, on SQLite and PostgreSQL, beside the
// same rows written into one bare table.
//   build/release/bench/tables [--rows N] [--format csv|xlsx] [postgresql://…]
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/db/system.hpp"
#include "server/imports/inspect.hpp"
#include "server/imports/run_here.hpp"
#include "server/imports/service.hpp"
#include "server/people/organisation_import.hpp"
#include "server/tables/table.hpp"

using namespace dure;

namespace {

struct Wish {
    int rows = 200'000;
    std::string format = "csv", postgresql;
};

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// In a process of its own, so that its memory is not counted.
void make_file(const std::string& path, const Wish& wish) {
    if (fork() != 0) {
        wait(nullptr);
        return;
    }
    tables::Table table{.title = "made up",
                        .header = {"기관명", "영문명", "구분", "국가", "주소", "홈페이지", "비고"}};
    for (int i = 0; i < wish.rows; ++i)
        table.rows.push_back({fmt::format("지어낸 회사 {}", i), fmt::format("Made Up Company {}", i),
                              std::string("기업"), std::string(i % 3 == 0 ? "대한민국" : "독일"),
                              fmt::format("지어낸 길 {}", i % 1000),
                              fmt::format("https://made-up-{}.example", i), std::string()});
    std::ofstream(path, std::ios::binary)
        << (wish.format == "csv" ? tables::to_csv(table) : tables::to_xlsx({&table, 1}));
    _exit(0);
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Kilobytes; the mark is set back by `forget`.
long most_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}
void forget_most_memory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

double bare(db::Database& database, int rows) {
    std::vector<std::vector<db::Value>> many;
    for (int i = 0; i < rows; ++i)
        many.push_back({"bare " + std::to_string(i), std::string(60, 'x'), std::int64_t{i}});
    constexpr std::string_view columns[] = {"name", "value", "updated"};
    return seconds([&] {
        for (std::size_t begin = 0; begin < many.size(); begin += 2'000)
            database.write([&](db::Connection& c) {
                c.insert_many(
                    "setting", columns,
                    std::span(many).subspan(begin, std::min<std::size_t>(2'000, many.size() - begin)));
            });
    });
}

void measure(const std::string& url, const std::string& path, const Wish& wish) {
    const auto database = db::Database::open({.url = url});
    db::migrate(*database);
    IdMaker ids(db::system_clock(), db::system_random());
    jobs::Queue queue(db::system_clock(), ids);
    const people::Office office{*database, db::system_clock(), ids};
    const imports::Registry registry{people::organisation_resource(office)};
    const imports::Context context{*database, db::system_clock(), ids, queue, registry};
    const std::string account = ids.next();
    database->write([&](db::Connection& c) {
        c.execute(
            "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, created, "
            "updated)"
            " VALUES ($1, $1, $1, 'Bench', '', '', '', 0, 0)",
            account);
    });
    forget_most_memory();
    imports::Import one;
    const double uploaded = seconds([&] {
        const std::string bytes = content_of(path);
        one = imports::inspect(bytes,
                               {.resource = "organisations",
                                .file_name = path,
                                .size = static_cast<std::int64_t>(bytes.size())},
                               registry[0])
                  .value();
        database->write([&](db::Connection& c) {
            one = imports::begin_import(c, context, one, bytes, {.account = account});
        });
    });
    const auto step = [&](imports::Step what) {
        return seconds([&] { one = imports::run_here(context, one.id, what, {}, [](const Progress&) {}); });
    };
    const double checked = step(imports::Step::check), written = step(imports::Step::write);
    const long memory = most_memory();
    const auto count = one.written;
    const double undone = step(imports::Step::undo);
    const double peer = bare(*database, wish.rows);
    const double all = uploaded + checked + written;
    fmt::print(
        "{} {}: {} rows imported in {:.1f} s (upload {:.1f}, check {:.1f}, write {:.1f}), most memory {} MB; "
        "undone {} in {:.1f} s;"
        " the same number of bare rows {:.1f} s, ratio {:.1f}\n",
        database->engine(), wish.format, count, all, uploaded, checked, written, memory / 1024, one.undone,
        undone, peer, all / peer);
}

}  // namespace

int main(int argc, char** argv) {
    Wish wish;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--rows" && i + 1 < argc)
            wish.rows = std::stoi(argv[++i]);
        else if (word == "--format" && i + 1 < argc)
            wish.format = argv[++i];
        else
            wish.postgresql = word;
    }
    const auto folder = std::filesystem::temp_directory_path() / ("dure_bench_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const std::string path = (folder / ("table." + wish.format)).string();
    make_file(path, wish);
    measure("sqlite://" + (folder / "dure.db").string(), path, wish);
    if (!wish.postgresql.empty()) measure(wish.postgresql, path, wish);
    std::filesystem::remove_all(folder);
}
