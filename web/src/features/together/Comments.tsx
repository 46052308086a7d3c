// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { useMay } from "../../app/session";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { commentsQuery, type Subject, useCreateComment } from "./api";
import { CommentBox, type Written } from "./CommentBox";
import { CommentItem } from "./CommentItem";

/** What people say of a record. `sharing`: the record may belong to somebody outside, to whom a comment can be shown. */
export function Comments({ subject, sharing = false }: { subject: Subject; sharing?: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const [search] = useUrlState();
  const list = useInfiniteQuery(commentsQuery(subject));
  const create = useCreateComment();
  const keyOf = useContentKey();
  const found = (list.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  const send = async (written: Written) => {
    const body = { ...written, subject_kind: subject.kind, subject_id: subject.id };
    await create.mutateAsync({ key: keyOf([body, found.length]), body });
    notice("teal", t("comments.sent"));
  };
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="comments">
      <Title order={2} size="h3" id="comments" mb="sm">
        {t("comments.title")}
      </Title>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={80} />}
      {list.data && found.length === 0 && (
        <Text c="dimmed" mb="md">
          {t("comments.none")}
        </Text>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mb="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("comments.earlier")}
        </Button>
      )}
      <Stack gap="sm" mb="lg">
        {found.map((one) => (
          <CommentItem
            key={one.id}
            comment={one}
            sharing={sharing}
            here={urlText(search.comment) === one.id}
          />
        ))}
      </Stack>
      <CommentBox
        subject={subject}
        label={t("comments.write")}
        action={t("comments.send")}
        sharing={sharing && may("list_tasks")}
        error={create.error}
        pending={create.isPending}
        onSend={send}
      />
    </Paper>
  );
}
