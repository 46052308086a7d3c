// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dure::lp::ipm {

// What the kernels of the hour-structured system see: plain views, all arrays in the order of `Hours`. A
// group's kernels touch nothing of another group.

struct EntryView {
    int row = 0;
    const double* value = nullptr;
    int stride = 0;
};

struct FlowView {
    const double *weight = nullptr, *pull = nullptr;
    int cap = -1;
    const EntryView *entries = nullptr, *entries_end = nullptr;
    const EntryView *yearly = nullptr, *yearly_end = nullptr;
};

struct LevelView {
    const double *alpha = nullptr, *beta = nullptr, *keeps = nullptr;
    int cap = -1;
    bool boxed = false;
};

struct BorderView {
    int row = 0, column = 0;
    const double* value = nullptr;
    int stride = 0;
};

struct HourShape {
    int steps = 0, rows = 0, levels = 0, caps = 0, yearly = 0;  ///< caps: the coupled ones
    int local() const { return rows - levels; }
    /// Border unknowns of a chunk: caps, yearly rows, and the levels that come from the chunk before.
    int width() const { return caps + yearly + levels; }
    int padded() const { return (width() + 3) / 4 * 4; }
    // A step's factor, in packs: unit lower triangle, inverse pivots, border rows, and of every level
    // {h/(1+ph), 1/(1+ph), p/(1+ph), β}, its ties to later levels of the step and to rows of the next.
    int at_inverse() const { return rows * local(); }
    int at_border() const { return at_inverse() + local(); }
    int at_level() const { return at_border() + rows * padded(); }
    int at_ties() const { return at_level() + 4 * levels; }
    int at_next() const { return at_ties() + levels * levels; }
    int factor_size() const { return at_next() + levels * levels; }
    int solve_size() const { return rows + levels; }
};

/// The four chunks of a group after elimination, four lanes a value.
struct GroupSchur {
    double* square = nullptr;       ///< padded² (lower triangle): what to take off the border's matrix
    double* yearly = nullptr;       ///< yearly²: w c c'
    double* yearly_caps = nullptr;  ///< yearly × caps
    double* last = nullptr;         ///< levels²: the last step's level rows among themselves
    double* last_border = nullptr;  ///< levels × padded
};

struct GroupWork {
    HourShape shape;
    int first = 0;  ///< index of the group's first value: group·steps·4
    double regularisation = 0;
    const FlowView *flows = nullptr, *flows_end = nullptr;
    const LevelView* levels = nullptr;
    const double* first_keeps =
        nullptr;  ///< levels packs: what the periods before the chunks' first ones keep
    const BorderView *border = nullptr, *border_end = nullptr;
    double *factor = nullptr,
           *partial = nullptr;  ///< of this group; steps · factor_size packs, steps · solve_size
    double* scratch = nullptr;  ///< scratch_size() packs
    GroupSchur schur;

    int scratch_size() const {
        const int n = shape.rows, m = shape.levels, b = shape.padded();
        return n * n + n + 2 * m * m + m * b + 2 * (n + 1) * b + 4 * (n + m + b);
    }
};

struct HourKernels {
    /// False when `stop` answered true.
    bool (*factor)(const GroupWork&, bool (*stop)(const void*), const void* stop_data);
    /// h: right side by row slots, `values` apart; q: of level m at q_of[m]. Fills border (padded packs: what
    /// to take off the border's right side), last (levels packs: right side of the last level rows).
    void (*forward)(const GroupWork&, const double* h, int values, const double* const* q_of, double* border,
                    double* last);
    /// border: the solution's values (padded packs), last_row and last_level those of the last step's levels.
    void (*backward)(const GroupWork&, double* dy, int values, double* const* step_of, const double* border,
                     const double* last_row, const double* last_level);
    /// out += a·x, out = a·x, and Σ a·x; a is one value (four times) when stride is 0. count is a multiple
    /// of 4.
    void (*add_product)(double* out, const double* a, int stride, const double* x, int count);
    void (*set_product)(double* out, const double* a, int stride, const double* x, int count);
    double (*dot)(const double* a, int stride, const double* x, int count);
};

const HourKernels& hour_kernels();

}  // namespace dure::lp::ipm
