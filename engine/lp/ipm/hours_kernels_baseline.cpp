// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/hours_kernels.hpp"
#include "engine/lp/ipm/isa.hpp"

namespace dure::lp::ipm {
namespace baseline {
namespace {
#include "engine/lp/ipm/hours_kernels_impl.hpp"
}  // namespace
}  // namespace baseline

const HourKernels& avx2_hour_kernels();

const HourKernels& hour_kernels() {
#ifdef DURE_AVX2_KERNELS
    if (has_avx2()) return avx2_hour_kernels();
#endif
    return baseline::kHourKernels;
}

}  // namespace dure::lp::ipm
