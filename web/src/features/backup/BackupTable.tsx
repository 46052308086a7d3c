// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Button, List, Paper, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { sentence } from "../../api/problems";
import stacked from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant, formatNumber } from "../energy/lib/format";
import { sizeText } from "../files/rules";
import type { Backup } from "./api";

/** What there is, and what bringing it back for trial said. */
export function BackupTable(props: { backups: Backup[]; busy: boolean; onDrill: (name: string) => void }) {
  const { t } = useTranslation();
  const { backups, busy, onDrill } = props;
  if (backups.length === 0) return <Text c="dimmed">{t("upkeep.backup.none")}</Text>;
  const said = backups.filter(({ verdict }) => verdict).slice(0, 3);
  const head = ["when", "size", "content", "kept_as", "verdict"].map((key) => t(`upkeep.backup.${key}`));
  return (
    <Stack gap="md">
      {said.map((one) => (
        <VerdictNote key={one.name} one={one} />
      ))}
      <Paper className="panel" p={{ base: "md", sm: "lg" }}>
        <Table className={stacked.table} aria-label={t("upkeep.backup.table")}>
          <Table.Thead>
            <Table.Tr>
              {head.map((label) => (
                <Table.Th key={label}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((one) => (
              <Row key={one.name} one={one} head={head} busy={busy} onDrill={onDrill} />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </Stack>
  );
}

function Row(props: { one: Backup; head: string[]; busy: boolean; onDrill: (name: string) => void }) {
  const { t } = useTranslation();
  const { one, head, busy, onDrill } = props;
  const language = currentLanguage();
  const verdict = !one.verdict ? "untried" : one.verdict.good ? "good" : "bad";
  return (
    <Table.Tr>
      <Table.Td data-label={head[0]}>{formatInstant(one.made, language)}</Table.Td>
      <Table.Td data-label={head[1]} className="num">
        {sizeText(one.database_bytes + one.file_bytes, language)}
      </Table.Td>
      <Table.Td data-label={head[2]} className="num">
        {t("upkeep.backup.content_of", {
          rows: formatNumber(one.rows, language),
          files: formatNumber(one.files, language),
        })}
      </Table.Td>
      <Table.Td data-label={head[3]}>
        {one.kept_as.map((why) => t(`upkeep.backup.as.${why}`)).join(", ") || t("upkeep.backup.goes")}
      </Table.Td>
      <Table.Td data-label={head[4]}>
        <Badge
          color={{ untried: "gray", good: "teal", bad: "red" }[verdict]}
          {...(verdict === "untried" && { variant: "outline" })}
          mr="sm"
        >
          {t(`upkeep.backup.${verdict}`)}
        </Badge>
        <Button
          size="compact-md"
          variant="default"
          disabled={busy}
          aria-label={t("upkeep.backup.drill_named", { name: formatInstant(one.made, language) })}
          onClick={() => onDrill(one.name)}
        >
          {t("upkeep.backup.drill")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function VerdictNote({ one }: { one: Backup }) {
  const { t } = useTranslation();
  const { verdict } = one;
  if (!verdict) return null;
  const language = currentLanguage();
  const when = formatInstant(verdict.at, language);
  return (
    <Alert
      color={verdict.good ? "teal" : "red"}
      title={t("upkeep.backup.detail_named", { name: formatInstant(one.made, language) })}
    >
      {verdict.good
        ? t("upkeep.backup.good_text", {
            when,
            rows: formatNumber(verdict.rows, language),
            files: formatNumber(verdict.files, language),
            seconds: formatNumber(Math.round(verdict.seconds * 10) / 10, language),
          })
        : t("upkeep.backup.bad_text", { when, count: verdict.errors.length })}
      {verdict.errors.length > 0 && (
        <List size="sm" mt="xs">
          {verdict.errors.slice(0, 20).map((error) => (
            <List.Item key={JSON.stringify(error)} style={{ overflowWrap: "anywhere" }}>
              {sentence(t, error)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
