// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "server/auth/accounts.hpp"
#include "server/auth/openid/provider.hpp"
#include "server/http/message.hpp"
#include "server/mail/sender.hpp"

namespace dure::app {

struct Options {
    std::string version;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any that is free
    std::filesystem::path data_dir = "data";
    std::string database_url;  ///< empty: SQLite in data_dir/dure.db
    std::string public_url;    ///< see http::Options
    std::vector<std::string> trusted_proxies;
    int workers = 8;                    ///< threads that handle requests
    int solver_threads = 0;             ///< of one computation; 0: all the machine has
    std::filesystem::path web_dir;      ///< the built page; empty: none
    std::filesystem::path example_dir;  ///< seeds this example and its accounts once; empty: no example
    bool seed_taxonomy = false;         ///< brings the program's terms into a database that has none
    bool seed_figures = false;          ///< likewise the figures that come with it, each with its source
    auth::AccountOptions accounts;
    auth::openid::ProviderOptions openid;
    mail::SenderOptions mail;  ///< the public URL and the key to unsubscribe are filled in
};

/// The whole server: database, migrations, example, workers, HTTP. Throws what keeps it from starting.
class App {
  public:
    explicit App(Options options);
    ~App();  ///< stops
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    void start();
    /// Finishes what was accepted, puts running jobs back into the queue.
    void stop();

    std::uint16_t port() const;
    const std::vector<auth::ExampleAccount>& example_accounts() const;  ///< empty without the example
    bool setup_needed();
    db::Database& database();
    auth::Accounts& accounts();
    /// The program's routes, for tests that hold them against the contract.
    const std::vector<http::Route>& routes() const;

    class Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

/// Where the database of these options is: database_url, or dure.db in data_dir.
std::string database_address(const Options& options);

/// The database of the options, opened and migrated: for commands that need no server.
std::unique_ptr<db::Database> open_database(const Options& options);

}  // namespace dure::app
