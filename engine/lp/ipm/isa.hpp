// SPDX-License-Identifier: Apache-2.0
#pragma once

// Kernels are compiled for the package's baseline and, with g++ on x86-64, once more for AVX2 with FMA; which
// one runs is found out at run time. arm64 has its vectors in the baseline.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define DURE_AVX2_KERNELS 1
#endif

// Lambdas do not inherit always_inline; without it a kernel's body could stay a call.
#define DURE_LAMBDA __attribute__((always_inline))

// Packs wider than the machine's registers are passed in memory, only between functions that are inlined
// here.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace dure::lp::ipm {

inline bool has_avx2() {
#ifdef DURE_AVX2_KERNELS
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

}  // namespace dure::lp::ipm
