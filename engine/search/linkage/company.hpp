// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dure::search {

/// The words that tell a company's name from others: folded, without its legal form ((주), Co., Ltd., GmbH,
/// S.A.S., ООО, Sdn Bhd, 株式会社, 有限公司 …). A trade at the end of a Hangul word is taken off and put in
/// English (삼성전자 → 삼성, electronics). A name that is all legal form stays as it is.
std::vector<std::u32string> company_words(std::string_view name);

/// Names as they are told apart: rare words in common make them one, words that only one has make them two.
class CompanyNames {
  public:
    /// Counts how many of the lists' names have each word.
    void count(const std::vector<std::u32string>& words);

    /// log2 of the odds that two names are one company's when it is as likely as not that the lists share a
    /// company. Words that agree but for a slip of the hand, or are the Hangul and the Latin of one sound,
    /// count in part. Without a distinctive word in common it is at most −10: the gate.
    double bits(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) const;

  private:
    double rarity(const std::u32string& word) const;

    std::unordered_map<std::u32string, int> frequency_;
    int names_ = 0;
};

}  // namespace dure::search
