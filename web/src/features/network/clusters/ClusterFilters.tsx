// SPDX-License-Identifier: Apache-2.0
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { SearchInput } from "../../../components/SearchInput";
import { currentLanguage } from "../../../i18n";
import { countryChoices } from "../../people/countries";
import { type ClusterFilter, kSorts, kStandings } from "./api";

export function ClusterFilters(props: {
  filter: ClusterFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { filter, update } = props;
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <SearchInput
        label={t("common.search")}
        placeholder={t("network.clusters.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("people.field.country")}
        placeholder={t("common.all")}
        w={190}
        clearable
        searchable
        nothingFoundMessage={t("people.no_country")}
        value={filter.country ?? null}
        onChange={(country) => update({ country: country ?? undefined })}
        data={countryChoices(currentLanguage())}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("network.standing.label")}
        placeholder={t("common.all")}
        w={150}
        clearable
        value={filter.standing ?? null}
        onChange={(standing) => update({ standing: standing ?? undefined })}
        data={kStandings.map((value) => ({ value, label: t(`network.standing.${value}`) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("people.sort.label")}
        w={170}
        allowDeselect={false}
        value={filter.sort}
        onChange={(sort) => update({ sort: sort === "name" ? undefined : sort })}
        data={kSorts.map((value) => ({
          value,
          label: t(`network.sort.${value.startsWith("-") ? `${value.slice(1)}_down` : value}`),
        }))}
      />
      {may("restore_cluster") && (
        <SegmentedControl
          aria-label={t("people.which")}
          value={filter.deleted ? "deleted" : "current"}
          onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
          data={[
            { value: "current", label: t("people.current") },
            { value: "deleted", label: t("people.deleted") },
          ]}
        />
      )}
    </Group>
  );
}
