// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/mail/sender.hpp"

/// For tests: a real SMTP server in a process of its own (tests/mail/smtp_server.py).
namespace dure::mail::testing {

struct Received {
    std::string recipient, message_id, subject;
};

class SmtpForTests {
  public:
    /// Every `every`th transaction fails, in one of four ways; 0: none.
    explicit SmtpForTests(int every = 0) {
        char name[] = "/tmp/dure-smtp-XXXXXX";
        if (!::mkdtemp(name)) throw std::runtime_error("mkdtemp");
        folder_ = name;
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            const std::string script = DURE_SOURCE_DIR "/tests/mail/smtp_server.py",
                              often = std::to_string(every);
            ::execl("/usr/bin/python3", "python3", script.c_str(), name, often.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        std::FILE* answer = ::fdopen(ends[0], "r");
        if (std::fscanf(answer, "%d", &port_) != 1) port_ = 0;
        std::fclose(answer);
        if (port_ == 0) throw std::runtime_error("the SMTP server for tests does not start");
    }
    ~SmtpForTests() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        std::error_code none;
        std::filesystem::remove_all(folder_, none);
    }
    SmtpForTests(const SmtpForTests&) = delete;
    SmtpForTests& operator=(const SmtpForTests&) = delete;

    SmtpServer server() const { return {.url = "smtp://127.0.0.1:" + std::to_string(port_)}; }

    std::vector<Received> received() const {
        std::vector<Received> list;
        std::ifstream file(folder_ / "received");
        for (std::string line; std::getline(file, line);) {
            std::istringstream parts(line);
            Received one;
            std::getline(parts, one.recipient, '\t');
            std::getline(parts, one.message_id, '\t');
            std::getline(parts, one.subject, '\t');
            list.push_back(std::move(one));
        }
        return list;
    }
    std::string last_message() const {
        std::ifstream file(folder_ / "last.eml", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::filesystem::path folder_;
    pid_t process_ = 0;
    int port_ = 0;
};

}  // namespace dure::mail::testing
