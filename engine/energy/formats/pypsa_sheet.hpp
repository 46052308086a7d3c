// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/energy/formats/model.hpp"

namespace dure::energy {

/// A number as PyPSA reads it back to the last digit; infinity is "inf".
std::string pypsa_number(double value);

/// A component's table of a PyPSA folder that is being written, and its tables by snapshot.
class PypsaSheet {
  public:
    explicit PypsaSheet(std::string component) : component_(std::move(component)) {}

    /// Begins a row; what is set from now on is set in it.
    PypsaSheet& row(const std::string& name);
    PypsaSheet& set(const std::string& column, const std::string& text);
    PypsaSheet& set(const std::string& column, const char* text) { return set(column, std::string(text)); }
    PypsaSheet& set(const std::string& column, double number) { return set(column, pypsa_number(number)); }
    PypsaSheet& set(const std::string& column, bool truth) { return set(column, truth ? "True" : "False"); }
    /// Values by snapshot of this row.
    PypsaSheet& set_series(const std::string& attribute, std::vector<double> values);
    /// A constant in the table, anything else by snapshot.
    PypsaSheet& set_profile(const std::string& attribute, std::vector<double> values);

    void write(Files& files, const std::vector<std::string>& snapshots) const;

  private:
    std::string component_;
    std::vector<std::string> columns_;
    std::vector<std::map<std::string, std::string>> rows_;
    std::vector<std::string> names_;
    std::map<std::string, std::vector<std::pair<std::string, std::vector<double>>>> series_;
};

}  // namespace dure::energy
