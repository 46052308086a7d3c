// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/desks/energy/centre/programme.hpp"

/// How programmes are written: included by codecs and presenters alone.
namespace dure::desks::energy {

BOOST_DESCRIBE_ENUM(ProgrammeKind, audit, company_support, training, other)
BOOST_DESCRIBE_STRUCT(ProgrammeMoney, (), (payer, amount, year, source))
BOOST_DESCRIBE_STRUCT(ProgrammeResult, (),
                      (year, beneficiaries, counted, jobs, sales, sales_percent, saved_mwh, saved_toe,
                       saved_t, source, link, note))
BOOST_DESCRIBE_STRUCT(ProgrammeContent, (),
                      (title, language, summary, responsible, kind, begins, ends, currency, money, results,
                       measures))

// Declared wherever these are described, so that every source file reads and writes them alike.
std::span<const codec::Rule> json_rules(const ProgrammeMoney*);
std::span<const codec::Rule> json_rules(const ProgrammeResult*);
std::span<const codec::Rule> json_rules(const ProgrammeContent*);
void json_check(const ProgrammeMoney&, codec::Reader& reader);
void json_check(const ProgrammeResult&, codec::Reader& reader);
void json_check(const ProgrammeContent&, codec::Reader& reader);

}  // namespace dure::desks::energy
