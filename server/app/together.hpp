// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/approvals/kinds.hpp"
#include "server/jobs/queue.hpp"
#include "server/together/providers.hpp"
#include "server/together/subjects.hpp"

/// What the desks give to the pages on which people work together.
namespace dure::app {

/// The kinds of records that take comments and tasks.
together::Subjects together_subjects(const approvals::Office& approvals);
/// What waits for a person.
std::vector<together::Waits> together_waits(const approvals::Office& approvals, const jobs::Queue& queue);
/// What stands in a person's calendar.
std::vector<together::Calendar> together_calendars(const approvals::Office& approvals);

}  // namespace dure::app
