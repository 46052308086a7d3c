// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/energy/centre/resource.hpp"

/// The centre's plan of a year: what is to be done, who works on it how long, and from which budget line.
namespace dure::desks::energy {

enum class YearState { draft, adopted, closed };
enum class TaskState { open, doing, done, dropped };

struct StaffMember {
    std::string name;   ///< a person's, or a post's
    double months = 0;  ///< available in the year, 0…12
};
struct BudgetLine {
    std::string code, name;
    double amount = 0;
    std::string source;  ///< the decision or document that says so
};
struct TaskStaff {
    std::string name;  ///< of the staff of the year
    double months = 0;
};
struct TaskMoney {
    std::string line;  ///< code of a budget line of the year
    double amount = 0;
};
struct CentreTask {
    std::string title, responsible, begins, ends, result;
    TaskState state = TaskState::open;
    std::vector<TaskStaff> staff;
    std::vector<TaskMoney> money;
    std::vector<std::string> measures, programmes;  ///< ids
};
/// Schema CentreYearContent.
struct CentreYearContent {
    std::int64_t year = 0;
    std::string title, language = "ko", summary, currency = "KRW";
    YearState state = YearState::draft;
    std::vector<StaffMember> staff;
    std::vector<BudgetLine> budget;
    std::vector<CentreTask> tasks;
};

/// Codes beside the codec's: names.blank, measure.ends_before_it_begins, centre_year.unknown_staff {name},
/// centre_year.unknown_line {code}, centre_year.doubled {name}, centre_year.outside {year}.
Checked<CentreYearContent> decode_centre_year(std::string_view json);
Checked<std::vector<CentreYearContent>> decode_centre_years(std::string_view json);
std::string encode(const CentreYearContent& content);
CentreYearContent centre_year_in(const Kept& one);

/// What does not fit, as a code with parameters: centre_year.staff_over {name, planned, months},
/// centre_year.line_over {code, planned, amount}, centre_year.task_without_staff {task},
/// centre_year.task_late {task, ends}.
struct YearWarning {
    std::string code;
    Params params;
};
std::vector<YearWarning> warnings_of(const CentreYearContent& content, const std::string& today);

class CentreYearResource : public Resource {
  public:
    explicit CentreYearResource(Clock clock);

    Checked<Written> read(std::string_view json) const override;
    std::string present(db::Connection& c, const Kept& one, const auth::Actor& reader) const override;
    Listing listing(http::Query& query) const override;
    std::span<const lists::DownloadColumn> columns() const override;
    tables::Cell cell(const Kept& one, std::string_view column, const lists::Download& wanted) const override;

  private:
    const Clock clock_;
};

}  // namespace dure::desks::energy
