// SPDX-License-Identifier: Apache-2.0
#include "server/db/maintenance.hpp"

#include <cmath>
#include <fstream>

#include "server/db/testing.hpp"

namespace dure::db {
namespace {

namespace fs = std::filesystem;

class Backups : public testing::EachDatabase {
  protected:
    Backups() : folder_(fs::temp_directory_path() / ("dure_backup_" + std::to_string(getpid()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    ~Backups() override { fs::remove_all(folder_); }

    static void fill(Database& database, int plans) {
        database.write([&](Connection& c) {
            c.execute(
                "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, "
                "created, updated) VALUES ('kim', 'k@x', 'k@x', '김', 'ff', '', 'h', 1, 2)");
            for (int i = 0; i < plans; ++i) {
                c.execute(
                    "INSERT INTO energy_plan (id, name, name_key, search, description, language, owner, "
                    "model, "
                    "periods, created, updated) VALUES ($1, $2, '', '', '', 'ko', 'kim', '{}', 24, $3, 0)",
                    "plan" + std::to_string(i), "대구 " + std::to_string(i), i);
            }
            c.execute("INSERT INTO energy_series_data VALUES ('aa', 1, $1, $2, -0.5, $3, 7)",
                      Blob{std::byte{0}, std::byte{255}}, 0.1 + 0.2, HUGE_VAL);
            c.execute("INSERT INTO energy_plan_series VALUES ('plan0', 'wind', 'aa')");
            audit(c);
        });
    }
    static std::int64_t audit(Connection& c) {
        return c
            .query_one(
                "INSERT INTO audit_entry (at, action, record_kind, record_id, request_id) "
                "VALUES (1, 'a', 'k', 'i', 'r') RETURNING number")
            ->integer(0);
    }
    static std::vector<std::string> plan_names(Database& database) {
        return database.read([](Connection& c) {
            std::vector<std::string> names;
            for (const Row& row : c.query("SELECT name FROM energy_plan ORDER BY created"))
                names.push_back(row.text(0));
            return names;
        });
    }
    fs::path file(const char* name = "backup.db") const { return folder_ / name; }

  private:
    const fs::path folder_;
};
DURE_ON_EACH_DATABASE(Backups);

TEST_P(Backups, ComeBackIntoEitherDatabase) {
    std::int64_t put_in = 0, rows = 0;  // migrations put in some
    ASSERT_TRUE(backup(db(), file("before.db"), [&](const std::string&, std::int64_t n) { put_in += n; }));
    fill(db(), 300);
    ASSERT_TRUE(backup(db(), file(), [&](const std::string&, std::int64_t n) { rows += n; }));
    EXPECT_EQ(rows - put_in, 304);
    for (const auto& engine : testing::engines()) {
        const testing::TestDatabase home(engine);
        const auto other = Database::open({.url = home.url()});
        ASSERT_TRUE(restore(file(), *other, false));
        EXPECT_EQ(plan_names(*other), plan_names(db()));
        const auto row = other->read(
            [](Connection& c) { return c.query_one("SELECT data, total, maximum FROM energy_series_data"); });
        EXPECT_EQ(row->blob(0), (Blob{std::byte{0}, std::byte{255}}));
        EXPECT_EQ(row->real(1), 0.1 + 0.2);
        EXPECT_EQ(row->real(2), HUGE_VAL);
        EXPECT_EQ(other->write(audit), 2) << "numbers go on where they were";
        EXPECT_TRUE(check(*other).empty());
    }
}

TEST_P(Backups, AreWholeDatabasesOfTheirOwn) {
    fill(db(), 3);
    ASSERT_TRUE(backup(db(), file()));
    EXPECT_EQ(std::distance(fs::directory_iterator(file().parent_path()), {}), 1)
        << "one file, nothing beside it";
    const auto opened = Database::open({.url = file().string()});
    EXPECT_TRUE(check(*opened).empty());
    EXPECT_EQ(plan_names(*opened).size(), 3U);
}

TEST_P(Backups, DoNotReplaceWhatIsThereUnlessTold) {
    fill(db(), 2);
    ASSERT_TRUE(backup(db(), file()));
    EXPECT_EQ(backup(db(), file()).error().code, "db.file_exists");
    db().write([](Connection& c) { c.execute("UPDATE energy_plan SET name = 'changed'"); });
    EXPECT_EQ(restore(file(), db(), false).error().code, "db.not_empty");
    EXPECT_EQ(plan_names(db())[0], "changed");
    ASSERT_TRUE(restore(file(), db(), true));
    EXPECT_EQ(plan_names(db())[0], "대구 0");
}

TEST_P(Backups, OfNothingOrOfANewerProgramAreRefusedAndChangeNothing) {
    fill(db(), 1);
    EXPECT_EQ(restore(file("missing"), db(), true).error().code, "db.no_such_file");
    std::ofstream(file("text")) << "this is no database, however long the text may be "
                                << std::string(5000, '.');
    EXPECT_EQ(restore(file("text"), db(), true).error().code, "db.not_a_backup");
    std::ofstream(file("empty")).flush();
    EXPECT_EQ(restore(file("empty"), db(), true).error().code, "db.not_a_backup");
    ASSERT_TRUE(backup(db(), file()));
    Database::open({.url = file().string()})->write([](Connection& c) {
        c.execute("INSERT INTO schema_migration VALUES (9999, 'later')");
    });
    EXPECT_EQ(restore(file(), db(), true).error().code, "db.newer");
    EXPECT_EQ(plan_names(db()).size(), 1U);
}

TEST_P(Backups, OfADatabaseThatIsNotMigratedAreRefused) {
    const testing::TestDatabase home(GetParam());
    const auto empty = Database::open({.url = home.url()});
    EXPECT_EQ(backup(*empty, file()).error().code, "db.not_migrated");
    EXPECT_EQ(check(*empty).at(0).code, "db.not_migrated");
}

TEST(Check, FindsADamagedFile) {
    const testing::TestDatabase home("sqlite");
    const fs::path path = home.url().substr(std::string("sqlite://").size());
    migrate(*Database::open({.url = home.url()}));
    EXPECT_TRUE(check(*Database::open({.url = home.url()})).empty());
    {
        std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(fs::file_size(path)) - 3 * 4096);
        bytes << std::string(4096, '\x55');
    }
    const auto errors = check(*Database::open({.url = home.url()}));
    ASSERT_FALSE(errors.empty());
    EXPECT_EQ(errors[0].code, "db.damaged");
}

}  // namespace
}  // namespace dure::db
