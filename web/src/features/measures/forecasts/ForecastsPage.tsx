// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { IconTrendingUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ListColumn } from "../../../components/list/columns";
import { currentLanguage } from "../../../i18n";
import { formatInstant, type Language } from "../../energy/lib/format";
import { type Names, useNames } from "../../figures/names";
import { FictitiousBadge } from "../../people/badges";
import { KeptList } from "../kept/KeptList";
import { type Forecast, forecasts } from "./api";
import { ForecastDialog } from "./ForecastDialog";

function columns(t: TFunction, language: Language, names: Names | undefined): ListColumn<Forecast>[] {
  const field = (name: string) => t(`forecast.field.${name}`);
  return [
    {
      key: "title",
      label: field("title"),
      always: true,
      sort: { up: "title", down: "-title" },
      cell: (one) => (
        <Group gap={8}>
          {one.deleted ? (
            <Text fw={600}>{one.title}</Text>
          ) : (
            <Anchor component={Link} to={`/energy/forecasts/${one.id}`} fw={600}>
              {one.title}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
        </Group>
      ),
    },
    { key: "indicator", label: field("indicator"), cell: (one) => names?.indicator(one.indicator) ?? "" },
    { key: "to_year", label: field("to_year"), numeric: true, cell: (one) => one.to_year },
    {
      key: "assumptions",
      label: field("assumptions"),
      cell: (one) =>
        t("forecast.assumptions_count", {
          number: (one.assumptions ?? []).length,
          without: one.without_source,
        }),
    },
    {
      key: "updated",
      label: t("people.updated"),
      numeric: true,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => formatInstant(one.deleted ?? one.updated, language),
    },
  ];
}

export function ForecastsPage() {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <KeptList
      api={forecasts}
      words="forecast"
      icon={<IconTrendingUp size={32} />}
      columns={columns(t, currentLanguage(), names)}
      sort="title"
      sorts={["title", "-title", "updated", "-updated"]}
      to="/energy/forecasts"
      dialog={(onClose, onSaved) => <ForecastDialog onClose={onClose} onSaved={onSaved} />}
    />
  );
}
