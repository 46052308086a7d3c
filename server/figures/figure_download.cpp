// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_download.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/figures/names.hpp"
#include "server/figures/vocabulary_store.hpp"

namespace dure::figures {
namespace {

constexpr int kPage = 1'000;

constexpr lists::DownloadColumn kColumns[] = {{"code", "figures.field.code"},
                                              {"region", "figures.field.region"},
                                              {"indicator", "figures.field.indicator"},
                                              {"sector", "figures.field.sector"},
                                              {"item", "figures.field.item"},
                                              {"period", "figures.field.period"},
                                              {"kind", "figures.field.kind"},
                                              {"value", "figures.field.value"},
                                              {"low", "figures.field.low"},
                                              {"high", "figures.field.high"},
                                              {"unit", "figures.field.unit"},
                                              {"price_year", "figures.field.price_year"},
                                              {"method", "figures.field.method"},
                                              {"source", "figures.field.source"},
                                              {"source_link", "figures.field.link"},
                                              {"formula", "figures.field.formula"},
                                              {"basis", "figures.field.basis"},
                                              {"note", "figures.field.note"},
                                              {"baseline", "figures.field.baseline"},
                                              {"owner_name", "figures.field.entered"},
                                              {"updated", "figures.field.updated"}};

tables::Cell or_nothing(const std::string& text) {
    return text.empty() ? tables::Cell() : tables::Cell(text);
}

/// Names a figure's cells in the reader's language; JSON keeps the record's codes.
class Cells {
  public:
    Cells(Vocabulary vocabulary, const lists::Download& wanted)
        : vocabulary_(std::move(vocabulary)),
          language_(wanted.language),
          words_(wanted.form != lists::Form::json) {}

    tables::Cell of(const Figure& one, std::string_view column) const {
        const FigureContent& f = one.content;
        if (column == "code") return or_nothing(f.code.value_or(""));
        if (column == "region") return named(f.region, vocabulary_.region(f.region));
        if (column == "indicator") return named(f.indicator, vocabulary_.indicator(f.indicator));
        if (column == "sector") return named(f.sector, vocabulary_.term("sector", f.sector));
        if (column == "item") return named(f.item, vocabulary_.term("item", f.item));
        if (column == "period") return f.period == "undated" && words_ ? say("figures.undated") : f.period;
        if (column == "kind") return words_ ? say("figures.kind." + name_of(f.kind)) : name_of(f.kind);
        if (column == "value") return f.value;
        if (column == "low") return f.low ? tables::Cell(*f.low) : tables::Cell();
        if (column == "high") return f.high ? tables::Cell(*f.high) : tables::Cell();
        if (column == "unit") return f.unit;
        if (column == "price_year")
            return f.price_year ? tables::Cell(static_cast<double>(*f.price_year)) : tables::Cell();
        if (column == "method")
            return words_ ? say("figures.method." + name_of(f.method)) : name_of(f.method);
        if (column == "source") return or_nothing(source_of(one));
        if (column == "source_link") return or_nothing(one.source_link.value_or(""));
        if (column == "formula") return or_nothing(f.formula.value_or(""));
        if (column == "basis") return or_nothing(in_language(f.basis_ko, f.basis_en));
        if (column == "note") return or_nothing(in_language(f.note_ko, f.note_en));
        if (column == "baseline")
            return f.baseline ? named(*f.baseline, vocabulary_.baseline(*f.baseline)) : tables::Cell();
        if (column == "owner_name")
            return or_nothing(one.owner_name.value_or(words_ ? say("figures.came_with_dure") : ""));
        return utc_text(one.updated);
    }

  private:
    std::string say(const std::string& key) const {
        return codec::Messages::embedded().sentence(language_, key);
    }
    std::string in_language(const std::string& ko, const std::string& en) const {
        const std::string& first = language_ == "en" ? en : ko;
        return first.empty() ? (language_ == "en" ? ko : en) : first;
    }
    template <class T>
    tables::Cell named(const std::string& code, const T* one) const {
        if (code.empty()) return {};
        return words_ && one ? in_language(one->name_ko, one->name_en) : code;
    }
    std::string source_of(const Figure& one) const {
        if (!one.source_document) return {};
        return words_ ? *one.source_document + " (" + one.source_publisher.value_or("") + ')'
                      : one.source_code.value_or("");
    }

    const Vocabulary vocabulary_;
    const std::string language_;
    const bool words_;
};

}  // namespace

std::span<const lists::DownloadColumn> figure_download_columns() {
    return kColumns;
}

http::Response download_figures(db::Connection& c, FigureQuery query, const lists::Download& wanted) {
    const Cells cells(read_vocabulary(c), wanted);
    std::vector<std::vector<tables::Cell>> rows;
    query.limit = kPage;
    query.after.reset();
    for (;;) {
        auto page = list_figures(c, query);
        const bool more = page.size() > static_cast<std::size_t>(kPage);
        if (more) page.pop_back();
        for (const Figure& one : page) {
            auto& row = rows.emplace_back();
            for (const std::size_t column : wanted.columns)
                row.push_back(cells.of(one, kColumns[column].key));
        }
        if (rows.size() > static_cast<std::size_t>(lists::kMostDownloaded)) lists::refuse_too_many();
        if (!more) break;
        query.after = place_of(page.back());
    }
    return lists::download_of(wanted, kColumns, std::move(rows), "figures");
}

}  // namespace dure::figures
