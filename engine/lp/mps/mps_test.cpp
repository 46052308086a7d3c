// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/mps/mps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include <cmath>

#include "engine/lp/builder.hpp"
#include "engine/lp/gunzip.hpp"
#include "engine/lp/mps/names.hpp"
#include "engine/lp/solver.hpp"

namespace dure::lp {
namespace {

constexpr const char* kSmall = R"(* a comment
NAME          SMALL
ROWS
 N  COST
 L  LIM1
 G  LIM2
 E  MYEQN
 N  FREE
COLUMNS
    X         COST         1.0   LIM1         1.0
    X         LIM2         1.0
    Y         COST         2.0   LIM1         1.0
    Y         MYEQN       -1.0   FREE         3

    Z         COST        -1.0   MYEQN        1.0
RHS
    RHS       LIM1         4.0   LIM2         1.0
    RHS       MYEQN        7.0   COST        -5
RANGES
    RNG       LIM1         2.5   MYEQN       -3
BOUNDS
 UP BND       X            4.0
 LO BND       Y           -1.0
 UP BND       Y            1.0
 MI BND       Z
ENDATA
)";

TEST(Mps, ReadsASmallFileAsItIsMeant) {
    const auto m = read_mps(kSmall, "small.mps");
    ASSERT_TRUE(m) << m.error().code << m.error().line;
    const Problem& p = m->problem;
    EXPECT_EQ(p.name, "SMALL");
    EXPECT_EQ(m->objective_name, "COST");
    EXPECT_EQ(p.cost, (std::vector<double>{1, 2, -1}));
    EXPECT_EQ(p.offset, 5) << "minus the right-hand side of the objective";
    EXPECT_EQ(p.row_names, (std::vector<std::string>{"LIM1", "LIM2", "MYEQN", "FREE"}));
    EXPECT_EQ(p.row_lower, (std::vector<double>{1.5, 1, 4, -kInfinity}));
    EXPECT_EQ(p.row_upper, (std::vector<double>{4, kInfinity, 7, kInfinity}));
    EXPECT_EQ(p.col_lower, (std::vector<double>{0, -1, -kInfinity}));
    EXPECT_EQ(p.col_upper, (std::vector<double>{4, 1, kInfinity}));
    EXPECT_EQ(p.start, (std::vector<std::int64_t>{0, 2, 5, 6}));
    EXPECT_EQ(p.index, (std::vector<std::int32_t>{0, 1, 0, 2, 3, 2}));
}

/// A file of one row and one column with the sections after COLUMNS given.
std::string with_tail(const std::string& tail) {
    return "NAME t\nROWS\n N obj\n E r\n L s\nCOLUMNS\n x obj 1 r 1\n y r 1 s 1\n" + tail + "ENDATA\n";
}

TEST(Mps, RangeOnAnEqualityGoesTheWayOfItsSign) {
    const auto up = read_mps(with_tail("RHS\n r 5\nRANGES\n r 2\n"));
    const auto down = read_mps(with_tail("RHS\n r 5\nRANGES\n r -2\n"));
    ASSERT_TRUE(up && down);
    EXPECT_EQ(std::pair(up->problem.row_lower[0], up->problem.row_upper[0]), std::pair(5.0, 7.0));
    EXPECT_EQ(std::pair(down->problem.row_lower[0], down->problem.row_upper[0]), std::pair(3.0, 5.0));
}

TEST(Mps, BoundsOfEveryKind) {
    struct Case {
        const char* lines;
        double lower, upper;
    };
    const Case cases[] = {
        {" UP b x 3\n", 0, 3},
        {" UP x 3\n", 0, 3},
        {" UP b x -3\n", -kInfinity, -3},
        {" LO b x -5\n UP b x -3\n", -5, -3},
        {" UP b x -3\n LO b x -5\n", -5, -3},
        {" FR b x\n", -kInfinity, kInfinity},
        {" FR x\n", -kInfinity, kInfinity},
        {" MI b x\n UP b x 2\n", -kInfinity, 2},
        {" PL b x\n", 0, kInfinity},
        {" FX b x 2.5\n", 2.5, 2.5},
        {" UP b x 1e30\n LO b x -1e31\n", -kInfinity, kInfinity},
        {" UP b x +4\n", 0, 4},
        {" UP b x Inf\n", 0, kInfinity},
    };
    for (const auto& c : cases) {
        const auto m = read_mps(with_tail(std::string("BOUNDS\n") + c.lines));
        ASSERT_TRUE(m) << c.lines << m.error().code;
        EXPECT_EQ(m->problem.col_lower[0], c.lower) << c.lines;
        EXPECT_EQ(m->problem.col_upper[0], c.upper) << c.lines;
    }
}

TEST(Mps, MaximisesByTurningTheSigns) {
    for (const std::string sense : {"OBJSENSE\n    MAX\n", "OBJSENSE MAXIMIZE\n", "OBJSENSE\n MAXIMISE\n"}) {
        const auto m = read_mps(sense + with_tail("RHS\n obj 3\n"));
        ASSERT_TRUE(m) << sense;
        EXPECT_TRUE(m->maximise);
        EXPECT_EQ(m->problem.cost[0], -1);
        EXPECT_EQ(m->problem.offset, 3);
    }
    EXPECT_FALSE(read_mps("OBJSENSE\n MIN\n" + with_tail(""))->maximise);
}

TEST(Mps, FixedFormatMayHaveBlanksInNames) {
    const std::string text =
        "NAME          BLANKS\n"
        "ROWS\n"
        " N  THE COST\n"
        " L  MY ROW\n"
        "COLUMNS\n"
        "    COL ONE   THE COST           1.5   MY ROW             2.0\n"
        "RHS\n"
        "              MY ROW         4.0\n"
        "BOUNDS\n"
        " UP BND       COL ONE        3.0\n"
        "ENDATA\n";
    const auto m = read_mps(text);
    ASSERT_TRUE(m) << m.error().code << m.error().line;
    EXPECT_EQ(m->problem.col_names[0], "COL ONE");
    EXPECT_EQ(m->problem.row_upper[0], 4);
    EXPECT_EQ(m->problem.col_upper[0], 3);
    EXPECT_FALSE(read_mps(text, "f", MpsFormat::free));
}

TEST(Mps, BadInputsAreRefusedWithCodeAndLine) {
    struct Case {
        const char* why;
        const char* code;
        int line;
        std::string text;
    };
    const std::string rows = "NAME t\nROWS\n N obj\n L r\n";       // 4 lines
    const std::string columns = rows + "COLUMNS\n x obj 1 r 2\n";  // 6 lines
    const Case cases[] = {
        {"empty file", "mps.missing_section", 0, ""},
        {"only a comment", "mps.missing_section", 1, "* nothing\n"},
        {"no COLUMNS", "mps.missing_section", 5, rows + "ENDATA\n"},
        {"cut off", "mps.missing_section", 6, columns},
        {"no objective", "mps.missing_objective", 6, "NAME\nROWS\n L r\nCOLUMNS\n x r 1\nENDATA\n"},
        {"data before any section", "mps.outside_section", 1, " x obj 1\n"},
        {"unknown section", "mps.unknown_section", 7, columns + "FOO\nENDATA\n"},
        {"quadratic", "mps.unsupported_section", 7, columns + "QUADOBJ\n x x 1\nENDATA\n"},
        {"special ordered sets", "mps.unsupported_section", 7, columns + "SOS\nENDATA\n"},
        {"section twice", "mps.doubled_section", 7, columns + "ROWS\n"},
        {"COLUMNS before ROWS", "mps.section_order", 1, "COLUMNS\n x r 1\n"},
        {"RHS before COLUMNS", "mps.section_order", 5, rows + "RHS\n"},
        {"row type", "mps.bad_row_type", 5, rows + " Q s\n"},
        {"row without name", "mps.missing_field", 5, rows + " L\n"},
        {"row with two names", "mps.too_many_fields", 5, rows + " L a b\n"},
        {"row twice", "mps.doubled_row", 5, rows + " G r\n"},
        {"row named as the objective", "mps.doubled_row", 5, rows + " G obj\n"},
        {"unknown row", "mps.unknown_row", 7, columns + " y nowhere 1\n"},
        {"bad number", "mps.bad_number", 7, columns + " y r 1,5\n"},
        {"not a number", "mps.bad_number", 7, columns + " y r nan\n"},
        {"overflowing number", "mps.bad_number", 7, columns + " y r 1e999\n"},
        {"infinite coefficient", "mps.infinite_number", 7, columns + " y r inf\n"},
        {"two signs", "mps.bad_number", 7, columns + " y r ++1\n"},
        {"number missing", "mps.missing_field", 7, columns + " y r\n"},
        {"odd pair", "mps.missing_field", 7, columns + " y r 1 obj\n"},
        {"too many fields", "mps.too_many_fields", 7, columns + " y r 1 obj 2 r 3\n"},
        {"column in two places", "mps.doubled_column", 8, columns + " y r 1\n x r 3\n"},
        {"entry twice", "mps.doubled_entry", 7, columns + " x r 3\n"},
        {"cost twice", "mps.doubled_entry", 7, columns + " x obj 3\n"},
        {"integer marker", "mps.integer_unsupported", 7, columns + " M1 'MARKER' 'INTORG'\n"},
        {"RHS twice", "mps.doubled_entry", 9, columns + "RHS\n b r 1\n b r 2\nENDATA\n"},
        {"RHS of unknown row", "mps.unknown_row", 8, columns + "RHS\n b q 1\n"},
        {"second RHS set", "mps.second_set", 9, columns + "RHS\n b r 1\n c r 2\n"},
        {"infinite RHS", "mps.infinite_number", 8, columns + "RHS\n b r inf\n"},
        {"range on the objective", "mps.range_on_free_row", 8, columns + "RANGES\n b obj 1\n"},
        {"bound type", "mps.bad_bound_type", 8, columns + "BOUNDS\n XX b x 1\n"},
        {"bound without number", "mps.missing_field", 8, columns + "BOUNDS\n UP b\n"},
        {"bound of unknown column", "mps.unknown_column", 8, columns + "BOUNDS\n UP b z 1\n"},
        {"bound's number", "mps.bad_number", 8, columns + "BOUNDS\n UP b x one\n"},
        {"fixed at infinity", "mps.infinite_number", 8, columns + "BOUNDS\n FX b x inf\n"},
        {"binary", "mps.integer_unsupported", 8, columns + "BOUNDS\n BV b x\n"},
        {"integer bound", "mps.integer_unsupported", 8, columns + "BOUNDS\n UI b x 4\n"},
        {"semicontinuous", "mps.semicontinuous_unsupported", 8, columns + "BOUNDS\n SC b x 4\n"},
        {"second bound set", "mps.second_set", 9, columns + "BOUNDS\n UP b x 4\n UP c x 5\n"},
        {"crossed bounds", "mps.crossed_bounds", 9, columns + "BOUNDS\n UP b x 4\n LO b x 5\nENDATA\n"},
        {"objective sense", "mps.bad_objsense", 2, "OBJSENSE\n   BEST\n"},
    };
    for (const auto& c : cases) {
        const auto m = read_mps(c.text, "bad.mps");
        ASSERT_FALSE(m) << c.why;
        EXPECT_EQ(m.error().code, c.code) << c.why;
        EXPECT_EQ(m.error().line, c.line) << c.why;
        EXPECT_EQ(m.error().file, "bad.mps") << c.why;
    }
}

Problem random_named_problem() {
    const int rows = *rc::gen::inRange(0, 6), columns = *rc::gen::inRange(0, 6);
    // Halves and quarters, so that lower + (upper − lower) is upper again.
    const auto number = rc::gen::map(rc::gen::inRange(-400, 400), [](int i) { return i / 8.0; });
    const auto bounds = [&] {
        const double a = *number, b = *number;
        const double lower = *rc::gen::inRange(0, 3) ? std::min(a, b) : -kInfinity;
        const double upper = *rc::gen::inRange(0, 3) ? std::max(a, b) : kInfinity;
        return *rc::gen::inRange(0, 4) ? std::pair{lower, upper} : std::pair{a, a};
    };
    ProblemBuilder b;
    b.set_name("random");
    b.add_offset(*number);
    for (int i = 0; i < rows; ++i) {
        const auto [lower, upper] = bounds();
        b.add_row(lower, upper, "row" + std::to_string(i));
    }
    for (int j = 0; j < columns; ++j) {
        const auto [lower, upper] = bounds();
        b.add_column(*number * 1.1, lower, upper, "column" + std::to_string(j));
        for (int i = 0; i < rows; ++i) {
            if (*rc::gen::inRange(0, 2)) b.add_entry(i, j, *number / 3);
        }
    }
    return *b.finish();
}

RC_GTEST_PROP(Mps, WhatIsWrittenIsReadBackTheSame, ()) {
    const Problem p = random_named_problem();
    const auto text = write_mps(p);
    RC_ASSERT(text.has_value());
    const auto m = read_mps(*text);
    RC_ASSERT(m.has_value());
    RC_ASSERT(m->problem == p);
}

RC_GTEST_PROP(Mps, AnyBytesAreReadOrRefused, ()) {
    auto text = std::string(kSmall);
    for (int k = *rc::gen::inRange(1, 5); k > 0; --k) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        text.replace(at, *rc::gen::inRange<std::size_t>(0, 9), *rc::gen::arbitrary<std::string>());
    }
    const auto m = read_mps(text);
    RC_ASSERT(m || m.error().code.starts_with("mps."));
}

TEST(Mps, NamesThatWouldNotReadBackAreNotWritten) {
    ProblemBuilder b;
    b.add_column(1, 0, 1, "two words");
    const auto text = write_mps(*b.finish());
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().code, "mps.bad_name");
}

TEST(NameIndex, NumbersThousandsOfNames) {
    std::vector<std::string> names;
    for (int i = 0; i < 5000; ++i) names.push_back("name_of_row_" + std::to_string(i * 7919));
    NameIndex index;
    for (int i = 0; i < 5000; ++i) EXPECT_EQ(index.add(names[static_cast<std::size_t>(i)]), i);
    for (int i = 0; i < 5000; ++i) EXPECT_EQ(index.find(names[static_cast<std::size_t>(i)]), i);
    EXPECT_EQ(index.find("name_of_row"), -1);
    EXPECT_EQ(index.add(names[17]), -1);
}

std::string gzipped(const std::string& text) {
    z_stream z{};
    deflateInit2(&z, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&z, text.size()) + 64, '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    z.avail_in = static_cast<uInt>(text.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    return out;
}

TEST(Gunzip, UnpacksOneMemberAndSeveral) {
    const std::string text(300'000, 'a');
    EXPECT_TRUE(is_gzip(gzipped(text)));
    EXPECT_EQ(*gunzip(gzipped(text), 1 << 20), text);
    EXPECT_EQ(*gunzip(gzipped("one ") + gzipped("two"), 100), "one two");
    EXPECT_EQ(*gunzip(gzipped(""), 0), "");
    EXPECT_EQ(*gunzip(gzipped("abc"), 3), "abc");
}

TEST(Gunzip, RefusesBombsAndBrokenFiles) {
    const auto bomb = gunzip(gzipped(std::string(10 << 20, '0')), 1 << 20);
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, "gzip.too_large");
    EXPECT_EQ(gunzip(gzipped("abcd"), 3).error().code, "gzip.too_large");
    const auto whole = gzipped(kSmall);
    for (const std::string& bad : {std::string("\x1f\x8b"), whole.substr(0, 40),
                                   whole.substr(0, whole.size() - 1), whole + "x", std::string()}) {
        const auto text = gunzip(bad, 1 << 20);
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().code, "gzip.broken");
    }
}

TEST(Mps, TheObjectiveOfTheSmallFileIsSolved) {
    const auto m = read_mps(kSmall);
    ASSERT_TRUE(m);
    const auto s = solve(m->problem, {.method = Method::clp});
    ASSERT_TRUE(s);
    EXPECT_EQ(s->status, Status::optimal);
    // Z ≤ 7 + Y, so −Z + 2Y is least at Y = −1, Z = 6; X ≥ 1 by LIM2 but X + Y ≥ 1.5 asks for 2.5.
    EXPECT_NEAR(s->certificate->objective, 5 + 2.5 - 2 - 6, 1e-9);
}

}  // namespace
}  // namespace dure::lp
