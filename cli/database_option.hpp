// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "server/db/database.hpp"

namespace dure::cli {

/// --data-dir, --database and --config, the same in every command that works on a database.
struct DatabaseOption {
    std::string data_dir = "data";
    std::string url;  ///< empty: the SQLite file in data_dir

    void add_to(CLI::App& command, const Context& context);
    /// The address: `url`, or dure.db in data_dir.
    std::string address() const;
    /// For commands that make a database: data_dir, when it is missing and wanted.
    void make_folder() const;
    /// db.no_such_file when nothing is there yet: opening would make an empty database of a wrong path.
    std::optional<Error> missing() const;
};

/// What a database's failure says to a person: db.busy, db.timeout or db.failed {detail}.
Error to_error(const db::Error& error);

}  // namespace dure::cli
