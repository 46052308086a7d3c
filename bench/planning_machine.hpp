// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

// What this machine can do at most, measured: the rate of its memory and of its arithmetic.
namespace dure::planning_machine {

inline double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The best of a few rounds of `work(thread)` on all threads at once, in seconds.
template <class Work>
double quickest(int threads, const Work& work) {
    double best = 1e9;
    for (int round = 0; round < 6; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        std::vector<std::thread> others;
        for (int t = 1; t < threads; ++t) others.emplace_back([&work, t] { work(t); });
        work(0);
        for (auto& o : others) o.join();
        best = std::min(best, seconds_since(begin));
    }
    return best;
}

/// GB/s of a = b + s·c over `megabytes` on all threads together, the line that a write fetches first counted.
inline double memory_rate(double megabytes, int threads) {
    const auto n = static_cast<std::size_t>(megabytes * 1e6 / 24 / threads);
    const int repeats = std::max(1, static_cast<int>(400 / megabytes));
    struct Part {
        std::vector<double> a, b, c;
    };
    std::vector<Part> parts(static_cast<std::size_t>(threads));
    for (auto& p : parts)
        p = {std::vector<double>(n, 0.0), std::vector<double>(n, 1.0), std::vector<double>(n, 2.0)};
    const double seconds = quickest(threads, [&](int t) {
        auto& p = parts[static_cast<std::size_t>(t)];
        for (int r = 0; r < repeats; ++r) {
            const double s = 3.0 + r;
            for (std::size_t i = 0; i < n; ++i) p.a[i] = p.b[i] + s * p.c[i];
        }
    });
    return 32e-9 * static_cast<double>(n) * threads * repeats / seconds;
}

typedef double Four __attribute__((vector_size(32)));

/// Multiplications and additions in registers alone.
template <int Chains>
__attribute__((always_inline)) inline double spin(long count) {
    Four sums[Chains];
    for (int k = 0; k < Chains; ++k) sums[k] = Four{1.0 + k, 1, 1, 1};
    const Four f = {0.999999, 0.999998, 0.999997, 0.999996}, d = {1e-9, 1e-9, 1e-9, 1e-9};
    for (long i = 0; i < count; ++i) {
        for (int k = 0; k < Chains; ++k) sums[k] = sums[k] * f + d;
    }
    double all = 0;
    for (int k = 0; k < Chains; ++k) all += sums[k][0] + sums[k][3];
    return all;
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) inline double spin_fused(long count) {
    return spin<10>(count);
}
#endif

/// Gflop/s of all threads together, in the instructions that the kernels use here.
inline double arithmetic_rate(int threads) {
    constexpr long kCount = 4'000'000;
    std::atomic<double> kept{0};
    const double seconds = quickest(threads, [&](int) {
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
            kept = spin_fused(kCount);
            return;
        }
#endif
        kept = spin<10>(kCount);
    });
    return 1e-9 * 8 * 10 * static_cast<double>(kCount) * threads / seconds;
}

}  // namespace dure::planning_machine
