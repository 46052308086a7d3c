// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Paper,
  Skeleton,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { IconPencil, IconPlus, IconTable, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { shownName } from "../clusters/names";
import { type HsCode, hsCodesQuery, useDeleteHsCode, useRestoreHsCode } from "./api";
import { HsCodeDialog } from "./HsCodeDialog";

/** Customs codes with the source of each name: none is here that no source names. */
export function HsCodes() {
  const { t } = useTranslation();
  const may = useMay();
  const codes = useQuery(hsCodesQuery);
  const [open, setOpen] = useState<HsCode | "new">();
  const add = may("create_hs_code") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("network.hs.add")}
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mb="md" align="flex-end">
        <Text c="dimmed" maw={760}>
          {t("network.hs.text")}
        </Text>
        {codes.data && codes.data.length > 0 && add}
      </Group>
      <ProblemAlert error={codes.error} onRetry={() => void codes.refetch()} />
      {codes.isPending && <Skeleton h={200} radius="lg" />}
      {codes.data?.length === 0 && (
        <EmptyState
          icon={<IconTable size={32} />}
          title={t("network.hs.none")}
          text={t("network.hs.none_text")}
          action={add}
        />
      )}
      {codes.data && codes.data.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.hs.title")}>
            <Table.Thead>
              <Table.Tr>
                {["code", "name", "notes", "source"].map((field) => (
                  <Table.Th key={field} scope="col">
                    {t(`network.hs.${field}`)}
                  </Table.Th>
                ))}
                <Table.Th scope="col">
                  <VisuallyHidden>{t("people.edit")}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {codes.data.map((one) => (
                <Row key={one.id} one={one} onEdit={() => setOpen(one)} />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {open && <HsCodeDialog onClose={() => setOpen(undefined)} {...(open !== "new" && { one: open })} />}
    </>
  );
}

function Row({ one, onEdit }: { one: HsCode; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const notes = (one.notes ?? []).filter((note) => note.language.split("-")[0] === language);
  return (
    <Table.Tr>
      <Table.Td className="num" fw={600}>
        {one.code}
      </Table.Td>
      <Table.Td data-label={t("network.hs.name")}>
        {shownName(one.names, language)}
        {one.since !== undefined && (
          <Text size="sm" c="dimmed">
            {t("network.hs.since_year", { year: one.since })}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t("network.hs.notes")}>
        {notes.length === 0 ? (
          "–"
        ) : (
          <Stack gap={4}>
            {notes.map(({ text }) => (
              <Text key={text} size="sm">
                {text}
              </Text>
            ))}
          </Stack>
        )}
      </Table.Td>
      <Table.Td data-label={t("network.hs.source")}>
        {one.source.link ? (
          <Anchor href={one.source.link} target="_blank" rel="noreferrer noopener">
            {one.source.title}
          </Anchor>
        ) : (
          one.source.title
        )}
      </Table.Td>
      <Table.Td className={stacked.actions}>
        <Actions one={one} onEdit={onEdit} />
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({ one, onEdit }: { one: HsCode; onEdit: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteHsCode();
  const restore = useRestoreHsCode();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  if (!one.actions.includes("replace_hs_code")) return null;
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () =>
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name: one.code }),
          undo: t("people.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        }),
      onError: fail,
    });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--dure-ink)"
        size={36}
        aria-label={t("network.edit_named", { name: one.code })}
        onClick={onEdit}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--dure-ink)"
        size={36}
        loading={remove.isPending}
        aria-label={t("network.delete_named", { name: one.code })}
        onClick={putAway}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
