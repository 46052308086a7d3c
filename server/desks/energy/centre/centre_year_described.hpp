// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/desks/energy/centre/centre_year.hpp"

/// How the centre's years are written: included by codecs and presenters alone.
namespace dure::desks::energy {

BOOST_DESCRIBE_ENUM(YearState, draft, adopted, closed)
BOOST_DESCRIBE_ENUM(TaskState, open, doing, done, dropped)
BOOST_DESCRIBE_STRUCT(StaffMember, (), (name, months))
BOOST_DESCRIBE_STRUCT(BudgetLine, (), (code, name, amount, source))
BOOST_DESCRIBE_STRUCT(TaskStaff, (), (name, months))
BOOST_DESCRIBE_STRUCT(TaskMoney, (), (line, amount))
BOOST_DESCRIBE_STRUCT(CentreTask, (),
                      (title, responsible, begins, ends, result, state, staff, money, measures, programmes))
BOOST_DESCRIBE_STRUCT(CentreYearContent, (),
                      (year, title, language, summary, currency, state, staff, budget, tasks))

// Declared wherever these are described, so that every source file reads and writes them alike.
std::span<const codec::Rule> json_rules(const StaffMember*);
std::span<const codec::Rule> json_rules(const BudgetLine*);
std::span<const codec::Rule> json_rules(const TaskStaff*);
std::span<const codec::Rule> json_rules(const TaskMoney*);
std::span<const codec::Rule> json_rules(const CentreTask*);
std::span<const codec::Rule> json_rules(const CentreYearContent*);
void json_check(const StaffMember&, codec::Reader& reader);
void json_check(const BudgetLine&, codec::Reader& reader);
void json_check(const CentreTask&, codec::Reader& reader);
void json_check(const CentreYearContent&, codec::Reader& reader);

}  // namespace dure::desks::energy
