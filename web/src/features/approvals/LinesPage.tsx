// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Button, Group, Paper, SegmentedControl, Skeleton, Table, Text } from "@mantine/core";
import { IconPlus, IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { notice, undoNotice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { useUrlState } from "../../hooks/useUrlState";
import { peopleQuery } from "./api";
import { LineDialog } from "./LineDialog";
import { type Line, type LineStep, linesQuery, useDeleteLine, useRestoreLine } from "./lineApi";
import { useDocumentWords } from "./words";

export function LinesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const deleted = search.view === "deleted";
  const { data: lines, error, refetch } = useQuery(linesQuery(deleted));
  const [shown, setShown] = useState<Line | "new">();
  if (error instanceof ApiError && error.status === 403) throw error;
  const create = may("create_approval_line") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setShown("new")}>
      {t("approval.lines.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("approval.lines.title")}
        description={t("approval.lines.description")}
        crumbs={[{ label: t("approval.title"), to: "/approvals" }, { label: t("approval.lines.title") }]}
        actions={create}
      />
      <SegmentedControl
        mb="md"
        aria-label={t("people.which")}
        value={deleted ? "deleted" : "current"}
        onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
        data={[
          { value: "current", label: t("people.current") },
          { value: "deleted", label: t("people.deleted") },
        ]}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {lines?.some(({ fictitious }) => fictitious) && (
        <Alert color="gam" mb="md">
          {t("approval.fictitious_line")}
        </Alert>
      )}
      {!lines && !error && <Skeleton h={240} radius="lg" />}
      {lines?.length === 0 && (
        <EmptyState
          icon={<IconRoute size={32} />}
          title={t(deleted ? "people.none_deleted" : "approval.lines.none")}
          text={t(deleted ? "people.none_deleted_text" : "approval.lines.none_text")}
          action={deleted ? undefined : create}
        />
      )}
      {lines && lines.length > 0 && <LineTable lines={lines} onEdit={setShown} />}
      {shown && <LineDialog {...(shown !== "new" && { line: shown })} onClose={() => setShown(undefined)} />}
    </>
  );
}

function LineTable({ lines, onEdit }: { lines: Line[]; onEdit: (line: Line) => void }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const names = new Map((useQuery(peopleQuery).data ?? []).map(({ account, name }) => [account, name]));
  const holder = (step: LineStep) =>
    step.role ? t(`accounts.roles.${step.role}`) : (names.get(step.account ?? "") ?? t("people.unknown"));
  return (
    <Paper className="panel" style={{ overflow: "hidden" }}>
      <Table
        className={classes.table}
        verticalSpacing="sm"
        horizontalSpacing="lg"
        aria-label={t("approval.lines.title")}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("approval.lines.name")}</Table.Th>
            <Table.Th scope="col">{t("approval.field.kind")}</Table.Th>
            <Table.Th scope="col">{t("approval.lines.most")}</Table.Th>
            <Table.Th scope="col">{t("approval.lines.steps")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>
                <Group gap={8}>
                  <Text fw={600}>{line.name}</Text>
                  {line.delegated && <Badge variant="light">{t("approval.mark.delegated")}</Badge>}
                  {line.fictitious && (
                    <Badge variant="outline" color="gray">
                      {t("approval.fictitious")}
                    </Badge>
                  )}
                </Group>
                {line.basis && (
                  <Text size="sm" c="dimmed">
                    {line.basis}
                  </Text>
                )}
                <LineActions line={line} onEdit={() => onEdit(line)} />
              </Table.Td>
              <Table.Td data-label={t("approval.field.kind")}>{words.kind(line.kind)}</Table.Td>
              <Table.Td data-label={t("approval.lines.most")} className="num">
                {line.most_krw === undefined ? t("approval.lines.any") : words.won(line.most_krw)}
              </Table.Td>
              <Table.Td data-label={t("approval.lines.steps")}>
                <ol style={{ margin: 0, paddingInlineStart: 20 }}>
                  {line.steps.map((step) => (
                    <li key={`${step.task}${step.title}${step.role}${step.account}`}>
                      {`${t(`approval.task.${step.task}`)} · ${step.title} (${holder(step)})`}
                    </li>
                  ))}
                </ol>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function LineActions({ line, onEdit }: { line: Line; onEdit: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteLine();
  const restore = useRestoreLine();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const bringBack = () =>
    restore.mutate(line.id, {
      onSuccess: () => notice("teal", t("people.restored", { name: line.name })),
      onError: fail,
    });
  const putAway = () =>
    remove.mutate(line, {
      onSuccess: () =>
        undoNotice({
          id: `deleted-${line.id}`,
          message: t("approval.lines.deleted", { name: line.name }),
          undo: t("people.undo"),
          onUndo: bringBack,
        }),
      onError: fail,
    });
  return (
    <Group gap="xs" mt={6}>
      {line.actions.includes("replace_approval_line") && (
        <Button
          size="compact-md"
          variant="default"
          onClick={onEdit}
          aria-label={t("approval.lines.edit_named", { name: line.name })}
        >
          {t("people.edit")}
        </Button>
      )}
      {line.actions.includes("delete_approval_line") && (
        <Button
          size="compact-md"
          variant="default"
          loading={remove.isPending}
          onClick={putAway}
          aria-label={t("approval.lines.delete_named", { name: line.name })}
        >
          {t("people.delete")}
        </Button>
      )}
      {line.actions.includes("restore_approval_line") && (
        <Button size="compact-md" variant="default" loading={restore.isPending} onClick={bringBack}>
          {t("people.restore")}
        </Button>
      )}
    </Group>
  );
}
