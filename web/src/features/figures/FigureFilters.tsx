// SPDX-License-Identifier: Apache-2.0
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SearchInput } from "../../components/SearchInput";
import { type FigureFilter, kKinds } from "./api";
import { indicatorChoices, type Names, regionChoices } from "./names";

export function FigureFilters(props: {
  names: Names;
  filter: FigureFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const { names, filter, update } = props;
  const clearButtonProps = { "aria-label": t("people.clear_one") };
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <SearchInput
        label={t("common.search")}
        placeholder={t("figures.list.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("figures.field.region")}
        placeholder={t("common.all")}
        w={200}
        searchable
        clearable
        clearButtonProps={clearButtonProps}
        value={filter.region ?? null}
        onChange={(region) => update({ region: region ?? undefined })}
        data={regionChoices(names)}
      />
      <Select
        label={t("figures.field.indicator")}
        placeholder={t("common.all")}
        w={230}
        searchable
        clearable
        clearButtonProps={clearButtonProps}
        value={filter.indicator ?? null}
        onChange={(indicator) => update({ indicator: indicator ?? undefined })}
        data={indicatorChoices(names, (code) => t(`figures.topic.${code}`))}
      />
      <Select
        label={t("figures.field.kind")}
        placeholder={t("common.all")}
        w={140}
        clearable
        clearButtonProps={clearButtonProps}
        value={filter.kind ?? null}
        onChange={(kind) => update({ kind: kind ?? undefined })}
        data={kKinds.map((value) => ({ value, label: t(`figures.kind.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t("people.which")}
        value={filter.deleted ? "deleted" : "current"}
        onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
        data={[
          { value: "current", label: t("people.current") },
          { value: "deleted", label: t("people.deleted") },
        ]}
      />
    </Group>
  );
}
