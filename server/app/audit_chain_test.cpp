// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include "server/app/api_test.hpp"
#include "server/audit/chain.hpp"

namespace dure::app::testing {
namespace {

class AuditChain : public Api {
  protected:
    audit::Verdict judged() {
        return app().database().read([](db::Connection& c) { return audit::verify(c); });
    }
};
DURE_API_TESTS(AuditChain);

TEST_P(AuditChain, TheServerSealsAChangeWithinASecond) {
    make_plan(planner());
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto verdict = judged();
    EXPECT_TRUE(verdict.findings.empty());
    EXPECT_GE(verdict.sealed, 1);
    EXPECT_EQ(verdict.waiting, 0);
}

}  // namespace
}  // namespace dure::app::testing
