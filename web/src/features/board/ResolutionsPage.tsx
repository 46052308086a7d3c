// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Select, Skeleton, Table } from "@mantine/core";
import { IconDownload, IconGavel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { toCsv } from "../../components/chart/csv";
import { saveText } from "../../components/chart/download";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { resolutionsQuery } from "./api";

/** Everything the board has carried, by number. */
export function ResolutionsPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const year = Number(urlText(search.year)) || undefined;
  const all = useQuery(resolutionsQuery()).data ?? [];
  const { data: found, error, refetch } = useQuery(resolutionsQuery(year));
  if (error instanceof ApiError && error.status === 403) throw error;
  const years = [...new Set(all.map(({ number }) => String(number.year)))];
  const votes = (one: NonNullable<typeof found>[number]) =>
    t("board.vote.counts", { yes: one.yes, no: one.no, abstain: one.abstain, attending: one.attending });
  const download = () =>
    saveText(
      toCsv({
        columns: [
          t("board.resolutions.number"),
          t("approval.field.title"),
          t("board.field.title"),
          t("board.field.begins"),
          t("board.choice.yes"),
          t("board.choice.no"),
          t("board.choice.abstain"),
        ],
        rows: (found ?? []).map((one) => [
          `${one.number.year}-${one.number.serial}`,
          one.title,
          one.meeting_title,
          one.decided,
          one.yes,
          one.no,
          one.abstain,
        ]),
      }),
      "text/csv",
      "resolutions.csv",
    );
  return (
    <>
      <PageHeader
        title={t("board.resolutions.title")}
        description={t("board.resolutions.description")}
        crumbs={[{ label: t("board.title"), to: "/board" }, { label: t("board.resolutions.title") }]}
        actions={
          found && found.length > 0 ? (
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>
              {t("board.resolutions.download")}
            </Button>
          ) : undefined
        }
      />
      <Select
        mb="md"
        w={160}
        label={t("board.resolutions.year")}
        placeholder={t("common.all")}
        clearable
        data={years}
        value={year ? String(year) : null}
        onChange={(next) => update({ year: next ?? undefined })}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!found && !error && <Skeleton h={240} radius="lg" />}
      {found?.length === 0 && (
        <EmptyState icon={<IconGavel size={32} />} title={t("board.resolutions.none")} />
      )}
      {found && found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <Table
            className={classes.table}
            verticalSpacing="sm"
            horizontalSpacing="lg"
            aria-label={t("board.resolutions.title")}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("board.resolutions.number")}</Table.Th>
                <Table.Th scope="col">{t("approval.field.title")}</Table.Th>
                <Table.Th scope="col">{t("board.field.title")}</Table.Th>
                <Table.Th scope="col">{t("board.field.begins")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((one) => (
                <Table.Tr key={`${one.number.year}-${one.number.serial}`}>
                  <Table.Td className="num">{t("board.resolution", one.number)}</Table.Td>
                  <Table.Td data-label={t("approval.field.title")}>
                    <div>
                      {one.title}
                      <div className="num">{votes(one)}</div>
                    </div>
                  </Table.Td>
                  <Table.Td data-label={t("board.field.title")}>{one.meeting_title}</Table.Td>
                  <Table.Td data-label={t("board.field.begins")} className="num">
                    {formatInstant(one.decided, currentLanguage())}
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
