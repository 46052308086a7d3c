// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/http/pipeline.hpp"
#include "server/people/erasure.hpp"
#include "server/people/reads.hpp"

/// What leaves of erasures and of the log of reads.
namespace dure::people {

struct ErasureList {
    std::vector<ErasureItem> items;
};

/// Schema PersonalRead.
struct ReadView {
    std::int64_t number = 0;
    std::string at, account, account_name, operation;
    std::optional<std::string> person, person_name;
    std::int64_t count = 1;
    std::string request_id;
};
struct ReadPage {
    std::vector<ReadView> items;
    std::optional<std::string> next_cursor;
};
ReadView present(const Read& read);

std::string encode(const ErasureList&);
std::string encode(const ReadPage&);

std::optional<std::int64_t> number_in(http::Query& query);
std::string number_cursor(std::int64_t number);

}  // namespace dure::people
