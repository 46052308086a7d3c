// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/network_fields.hpp"
#include "engine/energy/formats/toml_model.hpp"

namespace dure::energy {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            out += fmt::format("\\u{:04X}", static_cast<int>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string_view name_of(LimitKind kind) {
    switch (kind) {
        case LimitKind::co2_cap:
            return "co2_cap";
        case LimitKind::co2_cap_share:
            return "co2_cap_share";
        case LimitKind::self_sufficiency:
            return "self_sufficiency";
        case LimitKind::renewable_share:
            return "renewable_share";
        case LimitKind::investment_budget:
            return "investment_budget";
    }
    return "co2_cap";
}

template <class T>
std::string inline_table(const T& value);
template <class T>
std::string written(const T& value);

std::string written(const std::string& text) {
    return quoted(text);
}
std::string written(double number) {
    return fmt::format("{}", number);
}
std::string written(int number) {
    return std::to_string(number);
}
std::string written(bool truth) {
    return truth ? "true" : "false";
}
std::string written(LimitKind kind) {
    return quoted(name_of(kind));
}
std::string written(const Profile& p) {
    return std::visit([](const auto& v) { return written(v); }, p);
}
template <class T>
std::string written(const std::optional<T>& value) {
    return written(*value);
}
template <class T>
std::string written(const std::vector<T>& list) {
    std::string out = "[";
    for (const auto& item : list) out += (out.size() > 1 ? ", " : "") + inline_table(item);
    return out + "]";
}
template <class T>
std::string written(const T& value) {
    return inline_table(value);
}

/// Collects "key = value" of the members that differ from a default-made T's; the required ones always.
template <class T>
class MemberWriter {
  public:
    explicit MemberWriter(const T& source) : source_(source) {}

    template <class M>
    void operator()(std::string_view key, M T::* member) {
        if (!same(source_.*member, default_.*member)) required(key, member);
    }
    template <class M>
    void required(std::string_view key, M T::* member) {
        lines.push_back(fmt::format("{} = {}", key, written(source_.*member)));
    }

    std::vector<std::string> lines;

  private:
    template <class M>
    static bool same(const M& a, const M& b) {
        if constexpr (requires { a == b; }) {
            return a == b;
        } else {
            return written(a) == written(b);
        }
    }
    template <class M>
    static bool same(const std::optional<M>& a, const std::optional<M>& b) {
        return !a && !b;
    }
    template <class M>
    static bool same(const std::vector<M>& a, const std::vector<M>& b) {
        return a.empty() && b.empty();
    }

    const T& source_;
    T default_{};
};

template <class T>
std::vector<std::string> members(const T& value) {
    MemberWriter<T> writer(value);
    describe(writer, static_cast<const T*>(nullptr));
    return std::move(writer.lines);
}

template <class T>
std::string inline_table(const T& value) {
    const auto lines = members(value);
    if (lines.empty()) return "{}";
    return fmt::format("{{ {} }}", fmt::join(lines, ", "));
}

/// Writes the network's own members first and each list as an array of tables after them.
class NetworkWriter {
  public:
    explicit NetworkWriter(const Network& n) : network_(n), plain_(n) {}

    template <class M>
    void operator()(std::string_view key, M Network::* member) {
        plain_(key, member);
    }
    template <class M>
    void required(std::string_view key, M Network::* member) {
        plain_.required(key, member);
    }
    template <class T>
    void operator()(std::string_view key, std::vector<T> Network::* member) {
        for (const T& item : network_.*member) table(fmt::format("[[{}]]", key), members(item));
    }
    template <class T>
    void required(std::string_view key, std::vector<T> Network::* member) {
        (*this)(key, member);
    }
    void required(std::string_view key, Time Network::* member) {
        table(fmt::format("[{}]", key), members(network_.*member));
    }

    void table(const std::string& head, const std::vector<std::string>& lines) {
        tables_ += fmt::format("\n{}\n{}\n", head, fmt::join(lines, "\n"));
    }
    std::string text() const { return fmt::format("{}\n{}", fmt::join(plain_.lines, "\n"), tables_); }

  private:
    const Network& network_;
    MemberWriter<Network> plain_;
    std::string tables_;
};

std::string series_csv(const Network& network, const SeriesValues& series) {
    std::string csv;
    std::vector<const std::vector<double>*> columns;
    for (const auto& info : network.series) {
        csv += (columns.empty() ? "" : ",") + csv_cell(info.name);
        const auto values = series.find(info.name);
        columns.push_back(values == series.end() ? nullptr : &values->second);
    }
    csv += '\n';
    for (std::size_t t = 0; t < static_cast<std::size_t>(network.time.periods); ++t) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (c > 0) csv += ',';
            if (columns[c] && t < columns[c]->size())
                fmt::format_to(std::back_inserter(csv), "{}", (*columns[c])[t]);
        }
        csv += '\n';
    }
    return csv;
}

}  // namespace

TomlFiles write_toml_model(const Network& network, const SeriesValues& series, std::string_view csv_name,
                           std::span<const Assumption> assumptions) {
    NetworkWriter writer(network);
    describe(writer, static_cast<const Network*>(nullptr));
    for (const auto& info : network.series) {
        auto lines = members(info);
        lines.push_back(fmt::format("file = {}", quoted(csv_name)));
        lines.push_back(fmt::format("column = {}", quoted(info.name)));
        writer.table("[[series]]", lines);
    }
    for (const Assumption& one : assumptions) writer.table("[[assumptions]]", members(one));
    return {.toml = writer.text(), .csv = network.series.empty() ? "" : series_csv(network, series)};
}

}  // namespace dure::energy
