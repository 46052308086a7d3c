// SPDX-License-Identifier: Apache-2.0
#include "server/oversight/chain_view.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::oversight {
namespace {

enum class ChainStatus { whole, broken };
BOOST_DESCRIBE_ENUM(ChainStatus, whole, broken)

struct CheckpointView {
    std::int64_t number = 0, count = 0;
    std::string hash, at;
};
BOOST_DESCRIBE_STRUCT(CheckpointView, (), (number, count, hash, at))

struct ChainView {
    ChainStatus status = ChainStatus::whole;
    std::string at;
    std::int64_t sealed = 0, waiting = 0, erased = 0;
    Errors findings;
    std::optional<CheckpointView> checkpoint;
};
BOOST_DESCRIBE_STRUCT(ChainView, (), (status, at, sealed, waiting, erased, findings, checkpoint))

}  // namespace

std::string encode(const audit::Verdict& verdict, const std::optional<audit::Checkpoint>& end, Instant now) {
    ChainView view{.status = verdict.findings.empty() ? ChainStatus::whole : ChainStatus::broken,
                   .at = utc_text(now),
                   .sealed = verdict.sealed,
                   .waiting = verdict.waiting,
                   .erased = verdict.erased,
                   .findings = verdict.findings};
    if (end)
        view.checkpoint = CheckpointView{
            .number = end->number, .count = end->count, .hash = end->hash, .at = utc_text(end->at)};
    return codec::encode(view);
}

}  // namespace dure::oversight
