// SPDX-License-Identifier: Apache-2.0
import { Anchor, Paper, Select, Skeleton, Table } from "@mantine/core";
import { IconCertificate } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { toRenewQuery } from "./privacyApi";

const kDays = ["30", "60", "90", "180", "365"];

/** Consents that end soon: whom to ask again. */
export function ConsentsPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const days = kDays.find((known) => known === urlText(search.days)) ?? "60";
  const { data, error, refetch, isPending } = useQuery(toRenewQuery(Number(days)));
  if (error instanceof ApiError && error.status === 403) throw error;
  return (
    <>
      <PageHeader
        title={t("consent.renew.title")}
        description={t("consent.renew.text")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("person.title"), to: "/persons" },
          { label: t("consent.renew.title") },
        ]}
      />
      <Select
        label={t("consent.renew.within")}
        w={200}
        mb="lg"
        allowDeselect={false}
        value={days}
        onChange={(next) => update({ days: next === "60" ? undefined : next })}
        data={kDays.map((value) => ({ value, label: t("consent.renew.days", { count: Number(value) }) }))}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton h={200} radius="lg" />}
      {data?.length === 0 && (
        <EmptyState
          icon={<IconCertificate size={32} />}
          title={t("consent.renew.none")}
          text={t("consent.renew.none_text")}
        />
      )}
      {data && data.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <Table
            className={classes.table}
            verticalSpacing="sm"
            horizontalSpacing="lg"
            aria-label={t("consent.renew.title")}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("person.one")}</Table.Th>
                <Table.Th scope="col">{t("consent.field.purpose")}</Table.Th>
                <Table.Th scope="col">{t("consent.field.text_version")}</Table.Th>
                <Table.Th scope="col">{t("consent.field.expires")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/persons/${one.person}`} fw={600}>
                      {one.person_name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td data-label={t("consent.field.purpose")}>
                    {t(`consent.purpose.${one.purpose}`)}
                  </Table.Td>
                  <Table.Td data-label={t("consent.field.text_version")}>{one.text_version}</Table.Td>
                  <Table.Td data-label={t("consent.field.expires")} className="num">
                    {formatInstant(one.expires, currentLanguage())}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </>
  );
}
