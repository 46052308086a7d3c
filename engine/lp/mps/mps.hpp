// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/lp/problem.hpp"

namespace dure::lp {

/// How the fields of a line are told apart. automatic: by blanks, and by columns (names with blanks) where
/// that fails.
enum class MpsFormat { automatic, free, fixed };

struct MpsModel {
    Problem problem;        ///< always minimised
    bool maximise = false;  ///< OBJSENSE MAX: costs and offset in `problem` are the file's times −1
    std::string objective_name;
};

/// Reads an MPS file. `file` only names it in errors, which carry the line.
///
/// Kept as the file means them: further N rows as free rows; RANGES on E rows by their sign; the right-hand
/// side of the objective as minus its constant; a negative UP bound of a column without a lower bound frees
/// it downwards; bounds of 1e30 and more are infinite; bounds of the same column may come in several lines.
/// Coefficients of 0 are left out. Refused by name: integer columns (MARKER, BV, LI, UI), semicontinuous ones
/// (SC, SI), quadratic and other sections that are not linear, a second set of right-hand sides, ranges or
/// bounds. Codes: `mps.*`, see mps_test.cpp for the table.
Expected<MpsModel> read_mps(std::string_view text, std::string_view file = {},
                            MpsFormat format = MpsFormat::automatic);

/// Writes free MPS with every digit needed to read the same values back; a row's range to the last bit.
/// Unnamed rows and columns become R1… and C1…. Error `mps.bad_name` for a name that is empty or has blanks,
/// `lp.invalid`.
Expected<std::string> write_mps(const Problem& p);

}  // namespace dure::lp
