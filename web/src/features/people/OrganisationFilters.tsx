// SPDX-License-Identifier: Apache-2.0
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SearchInput } from "../../components/SearchInput";
import { currentLanguage } from "../../i18n";
import { kKinds, kSorts, type OrganisationFilter } from "./api";
import { countryChoices } from "./countries";

export function OrganisationFilters(props: {
  filter: OrganisationFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const { filter, update } = props;
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <SearchInput
        label={t("common.search")}
        placeholder={t("people.organisation.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("people.field.kind")}
        placeholder={t("common.all")}
        w={150}
        clearable
        value={filter.kind ?? null}
        onChange={(kind) => update({ kind: kind ?? undefined })}
        data={kKinds.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
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
        label={t("people.sort.label")}
        w={170}
        allowDeselect={false}
        value={filter.sort}
        onChange={(sort) => update({ sort: sort === "name" ? undefined : sort })}
        data={kSorts.map((value) => ({
          value,
          label: t(`people.sort.${value.startsWith("-") ? `${value.slice(1)}_down` : value}`),
        }))}
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
