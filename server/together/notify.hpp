// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "server/db/database.hpp"
#include "server/together/comment.hpp"
#include "server/together/office.hpp"
#include "server/together/task.hpp"

/// Who is told of what, in the transaction of what is told. A notification holds no content: that is read
/// from the record when it is shown, with the rights of then; nor does its mail, which may wait for a digest
/// or in somebody's letter box for years.
namespace dure::together {

/// The mentioned, and those who took part in the record's comments before; nobody of their own words.
void tell_of_comment(db::Connection& c, const Office& office, const Comment& one);
/// The owner, when another gave the task, and those who stand in for them.
void tell_of_assignment(db::Connection& c, const Office& office, const Task& one, const std::string& by);
/// Who gave the task, that another has done it.
void tell_of_end(db::Connection& c, const Office& office, const Task& one, const std::string& by);
/// Owners of tasks whose day has come, and those who stand in for them: once a day that was set. Returns how
/// many were told.
std::size_t tell_of_due_tasks(db::Connection& c, const Office& office);

}  // namespace dure::together
