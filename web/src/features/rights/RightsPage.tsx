// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select, Skeleton, Stack, TextInput, Title } from "@mantine/core";
import { IconDownload, IconSearch, IconShieldQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { toCsv } from "../../components/chart/csv";
import { saveText } from "../../components/chart/download";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { kRoles, type Role } from "../accounts/api";
import { kParts, partOf, type Right, rightsQuery } from "./api";
import { RightsTable } from "./RightsTable";

const may = (right: Right, role: Role) =>
  right.audience !== "roles" || right.roles.some((one) => one === role);

/** For whom an operation is open, in words and in marks. */
function csv(t: TFunction, rights: Right[]) {
  const columns = [t("rights.operation_label"), t("rights.public"), t("rights.signed_in")];
  const mark = (yes: boolean) => (yes ? "O" : "");
  return toCsv({
    columns: [...columns, ...kRoles.map((role) => t(`accounts.roles.${role}`))],
    rows: rights.map((right) => [
      t(`rights.operation.${right.operation}`, { defaultValue: right.operation }),
      mark(right.audience === "everyone"),
      mark(right.audience !== "roles"),
      ...kRoles.map((role) => mark(may(right, role))),
    ]),
  });
}

/** Which role may try what, as the server's own table has it. */
export function RightsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(rightsQuery);
  const [wanted, setWanted] = useState("");
  const [role, setRole] = useState<Role | null>(null);
  if (error instanceof ApiError && error.status === 403) throw error;
  const words = wanted.trim().toLowerCase();
  const shown = (data?.operations ?? []).filter((right) => {
    const name = t(`rights.operation.${right.operation}`, { defaultValue: right.operation });
    return `${name} ${right.operation}`.toLowerCase().includes(words) && (role === null || may(right, role));
  });
  return (
    <>
      <PageHeader
        title={t("rights.title")}
        description={t("rights.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("rights.title") }]}
        actions={
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            disabled={shown.length === 0}
            onClick={() => saveText(csv(t, shown), "text/csv", "rights.csv")}
          >
            {t("rights.export")}
          </Button>
        }
      />
      <Group mb="md" gap="sm" className="no-print">
        <TextInput
          aria-label={t("rights.search")}
          placeholder={t("rights.search")}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          size="md"
          w={{ base: "100%", sm: 320 }}
        />
        <Select
          aria-label={t("rights.role")}
          placeholder={t("rights.all_roles")}
          data={kRoles.map((one) => ({ value: one, label: t(`accounts.roles.${one}`) }))}
          value={role}
          onChange={(value) => setRole(value as Role | null)}
          clearable
          clearButtonProps={{ "aria-label": t("rights.all_roles") }}
          size="md"
          w={{ base: "100%", xs: 220 }}
        />
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={400} radius="lg" />}
      {data && shown.length === 0 && (
        <EmptyState icon={<IconShieldQuestion size={32} />} title={t("rights.none")} />
      )}
      <Stack gap="xl">
        {[...kParts, "other" as const].map((part) => {
          const rights = shown.filter((right) => partOf(right) === part);
          return rights.length === 0 ? null : (
            <section key={part} aria-labelledby={`part-${part}`}>
              <Title order={2} size="h3" mb="sm" id={`part-${part}`}>
                {t(`rights.part.${part}`)}
              </Title>
              <RightsTable rights={rights} label={t(`rights.part.${part}`)} roles={role ? [role] : kRoles} />
            </section>
          );
        })}
      </Stack>
    </>
  );
}
