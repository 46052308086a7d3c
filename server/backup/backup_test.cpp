// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <map>
#include <thread>

#include "engine/base/id.hpp"
#include "server/backup/office.hpp"
#include "server/db/system.hpp"
#include "server/db/testing.hpp"
#include "server/files/digest.hpp"
#include "server/files/sweep.hpp"

namespace dure::backup {
namespace {

namespace fs = std::filesystem;

const Step kOn = [](const Progress&) {};

std::string sha256(std::string_view bytes) {
    files::Sha256 sha;
    sha.add(bytes);
    return sha.hex();
}

struct TemporaryFolder {
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "dure_backup_XXXXXX").string();
        if (!::mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
        path = name;
    }
    ~TemporaryFolder() { fs::remove_all(path); }
    fs::path path;
};

class Backup : public db::testing::EachDatabase {
  protected:
    Backup() : files_(home_.path / "files"), shelf_(home_.path / "backups") {
        db().write([](db::Connection& c) {
            c.execute(
                "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, "
                "created, updated) VALUES ('kim', 'k@x', 'k@x', 'Kim', '', '', '', 0, 0)");
        });
    }

    Source source() { return {db(), files_, "test", db::system_clock()}; }

    /// What an upload leaves: the content on the disk for good, then its rows.
    void attach(std::int64_t number) {
        const std::string bytes = "content " + std::to_string(number) + std::string(1000, 'x');
        const std::string hash = sha256(bytes), id = ids_.next();
        {
            const auto lock = files_.lock_upload(id);
            files_.append(lock, 0, bytes);
        }
        const auto lock = files_.lock_contents();
        files_.adopt(id, hash);
        db().write([&](db::Connection& c) {
            c.execute("INSERT INTO file_content (hash, size, type, created) VALUES ($1, $2, 'text/plain', 0)",
                      hash, bytes.size());
            c.execute(
                "INSERT INTO attachment (id, subject_kind, subject_id, name, name_key, description, content, "
                "owner,"
                " created, updated) VALUES ($1, 'organisation', 'o', 'a.txt', '', '', $2, 'kim', $3, $3)",
                id, hash, number);
        });
    }
    void write_pair(const std::string& writer, std::int64_t number) {
        db().write([&](db::Connection& c) {
            for (const char* half : {"a", "b"})
                c.execute("INSERT INTO setting (name, value, updated) VALUES ($1, '', $2)",
                          half + writer + std::to_string(number), number);
        });
    }
    fs::path damaged(const std::string& name) {
        const fs::path path = shelf_.database_of(name);
        fs::permissions(path, fs::perms::owner_all);
        return path;
    }

    TemporaryFolder home_;
    files::Folder files_;
    Shelf shelf_;
    IdMaker ids_{db::system_clock(), db::system_random()};
};
DURE_ON_EACH_DATABASE(Backup);

TEST_P(Backup, UnderLoadIsOneStateAndComesBackEqual) {
    std::atomic<bool> stop{false};
    std::atomic<std::int64_t> written{0}, attached{0};
    std::vector<std::thread> load;
    for (const char* writer : {"x", "y"})
        load.emplace_back([&, writer] {
            for (std::int64_t n = 1; !stop; ++n) {
                write_pair(writer, n);
                if (*writer == 'x') written = n;
            }
        });
    load.emplace_back([&] {
        for (std::int64_t n = 1; !stop; ++n) {
            attach(n);
            attached = n;
        }
    });
    while (written < 50 || attached < 10) std::this_thread::yield();
    const std::int64_t pairs = written, files = attached;  // acknowledged before the marked point
    const auto made = create(source(), shelf_, kOn);
    stop = true;
    for (auto& thread : load) thread.join();
    ASSERT_TRUE(made) << made.error().code;
    EXPECT_GE(std::ssize(made->files), files);

    TemporaryFolder other;
    db::testing::TestDatabase home(GetParam());
    const auto to = db::Database::open({.url = home.url()});
    const files::Folder other_files(other.path / "files");
    const auto rows = restore(shelf_, made->name, *to, other_files, false, kOn);
    ASSERT_TRUE(rows) << rows.error().code;
    EXPECT_TRUE(differences(made->tables, marks_of(*to), false).empty());
    for (const FileMark& file : made->files)
        EXPECT_EQ(files::hash_file(other_files.content(file.hash)), file.hash);
    to->read([&](db::Connection& c) {
        EXPECT_EQ(c.query_one("SELECT count(*) FROM file_content")->integer(0), std::ssize(made->files));
        const auto count = [&](const std::string& start) {
            return c.query_one("SELECT count(*) FROM setting WHERE name LIKE $1", start + "%")->integer(0);
        };
        EXPECT_EQ(count("ax"), count("bx")) << "no half pair";
        EXPECT_EQ(count("ay"), count("by"));
        EXPECT_GE(count("ax"), pairs) << "all that was acknowledged before";
        EXPECT_GE(c.query_one("SELECT count(*) FROM attachment")->integer(0), files);
    });
    EXPECT_FALSE(differences(made->tables, marks_of(db()), false).empty()) << "the load went on meanwhile";
}

TEST_P(Backup, GoesToTheOtherKindOfDatabase) {
    write_pair("x", 1);
    attach(1);
    const auto made = create(source(), shelf_, kOn);
    ASSERT_TRUE(made);
    for (const auto& engine : db::testing::engines()) {
        TemporaryFolder other;
        db::testing::TestDatabase home(engine);
        const auto to = db::Database::open({.url = home.url()});
        ASSERT_TRUE(restore(shelf_, made->name, *to, files::Folder(other.path), false, kOn));
        EXPECT_TRUE(differences(made->tables, marks_of(*to), false).empty()) << engine;
    }
}

TEST_P(Backup, IsTriedAndSaysSo) {
    attach(1);
    const auto made = create(source(), shelf_, kOn);
    ASSERT_TRUE(made);
    EXPECT_FALSE(standing_of(shelf_).good);
    const auto verdict = drill(source(), url(), shelf_, made->name, kOn);
    ASSERT_TRUE(verdict) << verdict.error().code;
    EXPECT_TRUE(verdict->good) << verdict->errors.front().code;
    EXPECT_EQ(verdict->rows, made->rows());
    EXPECT_EQ(standing_of(shelf_).good, true);
    EXPECT_EQ(shelf_.find(made->name)->verdict->seconds, verdict->seconds);
    for (const auto& one : fs::directory_iterator(shelf_.root()))
        EXPECT_FALSE(one.path().filename().string().starts_with(".making")) << "nothing is left of the trial";
}

TEST_P(Backup, ThatIsSpoiltIsFoundOut) {
    attach(1);
    attach(2);
    const auto made = create(source(), shelf_, kOn);
    ASSERT_TRUE(made);
    const auto codes = [&] {
        const auto verdict = drill(source(), url(), shelf_, made->name, kOn);
        std::vector<std::string> codes;
        if (verdict)
            for (const Error& error : verdict->errors) codes.push_back(error.code);
        return codes;
    };
    const fs::path first = shelf_.file_of(made->files[0].hash), second = shelf_.file_of(made->files[1].hash);
    fs::permissions(first, fs::perms::owner_all);
    std::ofstream(first) << "other bytes";
    fs::remove(second);
    EXPECT_EQ(codes(), (std::vector<std::string>{"backup.file_spoilt", "backup.file_missing"}));
    {
        const auto copy =
            db::Database::open({.url = "sqlite://" + damaged(made->name).string(), .readers = 1});
        copy->write([](db::Connection& c) {
            c.execute("UPDATE account SET name = 'Lee'");
            c.execute("DELETE FROM attachment WHERE created = 1");
        });
    }
    const auto now = codes();
    EXPECT_NE(std::ranges::find(now, "backup.content_differs"), now.end());
    EXPECT_NE(std::ranges::find(now, "backup.table_differs"), now.end());
    std::ofstream(damaged(made->name), std::ios::trunc)
        << "no database at all, but long enough to be read as one";
    EXPECT_EQ(codes().front(), "backup.database_spoilt");
    TemporaryFolder other;
    db::testing::TestDatabase home(GetParam());
    const auto to = db::Database::open({.url = home.url()});
    EXPECT_EQ(restore(shelf_, made->name, *to, files::Folder(other.path), false, kOn).error().code,
              "backup.file_spoilt");
    EXPECT_EQ(drill(source(), url(), shelf_, "dure-none", kOn).error().code, "backup.unknown");
    EXPECT_FALSE(shelf_.find("../" + made->name));
}

TEST_P(Backup, ThatWasStoppedLeavesNothing) {
    attach(1);
    int steps = 0;
    const Step stop = [&](const Progress&) {
        if (++steps == 3) throw Stopped{};
    };
    EXPECT_THROW(create(source(), shelf_, stop), Stopped);
    EXPECT_TRUE(shelf_.list().empty());
    const auto made = create(source(), shelf_, kOn);
    ASSERT_TRUE(made);
    EXPECT_EQ(shelf_.list().size(), 1u);
    steps = 0;
    EXPECT_THROW(drill(source(), url(), shelf_, made->name, stop), Stopped);
    EXPECT_FALSE(shelf_.list().front().verdict);
    const auto lock = shelf_.lock();
    EXPECT_EQ(create(source(), shelf_, kOn).error().code, "backup.busy");
}

TEST_P(Backup, SharesFilesAndLetsThemGoWithTheLast) {
    attach(1);
    const auto first = create(source(), shelf_, kOn);
    attach(2);
    const auto second = create(source(), shelf_, kOn);
    ASSERT_TRUE(first && second);
    EXPECT_NE(first->name, second->name);
    const auto count = [&] {
        int files = 0;
        for (const auto& one : fs::recursive_directory_iterator(shelf_.root() / "files"))
            files += one.is_regular_file() ? 1 : 0;
        return files;
    };
    EXPECT_EQ(count(), 2);
    shelf_.remove(second->name);
    EXPECT_EQ(count(), 1);
    shelf_.remove(first->name);
    EXPECT_EQ(count(), 0);
}

TEST(Rotation, KeepsTheLastOfEachPeriod) {
    constexpr Instant day = 24 * 3600 * kSecond;
    std::vector<Dated> all;
    for (int i = 0; i < 400; ++i) all.push_back({std::to_string(i), 1'700'000'000 * kSecond + i * day});
    all.push_back({"399b", 1'700'000'000 * kSecond + 399 * day + kSecond});
    all.push_back({"398b", 1'700'000'000 * kSecond + 398 * day + kSecond / 2});
    int kept = 0;
    std::map<KeptAs, int> as;
    for (const Keeping& one : keeping_of(all, {.daily = 7, .weekly = 5, .monthly = 12}, 9 * 3600 * kSecond)) {
        kept += one.as.empty() ? 0 : 1;
        for (const KeptAs why : one.as) ++as[why];
        if (one.name == "399") {
            EXPECT_EQ(one.as, std::vector{KeptAs::newest})
                << "a later one of the day is there, but it is young";
        } else if (one.name == "398") {
            EXPECT_TRUE(one.as.empty()) << "a later one of the day is there";
        } else if (one.name == "399b") {
            EXPECT_EQ(one.as.size(), 4u);
        }
    }
    EXPECT_EQ(as[KeptAs::newest], 2);
    EXPECT_EQ(as[KeptAs::day], 7);
    EXPECT_EQ(as[KeptAs::week], 5);
    EXPECT_EQ(as[KeptAs::month], 12);
    EXPECT_LT(kept, 25);
    EXPECT_FALSE(keeping_of({{"one", 0}}, {.daily = 0, .weekly = 0, .monthly = 0}, 0).front().as.empty());
}

TEST(Rotation, KnowsWhenTheNextIsDue) {
    const Instant now = 1'764'244'800 * kSecond;
    EXPECT_FALSE(next_by_itself({.hour = -1}, now));
    const auto next = next_by_itself({.hour = 3}, now);
    ASSERT_TRUE(next);
    EXPECT_GT(*next, now);
    EXPECT_LE(*next, now + 24 * 3600 * kSecond);
    EXPECT_EQ((*next + clock_offset(now)) % (24 * 3600 * kSecond), 3 * 3600 * kSecond);
}

}  // namespace
}  // namespace dure::backup
