// SPDX-License-Identifier: Apache-2.0
// A directory of invented companies (100,000, or N): index time and size, then the time of a query on one
// core, beside SQLite's FTS5 with its default and its trigram tokenizer on the same texts and queries.
//   build/release/bench/search [N [QUERIES]]
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/search/search.hpp"

using namespace dure::search;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

struct Profile {
    std::string id, name, text, country;
};

/// Fictitious: syllables and words drawn by a seed, common words more often than rare ones.
class Generator {
  public:
    std::vector<Profile> profiles(int n) {
        std::vector<Profile> made;
        for (int i = 0; i < n; ++i) {
            const bool korean = i % 2 == 0;
            Profile p{.id = fmt::format("p{:07}", i), .name = name(korean), .text = "", .country = country()};
            const int words = 20 + below(40);
            for (int w = 0; w < words; ++w) p.text += (korean ? korean_word() : english_word()) + " ";
            made.push_back(std::move(p));
        }
        return made;
    }

    std::vector<std::string> queries(int n) {
        std::vector<std::string> made;
        for (int i = 0; i < n; ++i) {
            const bool korean = i % 2 == 0;
            std::string q;
            for (int w = 0; w <= i % 3; ++w) q += (w ? " " : "") + (korean ? korean_noun() : english_word());
            made.push_back(std::move(q));
        }
        return made;
    }

  private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    /// Of rank r with a chance of about 1/r.
    int ranked(int n) {
        const double u = (static_cast<double>(random_() >> 11U) + 0.5) / 9007199254740992.0;
        return std::min(n - 1, static_cast<int>(std::exp(u * std::log(n + 1.0)) - 1));
    }

    static std::string made_up(int rank, const std::vector<std::string>& parts) {
        std::string word;
        for (int left = rank + 60; left > 0; left /= static_cast<int>(parts.size())) {
            word += parts[static_cast<std::size_t>(left) % parts.size()];
        }
        return word;
    }

    std::string korean_noun() {
        static const std::vector<std::string> parts{"가", "로", "봇", "정", "밀", "기", "계",
                                                    "전", "자", "수", "소", "열", "펌", "발",
                                                    "감", "속", "동", "공", "산", "업"};
        return made_up(ranked(20000), parts);
    }
    std::string korean_word() {
        static const std::vector<std::string> particles{"", "을", "의", "에서", "으로", "은", "도"};
        return korean_noun() + particles[static_cast<std::size_t>(below(7))];
    }
    std::string english_word() {
        static const std::vector<std::string> parts{"ro", "bot", "ge", "ar", "pu", "mp",  "ta", "len",
                                                    "vi", "sor", "ka", "ne", "du", "mil", "ex", "tor"};
        static const std::vector<std::string> endings{"", "s", "ing", "ed", ""};
        return made_up(ranked(20000), parts) + endings[static_cast<std::size_t>(below(5))];
    }
    std::string name(bool korean) {
        return korean ? korean_noun() + korean_noun() : english_word() + " " + english_word();
    }
    std::string country() { return std::string(1, static_cast<char>('A' + below(26))); }

    std::mt19937_64 random_{20261126};
};

struct Times {
    double p50, p99;
};

template <class Ask>
Times timed(const std::vector<std::string>& queries, Ask ask) {
    std::vector<double> took;
    for (const auto& q : queries) {
        const auto since = Clock::now();
        ask(q);
        took.push_back(milliseconds(since));
    }
    std::sort(took.begin(), took.end());
    return {took[took.size() / 2], took[took.size() * 99 / 100]};
}

void check(int code, sqlite3* db) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        throw std::runtime_error(sqlite3_errmsg(db));
}

void run(sqlite3* db, const char* sql) {
    check(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), db);
}

/// What the database holds, its texts included.
double megabytes(sqlite3* db) {
    double size = 1e-6;
    for (const char* sql : {"PRAGMA page_count", "PRAGMA page_size"}) {
        sqlite3_stmt* ask = nullptr;
        check(sqlite3_prepare_v2(db, sql, -1, &ask, nullptr), db);
        check(sqlite3_step(ask), db);
        size *= static_cast<double>(sqlite3_column_int64(ask, 0));
        sqlite3_finalize(ask);
    }
    return size;
}

/// Words of a query, any of them, as FTS5 asks for them.
std::string any_of(const std::string& query) {
    std::string made = "\"";
    for (const char c : query) made += c == ' ' ? std::string("\" OR \"") : std::string(1, c);
    return made + "\"";
}

void against_fts5(const char* label, const char* tokenizer, const std::vector<Profile>& profiles,
                  const std::vector<std::string>& queries, const Times& ours) {
    sqlite3* db = nullptr;
    check(sqlite3_open(":memory:", &db), db);
    const auto since = Clock::now();
    run(db, fmt::format("CREATE VIRTUAL TABLE t USING fts5(name, text, tokenize='{}')", tokenizer).c_str());
    run(db, "BEGIN");
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(db, "INSERT INTO t VALUES (?, ?)", -1, &insert, nullptr), db);
    for (const Profile& p : profiles) {
        sqlite3_bind_text(insert, 1, p.name.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, p.text.c_str(), -1, SQLITE_STATIC);
        check(sqlite3_step(insert), db);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run(db, "COMMIT");
    const double built = milliseconds(since);
    const double size = megabytes(db);
    sqlite3_stmt* ask = nullptr;
    check(sqlite3_prepare_v2(db, "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 3, 1) LIMIT 20", -1,
                             &ask, nullptr),
          db);
    const Times theirs = timed(queries, [&](const std::string& q) {
        const std::string text = any_of(q);
        sqlite3_bind_text(ask, 1, text.c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(ask) == SQLITE_ROW) continue;
        sqlite3_reset(ask);
    });
    sqlite3_finalize(ask);
    sqlite3_close(db);
    fmt::print(
        "{:<14} index {:7.0f} ms  {:5.0f} MB     query p50 {:7.3f} ms  p99 {:7.3f} ms   ratio of p50 {:.1f}, "
        "of p99 {:.1f}\n",
        label, built, size, theirs.p50, theirs.p99, theirs.p50 / ours.p50, theirs.p99 / ours.p99);
}

}  // namespace

int main(int argc, char** argv) {
    const int n = argc > 1 ? std::atoi(argv[1]) : 100000;
    const int asked = argc > 2 ? std::atoi(argv[2]) : 2000;
    if (n < 1 || asked < 1) {
        fmt::print(stderr, "usage: search [N [QUERIES]]\n");
        return 2;
    }
    Generator generator;
    const auto profiles = generator.profiles(n);
    const auto queries = generator.queries(asked);
    const auto since = Clock::now();
    Index index(
        {.fields = {{.name = "name", .weight = 3, .names = true}, {.name = "text"}}, .facets = {"country"}});
    for (const Profile& p : profiles) {
        index.put(
            {.id = p.id, .language = Language::none, .texts = {p.name, p.text}, .facets = {{p.country}}});
    }
    index.commit();
    const double built = milliseconds(since);
    std::size_t matches = 0;
    const Times ours = timed(queries, [&](const std::string& text) {
        Query q;
        q.text = text;
        q.count = {0};
        matches += dure::search::search(index, q).matches;
    });
    fmt::print("{} invented profiles, {} queries of one to three words, first 20 hits\n", n, queries.size());
    fmt::print(
        "{:<14} index {:7.0f} ms  {:5.0f} MB     query p50 {:7.3f} ms  p99 {:7.3f} ms   with counts of a "
        "facet; {:.0f} matches a query\n",
        "dure", built, static_cast<double>(index.bytes()) / 1e6, ours.p50, ours.p99,
        static_cast<double>(matches) / static_cast<double>(queries.size()));
    std::fflush(stdout);
    against_fts5("FTS5 default", "unicode61", profiles, queries, ours);
    against_fts5("FTS5 trigram", "trigram", profiles, queries, ours);
}
