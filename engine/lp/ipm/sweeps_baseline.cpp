// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/isa.hpp"
#include "engine/lp/ipm/sweeps.hpp"

namespace dure::lp::ipm {
namespace baseline {
namespace {
#include "engine/lp/ipm/sweeps_impl.hpp"
}  // namespace
}  // namespace baseline

const Sweeps& avx2_sweeps();

const Sweeps& sweeps() {
#ifdef DURE_AVX2_KERNELS
    if (has_avx2()) return avx2_sweeps();
#endif
    return baseline::kSweeps;
}

}  // namespace dure::lp::ipm
