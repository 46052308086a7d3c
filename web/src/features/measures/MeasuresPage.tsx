// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ListColumn } from "../../components/list/columns";
import { currentLanguage } from "../../i18n";
import { formatInstant, type Language } from "../energy/lib/format";
import { FictitiousBadge } from "../people/badges";
import { kSectors, kStatuses, type MeasureSummary, measures } from "./api";
import { KeptList } from "./kept/KeptList";
import { MeasureDialog } from "./MeasureDialog";
import { money, mwh, toe, tonnes } from "./numbers";
import { Reasons, StatusBadge } from "./status";

function columns(t: TFunction, language: Language): ListColumn<MeasureSummary>[] {
  const field = (name: string) => t(`measure.field.${name}`);
  return [
    {
      key: "title",
      label: field("title"),
      always: true,
      sort: { up: "title", down: "-title" },
      cell: (one) => <Title one={one} />,
    },
    { key: "status", label: field("status"), cell: (one) => <StatusBadge status={one.status} /> },
    { key: "reasons", label: field("reasons"), cell: (one) => <Reasons reasons={one.reasons} short /> },
    {
      key: "responsible",
      label: field("responsible"),
      first: false,
      cell: (one) => one.responsible || t("measure.nobody"),
    },
    { key: "sector", label: field("sector"), cell: (one) => t(`measure.sector.${one.sector}`) },
    {
      key: "end_use",
      label: field("end_use"),
      first: false,
      cell: (one) => t(`measure.end_use.${one.end_use}`),
    },
    {
      key: "begins",
      label: field("begins"),
      numeric: true,
      first: false,
      sort: { up: "begins", down: "-begins" },
      cell: (one) => <span style={{ whiteSpace: "nowrap" }}>{one.begins}</span>,
    },
    {
      key: "ends",
      label: field("ends"),
      numeric: true,
      sort: { up: "ends", down: "-ends" },
      cell: (one) => <span style={{ whiteSpace: "nowrap" }}>{one.ends}</span>,
    },
    {
      key: "most_t",
      label: field("most_t"),
      numeric: true,
      sort: { up: "saving", down: "-saving" },
      cell: (one) =>
        one.most_year === undefined ? "–" : `${tonnes(one.most_t, language)} (${one.most_year})`,
    },
    {
      key: "most_mwh",
      label: field("most_mwh"),
      numeric: true,
      first: false,
      cell: (one) => mwh(one.most_mwh, language),
    },
    {
      key: "most_toe",
      label: field("most_toe"),
      numeric: true,
      first: false,
      cell: (one) => toe(one.most_toe, language),
    },
    {
      key: "budget",
      label: field("budget"),
      numeric: true,
      first: false,
      cell: (one) => money(one.budget, one.currency, language),
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

function Title({ one }: { one: MeasureSummary }) {
  return (
    <Group gap={8}>
      {one.deleted ? (
        <Text fw={600}>{one.title}</Text>
      ) : (
        <Anchor component={Link} to={`/energy/measures/${one.id}`} fw={600}>
          {one.title}
        </Anchor>
      )}
      {one.fictitious && <FictitiousBadge />}
    </Group>
  );
}

export function MeasuresPage() {
  const { t } = useTranslation();
  return (
    <KeptList
      api={measures}
      words="measure"
      icon={<IconTargetArrow size={32} />}
      columns={columns(t, currentLanguage())}
      choices={[
        {
          name: "status",
          label: t("measure.field.status"),
          options: kStatuses.map((value) => ({ value, label: t(`measure.status.${value}`) })),
        },
        {
          name: "sector",
          label: t("measure.field.sector"),
          options: kSectors.map((value) => ({ value, label: t(`measure.sector.${value}`) })),
        },
      ]}
      sort="title"
      sorts={[
        "title",
        "-title",
        "begins",
        "-begins",
        "ends",
        "-ends",
        "saving",
        "-saving",
        "updated",
        "-updated",
      ]}
      to="/energy/measures"
      dialog={(onClose, onSaved) => <MeasureDialog onClose={onClose} onSaved={onSaved} />}
    />
  );
}
