// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/hours_kernels.hpp"
#include "engine/lp/ipm/isa.hpp"

#ifdef DURE_AVX2_KERNELS
#pragma GCC push_options
#pragma GCC target("avx2,fma")

namespace dure::lp::ipm {
namespace avx2 {
namespace {
#include "engine/lp/ipm/hours_kernels_impl.hpp"
}  // namespace
}  // namespace avx2

const HourKernels& avx2_hour_kernels() {
    return avx2::kHourKernels;
}

}  // namespace dure::lp::ipm

#pragma GCC pop_options
#endif
