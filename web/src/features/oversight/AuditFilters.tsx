// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FoundSelect, isWaiting, useWanted } from "../../components/FoundSelect";
import { accountListQuery } from "../accounts/api";
import type { AuditFilter } from "./api";

const kKinds = [
  "account",
  "api_token",
  "organisation",
  "person",
  "contact_entry",
  "energy_plan",
  "energy_run",
  "energy_ensemble",
  "energy_assumption",
  "energy_scenario",
  "energy_sweep",
  "energy_measure",
  "energy_programme",
  "energy_centre_year",
  "energy_forecast",
  "job",
  "audit_entry",
  "cluster",
  "cluster_member",
  "cluster_rule",
  "growth_fact",
  "hs_code",
  "network_body",
  "network_meeting",
  "taxonomy_concept",
  "taxonomy_import",
];

export function AuditFilters(props: {
  filter: AuditFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const { filter, update } = props;
  const [typed, setTyped] = useState("");
  const { wanted, pausing } = useWanted(typed);
  const people = useInfiniteQuery(accountListQuery(wanted ? { q: wanted } : {}));
  const found = people.data?.pages.flatMap((page) => page.items) ?? [];
  const choices = found.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
  // The one chosen stays a choice, whatever is being typed.
  if (filter.actor && !choices.some(({ value }) => value === filter.actor))
    choices.unshift({ value: filter.actor, label: filter.actor });
  const kinds = kKinds.includes(filter.record_kind ?? "account") ? kKinds : [...kKinds, filter.record_kind];
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <FoundSelect
        style={{ flex: "1 1 220px" }}
        label={t("audit.actor")}
        placeholder={t("common.all")}
        clearable
        nothing={t("audit.no_person")}
        waiting={isWaiting(pausing, people)}
        onSearchChange={(text) => {
          if (!choices.some(({ label }) => label === text)) setTyped(text);
        }}
        value={filter.actor ?? null}
        onChange={(actor) => update({ actor: actor ?? undefined })}
        found={choices}
      />
      <Select
        label={t("audit.record_kind")}
        placeholder={t("common.all")}
        w={180}
        clearable
        value={filter.record_kind ?? null}
        onChange={(kind) => update({ record_kind: kind ?? undefined, record_id: undefined })}
        data={kinds.map((kind = "") => ({ value: kind, label: t(`audit.kind.${kind}`, kind) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <TextInput
        type="date"
        label={t("audit.from")}
        value={filter.from ?? ""}
        max={filter.until}
        onChange={(event) => update({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t("audit.until")}
        value={filter.until ?? ""}
        min={filter.from}
        onChange={(event) => update({ until: event.currentTarget.value || undefined })}
      />
      {filter.record_id && (
        <Button
          variant="light"
          rightSection={<IconX size={16} aria-hidden />}
          onClick={() => update({ record_id: undefined })}
        >
          {t("audit.one_record")}
        </Button>
      )}
    </Group>
  );
}
