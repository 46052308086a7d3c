// SPDX-License-Identifier: Apache-2.0
// The bodies of Sweeps. Included once per instruction set, inside a namespace of its own and after all other
// headers, so that nothing but these functions is compiled for the newer one. No standard function is called
// here for the same reason.

#define DURE_INLINE inline __attribute__((always_inline))

// Four doubles, at any address.
typedef double Pack __attribute__((vector_size(32)));
typedef double PackInMemory __attribute__((vector_size(32), aligned(8), may_alias));

struct One {
    using Type = double;
    static constexpr int kStep = 1;
    static DURE_INLINE double load(const double* p) { return *p; }
    static DURE_INLINE void store(double* p, double v) { *p = v; }
    static DURE_INLINE double all(double v) { return v; }
};

struct Four {
    using Type = Pack;
    static constexpr int kStep = 4;
    static DURE_INLINE Pack load(const double* p) { return *reinterpret_cast<const PackInMemory*>(p); }
    static DURE_INLINE void store(double* p, const Pack& v) { *reinterpret_cast<PackInMemory*>(p) = v; }
    static DURE_INLINE Pack all(double v) { return Pack{v, v, v, v}; }
};

DURE_INLINE double greater(double a, double b) {
    return a > b ? a : b;
}
DURE_INLINE Pack greater(const Pack& a, const Pack& b) {
    return a > b ? a : b;
}
template <class V>
DURE_INLINE V magnitude(const V& a) {
    return greater(a, -a);
}

/// A sum or maximum kept in a pack, and what the last odd columns add.
struct Sum {
    Pack pack = {0, 0, 0, 0};
    double rest = 0;
    DURE_INLINE void add(const Pack& v) { pack += v; }
    DURE_INLINE void add(double v) { rest += v; }
    DURE_INLINE double total() const { return ((pack[0] + pack[1]) + (pack[2] + pack[3])) + rest; }
};
struct Largest {
    Pack pack = {0, 0, 0, 0};
    double rest = 0;
    DURE_INLINE void add(const Pack& v) { pack = greater(v, pack); }
    DURE_INLINE void add(double v) { rest = greater(v, rest); }
    DURE_INLINE double total() const {
        return greater(greater(greater(pack[0], pack[1]), greater(pack[2], pack[3])), rest);
    }
};

template <class F>
DURE_INLINE void over(const Range& r, const F& body) {
    int i = r.begin;
    for (; i + 4 <= r.end; i += 4) body(Four{}, i);
    for (; i < r.end; ++i) body(One{}, i);
}

template <class L>
DURE_INLINE typename L::Type aimed(const typename L::Type& x, const typename L::Type& z,
                                   const typename L::Type& dx, const typename L::Type& dz, const AimAt& at,
                                   Aim aim) {
    using V = typename L::Type;
    if (aim == Aim::zero) return -(x * z);
    if (aim == Aim::centre) return L::all(at.target) - dx * dz;
    if (aim == Aim::nothing) return L::all(0);
    const V v = (x + at.primal_step * dx) * (z + at.dual_step * dz);
    const V low = L::all(AimAt::kLow * at.target), high = L::all(AimAt::kHigh * at.target);
    const V pulled_down = greater(high - v, -high);
    return v < low ? low - v : v > high ? pulled_down : L::all(0);
}

template <Kind kind>
DURE_INLINE Residuals residuals_of(const Arrays& a, const Range& r, double cap) {
    Sum products, objective, upper_dual, upper_cost;
    Largest worst_dual, worst_upper;
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        const auto x = L::load(a.x + i), c = L::load(a.cost + i);
        objective.add(c * x);
        auto rd = c - L::load(a.aty + i);
        if constexpr (kind != Kind::free) {
            const auto z = L::load(a.z + i);
            rd -= z;
            products.add(x * z);
        }
        if constexpr (kind == Kind::boxed) {
            const auto s = L::load(a.s + i), u = L::load(a.u + i), upper = L::load(a.upper + i);
            rd += u;
            upper_dual.add(u);
            upper_cost.add(upper * u);
            products.add(s * u);
            const auto rv = upper + cap - x - s;
            L::store(a.upper_residual + i, rv);
            worst_upper.add(magnitude(rv));
        }
        L::store(a.dual_residual + i, rd);
        worst_dual.add(magnitude(rd));
    });
    return {products.total(),   objective.total(),  upper_dual.total(),
            upper_cost.total(), worst_dual.total(), worst_upper.total()};
}

Residuals residuals(const Arrays& a, const Range& r, double cap) {
    if (r.kind == Kind::free) return residuals_of<Kind::free>(a, r, cap);
    if (r.kind == Kind::lower) return residuals_of<Kind::lower>(a, r, cap);
    return residuals_of<Kind::boxed>(a, r, cap);
}

template <Kind kind>
DURE_INLINE double weigh_of(const Arrays& a, const Range& r, double regularisation) {
    Sum on_cap;
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        auto alpha = L::all(regularisation), diagonal = alpha;
        if constexpr (kind != Kind::free) {
            alpha += L::load(a.z + i) / L::load(a.x + i);
            diagonal = alpha;
        }
        L::store(a.alpha + i, alpha);
        if constexpr (kind == Kind::boxed) {
            const auto beta = L::load(a.u + i) / L::load(a.s + i);
            diagonal += beta;
            const auto weight = 1.0 / diagonal, pull = beta * weight;
            L::store(a.beta + i, beta);
            L::store(a.weight + i, r.border ? diagonal : weight);
            L::store(a.pull + i, pull);
            on_cap.add(alpha * pull);
        } else {
            L::store(a.weight + i, r.border ? diagonal : 1.0 / diagonal);
        }
    });
    return r.kept ? 0 : on_cap.total();  // a kept column's cap meets it in the system itself
}

double weigh(const Arrays& a, const Range& r, double regularisation) {
    if (r.kind == Kind::free) return weigh_of<Kind::free>(a, r, regularisation);
    if (r.kind == Kind::lower) return weigh_of<Kind::lower>(a, r, regularisation);
    return weigh_of<Kind::boxed>(a, r, regularisation);
}

template <Kind kind, Aim aim>
DURE_INLINE double aim_of(const Arrays& a, const Range& r, const AimAt& at) {
    constexpr bool full = aim == Aim::zero;
    Sum on_cap;
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        auto t = L::all(0);
        if constexpr (full) t -= L::load(a.dual_residual + i);
        if constexpr (kind != Kind::free) {
            const auto x = L::load(a.x + i);
            t += aimed<L>(x, L::load(a.z + i), L::load(a.dx + i), L::load(a.dz + i), at, aim) / x;
        }
        auto q = t;
        const auto weight = L::load(a.weight + i);
        if constexpr (kind == Kind::boxed) {
            const auto s = L::load(a.s + i), beta = L::load(a.beta + i);
            auto v = aimed<L>(s, L::load(a.u + i), L::load(a.ds + i), L::load(a.du + i), at, aim) / s;
            if constexpr (full) v -= beta * L::load(a.upper_residual + i);
            q -= v;
            on_cap.add(r.kept ? v : weight * (v * L::load(a.alpha + i) + beta * t));
        }
        L::store(a.q + i, q);
        if (!r.given()) L::store(a.wq + i, weight * q);
    });
    return on_cap.total();
}

template <Kind kind>
DURE_INLINE double aim_kind(const Arrays& a, const Range& r, const AimAt& at) {
    if (at.aim == Aim::zero) return aim_of<kind, Aim::zero>(a, r, at);
    if (at.aim == Aim::centre) return aim_of<kind, Aim::centre>(a, r, at);
    return aim_of<kind, Aim::balance>(a, r, at);
}

double aim(const Arrays& a, const Range& r, const AimAt& at) {
    if (r.kind == Kind::free) return aim_kind<Kind::free>(a, r, at);
    if (r.kind == Kind::lower) return aim_kind<Kind::lower>(a, r, at);
    return aim_kind<Kind::boxed>(a, r, at);
}

/// One column's step, from what the solve gave: dx, and the duals by whichever of complementarity and
/// stationarity is the better conditioned.
template <Kind kind, Aim aim, class L>
struct Column {
    using V = typename L::Type;
    V x, z, s, u, dx, dz, ds, du;

    DURE_INLINE Column(const Arrays& a, const Range& r, const AimAt& at, double cap_step,
                       double regularisation, int i) {
        constexpr bool full = aim == Aim::zero;
        const V aty = L::load(a.aty + i);
        x = L::load(a.x + i);
        dx = L::load(a.q + i) + aty;
        if constexpr (kind == Kind::boxed) dx += L::load(a.beta + i) * cap_step;
        dx *= L::load(a.weight + i);
        if (r.given()) dx = aty;
        if constexpr (kind == Kind::free) return;
        z = L::load(a.z + i);
        const V rx = aimed<L>(x, z, L::load(a.dx + i), L::load(a.dz + i), at, aim);
        dz = (rx - z * dx) / x;
        if constexpr (kind != Kind::boxed) return;
        s = L::load(a.s + i);
        u = L::load(a.u + i);
        const V rs = aimed<L>(s, u, L::load(a.ds + i), L::load(a.du + i), at, aim);
        ds = cap_step - dx;
        if constexpr (full) ds += L::load(a.upper_residual + i);
        du = (rs - u * ds) / s;
        if (r.given()) return;
        V rest = aty - regularisation * dx;
        if constexpr (full) rest -= L::load(a.dual_residual + i);
        const V alpha = L::load(a.alpha + i), beta = L::load(a.beta + i);
        const V by_upper = du - rest, by_lower = dz + rest;
        dz = beta > alpha ? dz : by_upper;
        du = beta > alpha ? by_lower : du;
    }
};

template <Kind kind, Aim aim>
DURE_INLINE Steps recover_of(const Arrays& a, const Range& r, const AimAt& at, double cap_step,
                             double regularisation) {
    Sum primal_part, dual_part, own;
    Largest primal, dual;
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        const Column<kind, aim, L> c(a, r, at, cap_step, regularisation, i);
        L::store(a.dx + i, c.dx);
        if constexpr (kind != Kind::free) {
            L::store(a.dz + i, c.dz);
            primal.add(-c.dx / c.x);
            dual.add(-c.dz / c.z);
            primal_part.add(c.z * c.dx);
            dual_part.add(c.x * c.dz);
            own.add(c.dx * c.dz);
        }
        if constexpr (kind == Kind::boxed) {
            L::store(a.ds + i, c.ds);
            L::store(a.du + i, c.du);
            primal.add(-c.ds / c.s);
            dual.add(-c.du / c.u);
            primal_part.add(c.u * c.ds);
            dual_part.add(c.s * c.du);
            own.add(c.ds * c.du);
        }
    });
    return {primal.total(), dual.total(), primal_part.total(), dual_part.total(), own.total()};
}

Steps recover(const Arrays& a, const Range& r, const AimAt& at, double cap_step, double regularisation) {
    if (r.kind == Kind::free) return recover_of<Kind::free, Aim::zero>(a, r, at, cap_step, regularisation);
    if (r.kind == Kind::lower) return recover_of<Kind::lower, Aim::zero>(a, r, at, cap_step, regularisation);
    return recover_of<Kind::boxed, Aim::zero>(a, r, at, cap_step, regularisation);
}

template <Kind kind, Aim aim>
DURE_INLINE Trials recover_corrector_of(const Arrays& a, const Range& r, const AimAt& at, double cap_step,
                                        double regularisation, const double* omegas) {
    Largest primal[kTrials], dual[kTrials];
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        using V = typename L::Type;
        const Column<kind, aim, L> c(a, r, at, cap_step, regularisation, i);
        L::store(a.ex + i, c.dx);
        if constexpr (kind == Kind::free) return;
        L::store(a.ez + i, c.dz);
        const auto trial = [&](Largest* most, const V& x, const V& d, const V& e) DURE_LAMBDA {
            const V inverse = -1.0 / x, first = d * inverse, second = e * inverse;
            for (int t = 0; t < kTrials; ++t) most[t].add(first + omegas[t] * second);
        };
        trial(primal, c.x, L::load(a.dx + i), c.dx);
        trial(dual, c.z, L::load(a.dz + i), c.dz);
        if constexpr (kind == Kind::boxed) {
            L::store(a.es + i, c.ds);
            L::store(a.eu + i, c.du);
            trial(primal, c.s, L::load(a.ds + i), c.ds);
            trial(dual, c.u, L::load(a.du + i), c.du);
        }
    });
    Trials t;
    for (int k = 0; k < kTrials; ++k) {
        t.primal[k] = primal[k].total();
        t.dual[k] = dual[k].total();
    }
    return t;
}

template <Kind kind>
DURE_INLINE Trials recover_corrector_kind(const Arrays& a, const Range& r, const AimAt& at, double cap_step,
                                          double regularisation, const double* omegas) {
    if (at.aim == Aim::centre)
        return recover_corrector_of<kind, Aim::centre>(a, r, at, cap_step, regularisation, omegas);
    return recover_corrector_of<kind, Aim::balance>(a, r, at, cap_step, regularisation, omegas);
}

Trials recover_corrector(const Arrays& a, const Range& r, const AimAt& at, double cap_step,
                         double regularisation, const double* omegas) {
    if (r.kind == Kind::free)
        return recover_corrector_kind<Kind::free>(a, r, at, cap_step, regularisation, omegas);
    if (r.kind == Kind::lower)
        return recover_corrector_kind<Kind::lower>(a, r, at, cap_step, regularisation, omegas);
    return recover_corrector_kind<Kind::boxed>(a, r, at, cap_step, regularisation, omegas);
}

DURE_INLINE void add_scaled(double* to, const double* from, const Range& r, double factor) {
    over(r, [&](auto lane, int i) DURE_LAMBDA {
        using L = decltype(lane);
        L::store(to + i, L::load(to + i) + factor * L::load(from + i));
    });
}

void combine(const Arrays& a, const Range& r, double primal, double dual) {
    add_scaled(a.dx, a.ex, r, primal);
    if (r.kind == Kind::free) return;
    add_scaled(a.dz, a.ez, r, dual);
    if (r.kind != Kind::boxed) return;
    add_scaled(a.ds, a.es, r, primal);
    add_scaled(a.du, a.eu, r, dual);
}

void advance(const Arrays& a, const Range& r, double primal, double dual) {
    add_scaled(a.x, a.dx, r, primal);
    if (r.kind == Kind::free) return;
    add_scaled(a.z, a.dz, r, dual);
    if (r.kind != Kind::boxed) return;
    add_scaled(a.s, a.ds, r, primal);
    add_scaled(a.u, a.du, r, dual);
}

constexpr Sweeps kSweeps{residuals, weigh, aim, recover, recover_corrector, combine, advance};
