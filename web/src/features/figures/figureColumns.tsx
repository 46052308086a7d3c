// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { ListColumn } from "../../components/list/columns";
import { formatInstant } from "../energy/lib/format";
import type { Figure } from "./api";
import { type Names, periodText, textIn, valueText } from "./names";
import { SourceLine } from "./SourceLine";

/** What the list of figures can show; the keys are the download's too. */
export function figureColumns(
  t: TFunction,
  names: Names,
  onSource: (id: string) => void,
): ListColumn<Figure>[] {
  const { language } = names;
  return [
    {
      key: "indicator",
      label: t("figures.field.indicator"),
      always: true,
      cell: (one) => (
        <>
          <Group gap={8}>
            <Anchor component={Link} to={`/energy/figures/${one.id}` as string} fw={600}>
              {names.indicator(one.indicator)}
            </Anchor>
            {one.kind !== "actual" && <Badge variant="light">{t(`figures.kind.${one.kind}`)}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {[
              names.region(one.region),
              names.part(one),
              textIn(one.basis_ko, one.basis_en, language),
              one.baseline && names.baseline(one.baseline),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </>
      ),
    },
    {
      key: "value",
      label: t("figures.field.value"),
      numeric: true,
      cell: (one) => valueText(one.value, one.unit, language),
    },
    {
      key: "period",
      label: t("figures.field.period"),
      numeric: true,
      sort: { up: "period", down: "-period" },
      cell: (one) => periodText(one.period, language, t("figures.undated")),
    },
    {
      key: "source",
      label: t("figures.field.source"),
      cell: (one) => (
        <div style={{ flex: 1 }}>
          <SourceLine one={one} onOpen={onSource} />
        </div>
      ),
    },
    {
      key: "method",
      label: t("figures.field.method"),
      first: false,
      cell: (one) => t(`figures.method.${one.method}`),
    },
    {
      key: "note",
      label: t("figures.field.note"),
      first: false,
      cell: (one) => textIn(one.note_ko, one.note_en, language) || "–",
    },
    { key: "code", label: t("figures.field.code"), first: false, cell: (one) => one.code ?? "–" },
    {
      key: "owner_name",
      label: t("figures.field.entered"),
      first: false,
      cell: (one) => one.owner_name ?? t("figures.came_with_dure"),
    },
    {
      key: "updated",
      label: t("figures.field.updated"),
      numeric: true,
      first: false,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => formatInstant(one.updated, language),
    },
  ];
}
