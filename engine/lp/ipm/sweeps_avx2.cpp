// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/isa.hpp"
#include "engine/lp/ipm/sweeps.hpp"

#ifdef DURE_AVX2_KERNELS
#pragma GCC push_options
#pragma GCC target("avx2,fma")

namespace dure::lp::ipm {
namespace avx2 {
namespace {
#include "engine/lp/ipm/sweeps_impl.hpp"
}  // namespace
}  // namespace avx2

const Sweeps& avx2_sweeps() {
    return avx2::kSweeps;
}

}  // namespace dure::lp::ipm

#pragma GCC pop_options
#endif
