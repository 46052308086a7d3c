// SPDX-License-Identifier: Apache-2.0
// The bodies of HourKernels; included once per instruction set like sweeps_impl.hpp. A step's rows are
// eliminated local ones first; then each level together with its row, since either pivot alone may be next to
// nothing.

#define DURE_INLINE inline __attribute__((always_inline))

typedef double Pack __attribute__((vector_size(32)));
typedef double PackInMemory __attribute__((vector_size(32), aligned(8), may_alias));

constexpr double kLostPivot = 1e-14, kLeastPivot = 1e-30;

DURE_INLINE Pack at(const double* p) {
    return *reinterpret_cast<const PackInMemory*>(p);
}
DURE_INLINE void put(double* p, const Pack& v) {
    *reinterpret_cast<PackInMemory*>(p) = v;
}
DURE_INLINE Pack* packs(double* p) {
    return reinterpret_cast<Pack*>(p);
}
DURE_INLINE Pack all(double v) {
    return Pack{v, v, v, v};
}
DURE_INLINE Pack greater(const Pack& a, const Pack& b) {
    return a > b ? a : b;
}
DURE_INLINE Pack coefficient(const EntryView& e, int index) {
    return at(e.value + (e.stride ? index : 0));
}

/// A group's scratch memory, in packs.
struct Scratch {
    Pack *step, *diagonal, *carry, *next, *carry_border, *left, *right;

    DURE_INLINE Scratch(const GroupWork& g) {
        const int n = g.shape.rows, m = g.shape.levels, b = g.shape.padded();
        step = packs(g.scratch);
        diagonal = step + n * n;
        carry = diagonal + n;
        next = carry + m * m;
        carry_border = next + m * m;
        left = carry_border + m * b;
        right = left + n * b;
    }
};

DURE_INLINE void zero(Pack* p, int count) {
    for (int i = 0; i < count; ++i) p[i] = all(0);
}

/// C += XᵀY on 4 × 2 packs, X and Y `count` rows of stride `width`: as many sums as sixteen registers hold
/// beside what they are made of.
DURE_INLINE void half_tile(Pack* c, const Pack* x, const Pack* y, int count, int width) {
    Pack s[4][2];
    for (int i = 0; i < 4; ++i) {
        for (int j = 0; j < 2; ++j) s[i][j] = c[i * width + j];
    }
    for (int a = 0; a < count; ++a, x += width, y += width) {
        const Pack first = y[0], second = y[1];
        for (int i = 0; i < 4; ++i) {
            const Pack f = x[i];
            s[i][0] += f * first;
            s[i][1] += f * second;
        }
    }
    for (int i = 0; i < 4; ++i) {
        for (int j = 0; j < 2; ++j) c[i * width + j] = s[i][j];
    }
}

DURE_INLINE void tile(Pack* c, const Pack* x, const Pack* y, int count, int width) {
    half_tile(c, x, y, count, width);
    half_tile(c + 2, x, y + 2, count, width);
}

DURE_INLINE void assemble(const GroupWork& g, const Scratch& s, Pack* v, int index) {
    const auto& shape = g.shape;
    const int n = shape.rows, b = shape.padded(), local = shape.local(), m = shape.levels;
    zero(s.step, n * n);
    zero(v, local * b);
    for (int i = 0; i < n; ++i) s.step[i * n + i] = all(g.regularisation);
    for (int i = 0; i < m; ++i) {
        for (int j = 0; j <= i; ++j) s.step[(local + i) * n + local + j] += s.carry[i * m + j];
        for (int c = 0; c < b; ++c) v[(local + i) * b + c] = s.carry_border[i * b + c];
    }
    for (const BorderView* e = g.border; e != g.border_end; ++e)
        v[e->row * b + e->column] += at(e->value + (e->stride ? index : 0));
    for (const FlowView* f = g.flows; f != g.flows_end; ++f) {
        const Pack w = at(f->weight + index);
        Pack pull = all(0);
        if (f->cap >= 0) pull = at(f->pull + index);
        for (const EntryView* e = f->entries; e != f->entries_end; ++e) {
            const Pack a = coefficient(*e, index), aw = a * w;
            if (f->cap >= 0) v[e->row * b + f->cap] += a * pull;
            for (const EntryView* o = f->entries; o <= e; ++o) {
                const int high = e->row > o->row ? e->row : o->row, low = e->row > o->row ? o->row : e->row;
                s.step[high * n + low] += aw * coefficient(*o, index);
            }
            for (const EntryView* y = f->yearly; y != f->yearly_end; ++y)
                v[e->row * b + shape.caps + y->row] += aw * coefficient(*y, index);
        }
        for (const EntryView* y = f->yearly; y != f->yearly_end; ++y) {
            const Pack c = coefficient(*y, index);
            for (const EntryView* o = f->yearly; o != f->yearly_end; ++o)
                packs(g.schur.yearly)[y->row * shape.yearly + o->row] += w * c * coefficient(*o, index);
            if (f->cap >= 0) packs(g.schur.yearly_caps)[y->row * shape.caps + f->cap] += pull * c;
        }
    }
}

DURE_INLINE void eliminate_local(const GroupWork& g, const Scratch& s, Pack* l, Pack* inverse, Pack* v) {
    const int n = g.shape.rows, local = g.shape.local(), b = g.shape.padded();
    for (int a = 0; a < n; ++a) s.diagonal[a] = s.step[a * n + a];
    for (int k = 0; k < local; ++k) {
        const Pack pivot = greater(s.step[k * n + k], kLostPivot * s.diagonal[k] + kLeastPivot);
        const Pack inv = 1.0 / pivot;
        inverse[k] = inv;
        for (int a = k + 1; a < n; ++a) l[a * local + k] = s.step[a * n + k] * inv;
        for (int a = k + 1; a < n; ++a) {
            const Pack f = l[a * local + k];
            for (int c = k + 1; c <= a; ++c) s.step[a * n + c] -= f * s.step[c * n + k];
            for (int c = 0; c < b; ++c) v[a * b + c] -= f * v[k * b + c];
        }
        for (int c = 0; c < b; ++c) {
            s.left[k * b + c] = v[k * b + c] * inv;
            s.right[k * b + c] = v[k * b + c];
        }
    }
}

/// Rounding may carry the tie of two levels beyond what their pivots allow; it is brought back.
DURE_INLINE Pack definite(const Pack& tie, const Pack& pivot, const Pack& other) {
    const Pack most = pivot * other;
    Pack out = tie;
    for (int l = 0; l < 4; ++l) {
        if (tie[l] * tie[l] <= most[l]) continue;
        const double size = __builtin_sqrt(most[l] > 0 ? most[l] : 0);
        out[l] = tie[l] < 0 ? -size : size;
    }
    return out;
}

DURE_INLINE void eliminate_levels(const GroupWork& g, const Scratch& s, Pack* fac, Pack* v, int index) {
    const auto& shape = g.shape;
    const int n = shape.rows, local = shape.local(), m = shape.levels, b = shape.padded();
    Pack *ties = fac + shape.at_ties(), *next = fac + shape.at_next(), *square = packs(g.schur.square);
    zero(next, m * m);
    zero(s.carry, m * m);
    zero(s.carry_border, m * b);
    for (int i = 0; i < m; ++i) {
        const LevelView& level = g.levels[i];
        Pack* border = v + (local + i) * b;
        const int row = local + i, k = level.cap;
        const Pack p = greater(s.step[row * n + row], kLostPivot * s.diagonal[row] + kLeastPivot);
        const Pack alpha = at(level.alpha + index), keeps = at(level.keeps + index);
        const Pack beta = level.boxed ? at(level.beta + index) : all(0);
        const Pack h = alpha + beta, i_d = 1.0 / (1.0 + p * h), h_d = h * i_d, p_d = p * i_d;
        const Pack pull = k >= 0 ? beta : all(0), b_d = pull * i_d;
        Pack* stored = fac + shape.at_level() + 4 * i;
        stored[0] = h_d;
        stored[1] = i_d;
        stored[2] = p_d;
        stored[3] = pull;
        for (int c = 0; c < b; ++c) {
            s.left[row * b + c] = border[c] * h_d;
            s.right[row * b + c] = border[c];
        }
        if (k >= 0) {
            for (int c = 0; c < b; ++c) square[c >= k ? c * b + k : k * b + c] += b_d * border[c];
            square[k * b + k] += b_d * (border[k] + 1.0 + p * alpha);
        }
        Pack* mine = next + i * m;
        for (int q = i + 1; q < m; ++q) {
            const int other = local + q;
            const Pack floor = kLostPivot * s.diagonal[other] + kLeastPivot;
            const Pack tie = definite(s.step[other * n + row], p, greater(s.step[other * n + other], floor));
            s.step[other * n + row] = tie;
            ties[i * m + q] = tie;
            const Pack t_h = tie * h_d;
            for (int w = i + 1; w <= q; ++w)
                s.step[other * n + local + w] -= t_h * s.step[(local + w) * n + row];
            Pack* theirs = v + other * b;
            for (int c = 0; c < b; ++c) theirs[c] -= t_h * border[c];
            if (k >= 0) theirs[k] -= tie * b_d;
            for (int j = 0; j < i; ++j) next[q * m + j] -= t_h * mine[j];
            next[q * m + i] += tie * i_d * keeps;
        }
        for (int a = 0; a < i; ++a) {
            const Pack f = h_d * mine[a];
            for (int q = 0; q <= a; ++q) s.carry[a * m + q] -= f * mine[q];
            s.carry[i * m + a] += keeps * i_d * mine[a];
            for (int c = 0; c < b; ++c) s.carry_border[a * b + c] -= f * border[c];
            if (k >= 0) s.carry_border[a * b + k] -= b_d * mine[a];
        }
        s.carry[i * m + i] += keeps * keeps * p_d;
        for (int c = 0; c < b; ++c) s.carry_border[i * b + c] += i_d * keeps * border[c];
        if (k >= 0) s.carry_border[i * b + k] -= keeps * p_d * pull;
    }
}

DURE_INLINE void keep_last(const GroupWork& g, const Scratch& s, const Pack* v) {
    const int n = g.shape.rows, local = g.shape.local(), m = g.shape.levels, b = g.shape.padded();
    for (int i = 0; i < m; ++i) {
        for (int c = 0; c < b; ++c) packs(g.schur.last_border)[i * b + c] = v[(local + i) * b + c];
        for (int j = 0; j < m; ++j) {
            const int high = local + (i > j ? i : j), low = local + (i > j ? j : i);
            packs(g.schur.last)[i * m + j] = s.step[high * n + low];
        }
    }
}

bool factor(const GroupWork& g, bool (*stop)(const void*), const void* stop_data) {
    const auto& shape = g.shape;
    const int m = shape.levels, b = shape.padded(), local = shape.local();
    const Scratch s(g);
    zero(packs(g.schur.square), b * b);
    zero(packs(g.schur.yearly), shape.yearly * shape.yearly);
    zero(packs(g.schur.yearly_caps), shape.yearly * shape.caps);
    zero(s.carry, m * m);
    zero(s.carry_border, m * b);
    for (int i = 0; i < m; ++i)
        s.carry_border[i * b + shape.caps + shape.yearly + i] = -at(g.first_keeps + 4 * i);
    for (int step = 0; step < shape.steps; ++step) {
        if (step % 256 == 0 && stop(stop_data)) return false;
        const int index = g.first + step * 4;
        Pack* fac = packs(g.factor) + static_cast<long>(step) * shape.factor_size();
        Pack* v = fac + shape.at_border();
        assemble(g, s, v, index);
        eliminate_local(g, s, fac, fac + shape.at_inverse(), v);
        const bool last = step + 1 == shape.steps;
        if (last) {
            keep_last(g, s, v);
        } else {
            eliminate_levels(g, s, fac, v, index);
        }
        const int count = last ? local : shape.rows;
        for (int c = 0; c < b; c += 4) {
            for (int d = 0; d <= c; d += 4)
                tile(packs(g.schur.square) + c * b + d, s.left + c, s.right + d, count, b);
        }
    }
    return true;
}

void forward(const GroupWork& g, const double* h, int values, const double* const* q_of, double* border_out,
             double* last) {
    const auto& shape = g.shape;
    const int n = shape.rows, m = shape.levels, b = shape.padded(), local = shape.local(),
              width = shape.width();
    const Scratch s(g);
    Pack *r = s.diagonal, *carry = s.carry, *sum = packs(border_out);
    zero(carry, m);
    zero(sum, b);
    for (int step = 0; step < shape.steps; ++step) {
        const int index = g.first + step * 4;
        const Pack* fac = packs(g.factor) + static_cast<long>(step) * shape.factor_size();
        const Pack *inverse = fac + shape.at_inverse(), *v = fac + shape.at_border();
        Pack* out = packs(g.partial) + static_cast<long>(step) * shape.solve_size();
        for (int a = 0; a < n; ++a) r[a] = at(h + static_cast<long>(a) * values + index);
        for (int i = 0; i < m; ++i) r[local + i] += carry[i];
        for (int k = 0; k < local; ++k) {
            const Pack u = r[k];
            out[k] = u;
            for (int a = k + 1; a < n; ++a) r[a] -= fac[a * local + k] * u;
            const Pack f = u * inverse[k];
            for (int c = 0; c < width; ++c) sum[c] += v[k * b + c] * f;
        }
        if (step + 1 == shape.steps) {
            for (int i = 0; i < m; ++i) packs(last)[i] = r[local + i];
            return;
        }
        zero(carry, m);
        for (int i = 0; i < m; ++i) {
            const Pack* stored = fac + shape.at_level() + 4 * i;
            const Pack rr = r[local + i], q = at(q_of[i] + index);
            out[local + i] = rr;
            out[n + i] = q;
            const Pack y = stored[0] * rr - stored[1] * q, e = stored[2] * q + stored[1] * rr;
            const Pack* border = v + (local + i) * b;
            for (int c = 0; c < width; ++c) sum[c] += border[c] * y;
            const int k = g.levels[i].cap;
            if (k >= 0) sum[k] += stored[3] * e;
            for (int o = i + 1; o < m; ++o) r[local + o] -= fac[shape.at_ties() + i * m + o] * y;
            for (int a = 0; a < i; ++a) carry[a] -= fac[shape.at_next() + i * m + a] * y;
            carry[i] += at(g.levels[i].keeps + index) * e;
        }
    }
}

void backward(const GroupWork& g, double* dy, int values, double* const* step_of, const double* border_in,
              const double* last_row, const double* last_level) {
    const auto& shape = g.shape;
    const int n = shape.rows, m = shape.levels, b = shape.padded(), local = shape.local(),
              width = shape.width();
    const Scratch s(g);
    Pack *y = s.diagonal, *later = s.carry;
    const Pack* border = reinterpret_cast<const Pack*>(border_in);
    for (int step = shape.steps - 1; step >= 0; --step) {
        const int index = g.first + step * 4;
        const Pack* fac = packs(g.factor) + static_cast<long>(step) * shape.factor_size();
        const Pack *inverse = fac + shape.at_inverse(), *v = fac + shape.at_border();
        const Pack* in = packs(g.partial) + static_cast<long>(step) * shape.solve_size();
        if (step + 1 == shape.steps) {
            for (int i = 0; i < m; ++i) {
                y[local + i] = at(last_row + i * 4);
                put(step_of[i] + index, at(last_level + i * 4));
            }
        } else {
            for (int i = m - 1; i >= 0; --i) {
                const Pack* stored = fac + shape.at_level() + 4 * i;
                Pack r = in[local + i];
                for (int c = 0; c < width; ++c) r -= v[(local + i) * b + c] * border[c];
                for (int a = 0; a < i; ++a) r -= fac[shape.at_next() + i * m + a] * later[a];
                for (int o = i + 1; o < m; ++o) r -= fac[shape.at_ties() + i * m + o] * y[local + o];
                Pack q = in[n + i] - at(g.levels[i].keeps + index) * later[i];
                const int k = g.levels[i].cap;
                if (k >= 0) q += stored[3] * border[k];
                y[local + i] = stored[0] * r - stored[1] * q;
                put(step_of[i] + index, stored[2] * q + stored[1] * r);
            }
        }
        for (int a = local - 1; a >= 0; --a) {
            Pack u = in[a];
            for (int c = 0; c < width; ++c) u -= v[a * b + c] * border[c];
            u *= inverse[a];
            for (int k = a + 1; k < n; ++k) u -= fac[k * local + a] * y[k];
            y[a] = u;
        }
        for (int i = 0; i < m; ++i) later[i] = y[local + i];
        for (int a = 0; a < n; ++a) put(dy + static_cast<long>(a) * values + index, y[a]);
    }
}

template <bool fresh>
DURE_INLINE void product(double* out, const double* a, int stride, const double* x, int count) {
    const Pack one = at(a);
    for (int i = 0; i < count; i += 4) {
        const Pack p = (stride ? at(a + i) : one) * at(x + i);
        put(out + i, fresh ? p : at(out + i) + p);
    }
}

void add_product(double* out, const double* a, int stride, const double* x, int count) {
    product<false>(out, a, stride, x, count);
}

void set_product(double* out, const double* a, int stride, const double* x, int count) {
    product<true>(out, a, stride, x, count);
}

double dot(const double* a, int stride, const double* x, int count) {
    Pack sum = all(0);
    for (int i = 0; i < count; i += 4) sum += at(a + (stride ? i : 0)) * at(x + i);
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

constexpr HourKernels kHourKernels{factor, forward, backward, add_product, set_product, dot};
