// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { IconCalendarStats } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ListColumn } from "../../../components/list/columns";
import { currentLanguage } from "../../../i18n";
import { formatInstant, type Language } from "../../energy/lib/format";
import { FictitiousBadge } from "../../people/badges";
import { KeptList } from "../kept/KeptList";
import { money } from "../numbers";
import { type CentreYear, centreYears, kYearStates } from "./api";
import { YearDialog } from "./YearDialog";

function columns(t: TFunction, language: Language): ListColumn<CentreYear>[] {
  const field = (name: string) => t(`centre_year.field.${name}`);
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
            <Anchor component={Link} to={`/energy/centre-years/${one.id}`} fw={600}>
              {one.title}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
        </Group>
      ),
    },
    {
      key: "year",
      label: field("year"),
      numeric: true,
      sort: { up: "year", down: "-year" },
      cell: (one) => one.year,
    },
    { key: "state", label: field("state"), cell: (one) => t(`centre_year.state.${one.state}`) },
    { key: "tasks", label: field("tasks"), numeric: true, cell: (one) => one.tasks.length },
    {
      key: "budget",
      label: field("budget"),
      numeric: true,
      cell: (one) =>
        money(
          one.budget.reduce((sum, { amount }) => sum + amount, 0),
          one.currency,
          language,
        ),
    },
    {
      key: "updated",
      label: t("people.updated"),
      numeric: true,
      first: false,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => formatInstant(one.deleted ?? one.updated, language),
    },
  ];
}

export function YearsPage() {
  const { t } = useTranslation();
  return (
    <KeptList
      api={centreYears}
      words="centre_year"
      icon={<IconCalendarStats size={32} />}
      columns={columns(t, currentLanguage())}
      choices={[
        {
          name: "state",
          label: t("centre_year.field.state"),
          options: kYearStates.map((value) => ({ value, label: t(`centre_year.state.${value}`) })),
        },
      ]}
      sort="-year"
      sorts={["year", "-year", "title", "-title", "updated", "-updated"]}
      to="/energy/centre-years"
      dialog={(onClose, onSaved) => <YearDialog onClose={onClose} onSaved={onSaved} />}
    />
  );
}
