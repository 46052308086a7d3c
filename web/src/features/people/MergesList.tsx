// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Badge, Button, Group, List, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence, sentence } from "../../api/problems";
import { EmptyState } from "../../components/EmptyState";
import { notice, undoNotice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { mergesQuery, type OrganisationMerge, useUndoMerge } from "./doublesApi";

/** Says that two were merged, with the button that takes it back. */
export function useMergedNotice() {
  const { t } = useTranslation();
  const undo = useUndoMerge();
  return ({ id, kept_name: kept, merged_name: merged }: OrganisationMerge) =>
    undoNotice({
      id: `merged-${id}`,
      message: t("people.merge.done", { merged, kept }),
      undo: t("people.undo"),
      onUndo: () =>
        undo.mutateAsync(id).then(
          () => notice("teal", t("people.merge.undone")),
          (error: unknown) => notice("red", reasonsOf(t, error)),
        ),
    });
}

/** A refusal with its reasons in one text. */
function reasonsOf(t: ReturnType<typeof useTranslation>["t"], error: unknown): string {
  const reasons = error instanceof ApiError ? error.problem.errors.map((one) => sentence(t, one)) : [];
  return [problemSentence(t, error), ...reasons].join(" ");
}

export function MergesList() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(mergesQuery());
  const merges = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  return (
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={200} radius="lg" />}
      {list.data && merges.length === 0 && (
        <EmptyState
          icon={<IconArrowMerge size={32} />}
          title={t("people.doubles.none_merged")}
          text={t("people.doubles.none_merged_text")}
        />
      )}
      <Stack>
        {merges.map((merge) => (
          <MergeCard key={merge.id} merge={merge} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            {t("common.more")}
          </Button>
        </Group>
      )}
    </>
  );
}

function MergeCard({ merge }: { merge: OrganisationMerge }) {
  const { t } = useTranslation();
  const undo = useUndoMerge();
  const names = { merged: merge.merged_name, kept: merge.kept_name };
  const moved = merge.moved.map(({ reference, count }) =>
    t("people.merge.moved_item", { count, what: t(`people.reference.${reference}`, reference) }),
  );
  return (
    <Paper component="article" className="panel" p={{ base: "md", sm: "lg" }}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap={8}>
            <Text fw={600}>
              {`${merge.merged_name} → `}
              <Anchor component={Link} to={`/organisations/${merge.kept}`} fw={600} underline="always">
                {merge.kept_name}
              </Anchor>
            </Text>
            {merge.undone && (
              <Badge variant="default" radius="sm" tt="none">
                {t("people.merge.undone_badge")}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {t("people.merge.by", {
              name: merge.merged_by_name,
              when: formatInstant(merge.created, currentLanguage()),
            })}
          </Text>
          {moved.length > 0 && <Text size="sm">{t("people.merge.moves", { what: moved.join(", ") })}</Text>}
        </div>
        {merge.actions.includes("undo_merge") && (
          <Button
            variant="default"
            loading={undo.isPending}
            aria-label={t("people.merge.undo_named", names)}
            onClick={() =>
              undo.mutate(merge.id, { onSuccess: () => notice("teal", t("people.merge.undone")) })
            }
          >
            {t("people.undo")}
          </Button>
        )}
      </Group>
      {undo.error && (
        <Alert color="red" role="alert" mt="sm" title={problemSentence(t, undo.error)}>
          {undo.error instanceof ApiError && (
            <List size="sm">
              {undo.error.problem.errors.map((one) => (
                <List.Item key={one.code + JSON.stringify(one.params)}>{sentence(t, one)}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </Paper>
  );
}
