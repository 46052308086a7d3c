// SPDX-License-Identifier: Apache-2.0
#include "server/db/database.hpp"

#include <cmath>
#include <limits>
#include <thread>

#include "server/db/testing.hpp"

namespace dure::db {
namespace {

ErrorKind kind_thrown(const std::function<void()>& body) {
    try {
        body();
    } catch (const Error& error) {
        EXPECT_STRNE(error.what(), "");
        return error.kind();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorKind::other;
}

class Databases : public testing::EachDatabase {
  protected:
    Databases() {
        const std::string integer = GetParam() == "sqlite" ? "INTEGER" : "BIGINT";
        const std::string real = GetParam() == "sqlite" ? "REAL" : "DOUBLE PRECISION";
        const std::string blob = GetParam() == "sqlite" ? "BLOB" : "BYTEA";
        db().write([&](Connection& c) {
            c.execute("CREATE TABLE parent (id TEXT PRIMARY KEY)");
            c.execute("CREATE TABLE thing (id " + integer +
                      " PRIMARY KEY, parent TEXT REFERENCES parent (id), size " + real +
                      " CHECK (size >= 0), note TEXT UNIQUE, data " + blob + ")");
        });
    }

    std::int64_t count(std::string_view table = "thing") {
        return db().read([&](Connection& c) {
            return c.query_one("SELECT COUNT(*) FROM " + std::string(table))->integer(0);
        });
    }
};
DURE_ON_EACH_DATABASE(Databases);

TEST_P(Databases, GiveBackWhatTheyWereGiven) {
    const Blob blob{std::byte{0}, std::byte{0xFF}, std::byte{'a'}};
    const auto huge = std::numeric_limits<std::int64_t>::min();
    db().write([&](Connection& c) {
        EXPECT_EQ(c.execute("INSERT INTO thing (id, size, note, data) VALUES ($1, $2, $3, $4)", huge, 0.1,
                            "대구 ' \"; --", blob),
                  1);
        c.execute("INSERT INTO thing (id, size, note, data) VALUES ($1, $2, $3, $4)", 2, nullptr, "", Blob{});
    });
    const auto rows = db().read([](Connection& c) {
        return c.query("SELECT id, size, note, data, size IS NULL, 1 = 1 FROM thing ORDER BY id");
    });
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].integer(0), huge);
    EXPECT_EQ(rows[0].real(1), 0.1);
    EXPECT_EQ(rows[0].text(2), "대구 ' \"; --");
    EXPECT_EQ(rows[0].blob(3), blob);
    EXPECT_FALSE(rows[0].boolean(4));
    EXPECT_TRUE(rows[0].boolean(5));
    EXPECT_TRUE(rows[1].null(1));
    EXPECT_EQ(rows[1].optional_text(2), "");
    EXPECT_EQ(rows[1].blob(3), Blob{});
    EXPECT_EQ(kind_thrown([&] { (void)rows[1].text(0); }), ErrorKind::other);
    EXPECT_EQ(kind_thrown([&] { (void)rows[1].text(6); }), ErrorKind::other);
}

TEST_P(Databases, SumsAndMeansOfIntegersAreNumbers) {
    const auto row = db().write([](Connection& c) {
        for (int i = 1; i <= 4; ++i)
            c.execute("INSERT INTO thing (id, size) VALUES ($1, $2)", i * 100'000, i);
        return c.query_one("SELECT SUM(id), AVG(id), SUM(size), MAX(id), -SUM(id) FROM thing");
    });
    EXPECT_EQ(row->integer(0), 1'000'000);
    EXPECT_EQ(row->real(1), 250'000.0);
    EXPECT_EQ(row->real(2), 10.0);
    EXPECT_EQ(row->integer(3), 400'000);
    EXPECT_EQ(row->integer(4), -1'000'000);
}

TEST_P(Databases, ParametersMayComeInAnyOrderAndRepeat) {
    const auto row =
        db().read([](Connection& c) { return c.query_one("SELECT $2 || $1 || $2, $3 + 1", "a", "b", 41); });
    EXPECT_EQ(row->text(0), "bab");
    EXPECT_EQ(row->integer(1), 42);
}

TEST_P(Databases, OrderTextByItsBytes) {
    db().write([](Connection& c) {
        for (const auto* id : {"b", "가", "B", "a", "_"})
            c.execute("INSERT INTO setting (name, value, version, updated) VALUES ($1, '', 1, 0)", id);
    });
    std::string order;
    for (const Row& row :
         db().read([](Connection& c) { return c.query("SELECT name FROM setting ORDER BY name"); })) {
        order += row.text(0);
    }
    EXPECT_EQ(order, "B_ab가");
}

TEST_P(Databases, NameTheKindOfARefusal) {
    struct Case {
        const char* sql;
        ErrorKind kind;
    };
    db().write([](Connection& c) { c.execute("INSERT INTO thing (id, note) VALUES (1, 'taken')"); });
    for (const Case& bad :
         {Case{"INSERT INTO thing (id) VALUES (1)", ErrorKind::unique},
          Case{"INSERT INTO thing (id, note) VALUES (2, 'taken')", ErrorKind::unique},
          Case{"INSERT INTO thing (id, parent) VALUES (2, 'nobody')", ErrorKind::foreign_key},
          Case{"INSERT INTO thing (id, size) VALUES (2, -1)", ErrorKind::check},
          Case{"INSERT INTO setting (name, value, updated) VALUES ('a', NULL, 0)", ErrorKind::check},
          Case{"INSERT INTO nowhere VALUES (1)", ErrorKind::other},
          Case{"no SQL at all", ErrorKind::other}}) {
        EXPECT_EQ(kind_thrown([&] { db().write([&](Connection& c) { c.execute(bad.sql); }); }), bad.kind)
            << bad.sql;
    }
    EXPECT_EQ(count(), 1);
}

TEST_P(Databases, RefuseValuesThatOneOfThemWouldChange) {
    const auto put = [&](const Value& size, const Value& note) {
        db().write([&](Connection& c) {
            c.execute("INSERT INTO thing (id, size, note) VALUES (1, $1, $2)", size, note);
        });
    };
    EXPECT_EQ(kind_thrown([&] { put(std::nan(""), "a"); }), ErrorKind::check);
    EXPECT_EQ(kind_thrown([&] { put(1.0, std::string("a\0b", 3)); }), ErrorKind::check);
}

TEST_P(Databases, KeepNothingOfAWriteThatThrows) {
    EXPECT_THROW(db().write([](Connection& c) {
        c.execute("INSERT INTO thing (id) VALUES (1)");
        throw std::logic_error("no");
    }),
                 std::logic_error);
    EXPECT_EQ(count(), 0);
}

TEST_P(Databases, KeepNothingOfAWriteInWhichAStatementFailed) {
    EXPECT_THROW(db().write([](Connection& c) {
        c.execute("INSERT INTO thing (id) VALUES (1)");
        try {
            c.execute("INSERT INTO thing (id) VALUES (1)");
        } catch (const Error&) {
        }
    }),
                 Error);
    EXPECT_EQ(count(), 0);
    db().write([](Connection& c) { c.execute("INSERT INTO thing (id) VALUES (1)"); });
    EXPECT_EQ(count(), 1);
}

TEST_P(Databases, DoAfterTheCommitWhatWasAskedForAndNothingAfterARollback) {
    int rung = 0;
    const auto write = [&](bool fails) {
        db().write([&](Connection& c) {
            c.execute("INSERT INTO thing (id) VALUES (1)");
            c.after_commit([&] { rung += static_cast<int>(count()); });
            if (fails) throw std::logic_error("no");
        });
    };
    EXPECT_THROW(write(true), std::logic_error);
    EXPECT_EQ(rung, 0);
    write(false);
    EXPECT_EQ(rung, 1);
}

TEST_P(Databases, RefuseToWriteInARead) {
    EXPECT_EQ(kind_thrown(
                  [&] { db().read([](Connection& c) { c.execute("INSERT INTO thing (id) VALUES (1)"); }); }),
              ErrorKind::other);
}

TEST_P(Databases, ReadOneSnapshot) {
    db().read([&](Connection& reader) {
        EXPECT_EQ(reader.query_one("SELECT COUNT(*) FROM thing")->integer(0), 0);
        db().write([](Connection& c) { c.execute("INSERT INTO thing (id) VALUES (1)"); });
        EXPECT_EQ(reader.query_one("SELECT COUNT(*) FROM thing")->integer(0), 0);
    });
    EXPECT_EQ(count(), 1);
}

TEST_P(Databases, CountTheRowsThatChanged) {
    db().write([](Connection& c) {
        for (int i = 0; i < 5; ++i) c.execute("INSERT INTO thing (id, size) VALUES ($1, $1)", i);
        EXPECT_EQ(c.execute("UPDATE thing SET size = size + 1 WHERE id >= $1", 3), 2);
        EXPECT_EQ(c.execute("UPDATE thing SET size = 0 WHERE id > 99"), 0);
        EXPECT_EQ(c.execute("DELETE FROM thing WHERE id < 2"), 2);
        EXPECT_EQ(c.execute("SELECT 1"), 0);
        EXPECT_EQ(c.execute("INSERT INTO thing (id) VALUES (4) ON CONFLICT DO NOTHING"), 0);
        EXPECT_EQ(c.query_one("UPDATE thing SET size = 7 WHERE id = 4 RETURNING size")->real(0), 7);
    });
}

TEST_P(Databases, AnswerAStatementInsideTheAnswerOfTheSame) {
    db().write([](Connection& c) {
        for (int i = 0; i < 3; ++i) c.execute("INSERT INTO thing (id) VALUES ($1)", i);
    });
    int pairs = 0;
    db().read([&](Connection& c) {
        constexpr std::string_view all = "SELECT id FROM thing";
        c.run(all, {}, [&](const Row&) { c.run(all, {}, [&](const Row&) { ++pairs; }); });
    });
    EXPECT_EQ(pairs, 9);
}

TEST_P(Databases, InsertManyRowsAtOnceOrNone) {
    std::vector<std::vector<Value>> rows;
    for (std::int64_t i = 0; i < 2000; ++i) {
        rows.push_back({i, static_cast<double>(i), i % 3 ? Value("n" + std::to_string(i)) : Value(nullptr)});
    }
    constexpr std::string_view columns[] = {"id", "size", "note"};
    db().write([&](Connection& c) { EXPECT_EQ(c.insert_many("thing", columns, rows), 2000); });
    EXPECT_EQ(count(), 2000);

    for (auto& row : rows) row[0] = std::get<std::int64_t>(row[0]) + 5000, row[2] = nullptr;
    rows[1234][0] = std::int64_t{5000};
    EXPECT_EQ(kind_thrown([&] { db().write([&](Connection& c) { c.insert_many("thing", columns, rows); }); }),
              ErrorKind::unique);
    EXPECT_EQ(count(), 2000);
}

TEST_P(Databases, WritersAtOnceLoseNoUpdate) {
    db().write([](Connection& c) { c.execute("INSERT INTO thing (id, size) VALUES (1, 0)"); });
    constexpr int kThreads = 4, kEach = 25;
    std::vector<std::jthread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < kEach; ++i) {
                db().write([](Connection& c) {
                    const double size = c.query_one("SELECT size FROM thing WHERE id = 1")->real(0);
                    c.execute("UPDATE thing SET size = $1 WHERE id = 1", size + 1);
                });
            }
        });
    }
    threads.clear();
    EXPECT_EQ(db().read([](Connection& c) { return c.query_one("SELECT size FROM thing")->real(0); }),
              kThreads * kEach);
}

TEST_P(Databases, TellALongChangeWhenItHadBetterEnd) {
    const bool sqlite = GetParam() == "sqlite";
    db().write([&](Connection& c) { EXPECT_EQ(c.had_better_end(), !sqlite); });
    std::thread other;
    db().write([&](Connection& c) {
        other = std::thread([&] { db().write([](Connection& c) { c.execute("DELETE FROM thing"); }); });
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (!c.had_better_end() && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        EXPECT_TRUE(c.had_better_end());
    });
    other.join();
}

TEST_P(Databases, AStatementThatTakesTooLongTimesOut) {
    const auto impatient = Database::open({.url = url(), .timeout = std::chrono::milliseconds(200)});
    EXPECT_EQ(
        kind_thrown([&] {
            impatient->read([](Connection& c) {
                c.query_one(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) "
                    "SELECT COUNT(*) FROM n");
            });
        }),
        ErrorKind::timeout);
}

TEST_P(Databases, AConnectionThatIsNeverFreeIsBusy) {
    const auto impatient =
        Database::open({.url = url(), .readers = 1, .timeout = std::chrono::milliseconds(100)});
    const std::function<void(int)> nest = [&](int depth) {
        impatient->read([&](Connection&) {
            if (depth > 0) nest(depth - 1);
        });
    };
    EXPECT_EQ(kind_thrown([&] { nest(20); }), ErrorKind::busy);
    impatient->read([](Connection& c) { EXPECT_EQ(c.query_one("SELECT 1")->integer(0), 1); });
}

TEST_P(Databases, AnotherProcessesWriteIsWaitedForAndThenBusy) {
    const auto impatient = Database::open({.url = url(), .timeout = std::chrono::milliseconds(150)});
    db().write([](Connection& c) { c.execute("INSERT INTO thing (id, size) VALUES (1, 0)"); });
    db().write([&](Connection& c) {
        c.execute("UPDATE thing SET size = 1 WHERE id = 1");
        const auto kind = kind_thrown([&] {
            impatient->write(
                [](Connection& other) { other.execute("UPDATE thing SET size = 2 WHERE id = 1"); });
        });
        EXPECT_TRUE(kind == ErrorKind::busy || kind == ErrorKind::timeout);
    });
}

TEST(DatabaseAddress, ThatIsNoneIsRefused) {
    for (const auto* url : {"", "mysql://host/db", "sqlite://", "/no/such/folder/dure.db",
                            "postgresql://nobody@127.0.0.1:1/none"}) {
        EXPECT_THROW(Database::open({.url = url}), Error) << url;
    }
}

}  // namespace
}  // namespace dure::db
