// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/energy/centre/resource.hpp"

/// What the centre itself offers: energy audits, support of companies, training.
namespace dure::desks::energy {

enum class ProgrammeKind { audit, company_support, training, other };

/// Who pays how much, in the programme's currency.
struct ProgrammeMoney {
    std::string payer;
    double amount = 0;
    std::optional<std::int64_t> year;
    std::string source;
};
/// What came of it in a year. Every result says where it stands written.
struct ProgrammeResult {
    std::int64_t year = 0;
    std::optional<double> beneficiaries;  ///< sites, companies or persons, as `counted` says
    std::string counted;
    std::optional<double> jobs;           ///< new ones
    std::optional<double> sales;          ///< in the programme's currency
    std::optional<double> sales_percent;  ///< growth of the beneficiaries' sales
    std::optional<double> saved_mwh, saved_toe, saved_t;
    std::string source;
    std::optional<std::string> link;
    std::string note;
};
/// Schema ProgrammeContent.
struct ProgrammeContent {
    std::string title, language = "ko", summary, responsible;
    ProgrammeKind kind = ProgrammeKind::other;
    std::string begins;               ///< a day, or its month or year alone
    std::optional<std::string> ends;  ///< none: it goes on
    std::string currency = "KRW";
    std::vector<ProgrammeMoney> money;
    std::vector<ProgrammeResult> results;
    std::vector<std::string> measures;  ///< ids of those that it serves
};

/// Codes beside the codec's: names.blank, measure.ends_before_it_begins, programme.nothing_counted.
Checked<ProgrammeContent> decode_programme(std::string_view json);
Checked<std::vector<ProgrammeContent>> decode_programmes(std::string_view json);  ///< for files of examples
std::string encode(const ProgrammeContent& content);
ProgrammeContent programme_in(const Kept& one);

class ProgrammeResource : public Resource {
  public:
    ProgrammeResource();

    Checked<Written> read(std::string_view json) const override;
    std::string present(db::Connection& c, const Kept& one, const auth::Actor& reader) const override;
    Listing listing(http::Query& query) const override;
    std::span<const lists::DownloadColumn> columns() const override;
    tables::Cell cell(const Kept& one, std::string_view column, const lists::Download& wanted) const override;
};

}  // namespace dure::desks::energy
