// SPDX-License-Identifier: Apache-2.0
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { SearchInput } from "../../../components/SearchInput";
import { currentLanguage } from "../../../i18n";
import { languageName } from "../../people/countries";
import { type ConceptFilter, kLanguages, taxonomyQuery } from "./api";

export function TaxonomyFilters(props: {
  filter: ConceptFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { filter, update } = props;
  const counts = useQuery(taxonomyQuery);
  return (
    <Group gap="sm" mb="lg" align="flex-end">
      <SearchInput
        label={t("common.search")}
        placeholder={t("network.taxonomy.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("network.taxonomy.field")}
        placeholder={t("common.all")}
        w={190}
        clearable
        value={filter.field ?? null}
        onChange={(field) => update({ field: field ?? undefined })}
        data={(counts.data?.fields ?? []).map(({ field, concepts }) => ({
          value: field,
          label: `${t(`network.taxonomy.fields.${field}`, field)} (${concepts})`,
        }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("network.list.descriptions.language")}
        placeholder={t("common.all")}
        w={150}
        clearable
        searchable
        value={filter.language ?? null}
        onChange={(language) =>
          update({
            language: language ?? undefined,
            ...(language && !filter.state && { state: "unreviewed" }),
          })
        }
        data={kLanguages.map((value) => ({ value, label: languageName(value, currentLanguage()) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("network.taxonomy.state")}
        placeholder={t("common.all")}
        w={170}
        clearable
        value={filter.state ?? null}
        onChange={(state) => update({ state: state ?? undefined })}
        data={(["reviewed", "unreviewed", "missing"] as const).map((value) => ({
          value,
          label: t(`network.taxonomy.states.${value}`),
        }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      {may("restore_concept") && (
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
