// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/builder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "engine/lp/validate.hpp"

namespace dure::lp {
namespace {

TEST(Builder, SortsEntriesAndAddsUpThoseOfTheSamePlace) {
    ProblemBuilder b;
    const int x = b.add_column(1, 0, 5, "x"), y = b.add_column(2);
    const int r = b.add_row(-kInfinity, 4), s = b.add_row(1, 1);
    b.add_entry(s, y, 3);
    b.add_entry(s, x, 1);
    b.add_entry(r, x, 2);
    b.add_entry(s, x, 0.5);
    b.add_entry(r, y, 7);
    b.add_entry(r, y, -7);
    const auto p = b.finish();
    ASSERT_TRUE(p);
    EXPECT_EQ(p->start, (std::vector<std::int64_t>{0, 2, 3}));
    EXPECT_EQ(p->index, (std::vector<std::int32_t>{r, s, s}));
    EXPECT_EQ(p->value, (std::vector<double>{2, 1.5, 3}));
    EXPECT_EQ(p->col_names, (std::vector<std::string>{"x", "c1"}));
    EXPECT_TRUE(p->row_names.empty());
    EXPECT_EQ(b.columns(), 0);
}

TEST(Builder, RefusesAnEntryOutsideTheProblem) {
    ProblemBuilder b;
    b.add_column(1);
    b.add_entry(0, 0, 1);
    const auto p = b.finish();
    ASSERT_FALSE(p);
    EXPECT_EQ(p.error().code, "lp.invalid");
}

RC_GTEST_PROP(Builder, HoldsTheSameMatrixAsAMapOfPlaces, ()) {
    const auto places = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
        rc::gen::tuple(rc::gen::inRange(0, 6), rc::gen::inRange(0, 5), rc::gen::inRange(-3, 4)));
    ProblemBuilder b;
    std::map<std::pair<int, int>, double> wanted;
    for (const auto& [row, column, value] : places) {
        b.add_entry(row, column, value);
        wanted[{column, row}] += value;
    }
    for (int i = 0; i < 6; ++i) b.add_row(0, 1);
    for (int j = 0; j < 5; ++j) b.add_column(0);
    const auto p = b.finish();
    RC_ASSERT(p.has_value());
    std::erase_if(wanted, [](const auto& e) { return e.second == 0; });
    std::map<std::pair<int, int>, double> got;
    for (int j = 0; j < 5; ++j) {
        for (auto k = p->start[j]; k < p->start[j + 1]; ++k) got[{j, p->index[k]}] = p->value[k];
    }
    RC_ASSERT(got == wanted);
}

TEST(Validate, NamesWhatIsWrongAndWhere) {
    const auto good = [] {
        ProblemBuilder b;
        const int r = b.add_row(0, 1, "balance");
        b.add_entry(r, b.add_column(1, 0, 1, "gas"), 1);
        return *b.finish();
    };
    struct Case {
        const char* what;
        const char* where;
        void (*spoil)(Problem&);
    };
    const Case cases[] = {
        {"shape", "", [](Problem& p) { p.cost.push_back(1); }},
        {"shape", "", [](Problem& p) { p.start.clear(); }},
        {"shape", "", [](Problem& p) { p.start.back() = 9; }},
        {"shape", "", [](Problem& p) { p.row_upper.clear(); }},
        {"shape", "", [](Problem& p) { p.col_names.push_back("more"); }},
        {"offset", "", [](Problem& p) { p.offset = std::nan(""); }},
        {"cost", "gas", [](Problem& p) { p.cost[0] = kInfinity; }},
        {"coefficient", "gas", [](Problem& p) { p.value[0] = std::nan(""); }},
        {"row_index", "gas", [](Problem& p) { p.index[0] = 1; }},
        {"row_index", "gas", [](Problem& p) { p.index[0] = -1; }},
        {"column_bounds", "gas", [](Problem& p) { p.col_lower[0] = 2; }},
        {"column_bounds", "gas", [](Problem& p) { p.col_upper[0] = std::nan(""); }},
        {"column_bounds", "gas", [](Problem& p) { p.col_lower[0] = p.col_upper[0] = kInfinity; }},
        {"row_bounds", "balance", [](Problem& p) { p.row_lower[0] = 2; }},
        {"row_bounds", "balance", [](Problem& p) { p.row_lower[0] = p.row_upper[0] = -kInfinity; }},
    };
    EXPECT_TRUE(validate(good()));
    for (const auto& c : cases) {
        Problem p = good();
        c.spoil(p);
        const auto answer = validate(p);
        ASSERT_FALSE(answer) << c.what;
        EXPECT_EQ(answer.error().code, "lp.invalid");
        EXPECT_EQ(answer.error().params, (Params{{"what", c.what}, {"where", c.where}}));
    }
}

}  // namespace
}  // namespace dure::lp
