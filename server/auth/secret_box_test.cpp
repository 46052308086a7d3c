// SPDX-License-Identifier: Apache-2.0
#include "server/auth/secret_box.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dure::auth {
namespace {

TEST(SecretBox, OpensWhatItSealedForTheSamePurposeOnly) {
    const SecretBox box = SecretBox::temporary();
    const std::string sealed = box.seal("one", "a secret");
    EXPECT_TRUE(SecretBox::is_sealed(sealed));
    EXPECT_EQ(sealed.find("secret"), std::string::npos);
    EXPECT_EQ(box.open("one", sealed), "a secret");
    EXPECT_EQ(box.open("two", sealed), std::nullopt);
    EXPECT_EQ(SecretBox::temporary().open("one", sealed), std::nullopt);
    EXPECT_NE(box.seal("one", "a secret"), sealed) << "never the same twice";
    EXPECT_EQ(box.open("one", box.seal("one", "")), "");
}

TEST(SecretBox, WhatIsNotSealedIsNotOpened) {
    const SecretBox box = SecretBox::temporary();
    for (const char* text : {"", "sealed:", "sealed:!!!", "sealed:AAAA", "plain"})
        EXPECT_EQ(box.open("one", text), std::nullopt) << text;
    std::string changed = box.seal("one", "a secret");
    for (std::size_t i = 7; i < changed.size(); ++i) {
        std::string spoilt = changed;
        spoilt[i] = spoilt[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(box.open("one", spoilt), std::nullopt) << i;
    }
}

TEST(SecretKey, IsMadeOnceAndReadableByItsOwnerOnly) {
    const auto folder = std::filesystem::temp_directory_path() / ("dure-key-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "secret.key";
    const auto key = key_in_file(file);
    EXPECT_EQ(key_in_file(file), key);
    struct stat state{};
    ASSERT_EQ(::stat(file.c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "no draft is left";
    std::ofstream(file) << "not a key\n";
    EXPECT_THROW(key_in_file(file), std::runtime_error);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace dure::auth
