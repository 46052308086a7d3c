// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/office.hpp"
#include "server/together/task_codec.hpp"

/// What is done with tasks: each with its audit entry and those who are told, in the transaction it is given.
/// Refusals are thrown as http::ProblemException: 404 http.not_found for a record that is not theirs to know
/// of, 412 http.stale, 422 together.may_not_have_task.
namespace dure::together {

inline constexpr std::string_view kTask = "task";  ///< record_kind of the audit

Task create_task(Reader& reader, const Office& office, const NewTask& content, const Who& who);
Task replace_task(db::Connection& c, const Office& office, Task one, const TaskContent& content,
                  const Who& who);
Task finish_task(db::Connection& c, const Office& office, Task one, const Who& who);
Task reopen_task(db::Connection& c, const Office& office, Task one, const Who& who);
Task delete_task(db::Connection& c, const Office& office, Task one, const Who& who);
Task restore_task(db::Connection& c, const Office& office, Task one, const Who& who);

}  // namespace dure::together
