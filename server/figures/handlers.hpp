// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/figures/office.hpp"
#include "server/http/message.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::figures {

using auth::Actor;
using http::Request;
using http::Response;

class SourceHandlers {
  public:
    explicit SourceHandlers(const Office& office) : office_(office) {}

    Response list_sources(const Request& request, const Actor& actor);
    Response create_source(const Request& request, const Actor& actor);
    Response get_source(const Request& request, const Actor& actor);
    Response replace_source(const Request& request, const Actor& actor);
    Response delete_source(const Request& request, const Actor& actor);
    Response restore_source(const Request& request, const Actor& actor);
    Response list_source_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class FigureHandlers {
  public:
    explicit FigureHandlers(const Office& office) : office_(office) {}

    Response list_figures(const Request& request, const Actor& actor);
    Response export_figures(const Request& request, const Actor& actor);
    Response get_figure_package(const Request& request, const Actor& actor);
    Response create_figure(const Request& request, const Actor& actor);
    Response get_figure(const Request& request, const Actor& actor);
    Response replace_figure(const Request& request, const Actor& actor);
    Response delete_figure(const Request& request, const Actor& actor);
    Response restore_figure(const Request& request, const Actor& actor);
    Response list_figure_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

/// What is worked out of figures; nothing is kept.
class ReadingHandlers {
  public:
    explicit ReadingHandlers(const Office& office) : office_(office) {}

    Response get_figure_vocabulary(const Request& request, const Actor& actor);
    Response get_indicator_series(const Request& request, const Actor& actor);
    Response get_energy_balance(const Request& request, const Actor& actor);
    Response decompose_change(const Request& request, const Actor& actor);
    Response convert_units(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

}  // namespace dure::figures
