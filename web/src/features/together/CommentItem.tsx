// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Badge, Group, Menu, Modal, Text } from "@mantine/core";
import { IconDots, IconHistory, IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import {
  type Comment,
  commentHistoryQuery,
  useDeleteComment,
  useReplaceComment,
  useRestoreComment,
} from "./api";
import { CommentBox, type Written } from "./CommentBox";
import classes from "./Comments.module.css";
import { parts } from "./mentions";

/** One comment with what may be done with it. `here`: a link leads to it. */
export function CommentItem(props: { comment: Comment; sharing: boolean; here: boolean }) {
  const { t } = useTranslation();
  const { comment: one, sharing, here } = props;
  const [mode, setMode] = useState<"read" | "edit" | "history">("read");
  const replace = useReplaceComment();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (here) place.current?.scrollIntoView({ block: "center" });
  }, [here]);
  const language = currentLanguage();
  const save = async ({ text, language: tag, mentions }: Written) => {
    await replace.mutateAsync({ one, body: { text, language: tag, mentions } });
    setMode("read");
    notice("teal", t("comments.saved"));
  };
  return (
    <article
      ref={place}
      className={classes.comment}
      data-here={here || undefined}
      aria-label={one.author_name}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Group gap="xs">
          <Text fw={650}>{one.author_name}</Text>
          <Text size="sm" c="dimmed" className="num">
            {formatInstant(one.created, language)}
            {one.edited && ` · ${t("comments.edited", { at: formatInstant(one.edited, language) })}`}
          </Text>
          {sharing && (
            <Badge variant="light" color={one.shared ? "gam" : "gray"}>
              {t(one.shared ? "comments.shared_badge" : "comments.internal_badge")}
            </Badge>
          )}
        </Group>
        <Actions comment={one} onMode={setMode} />
      </Group>
      {mode === "edit" ? (
        <CommentBox
          subject={{ kind: one.subject_kind, id: one.subject_id }}
          label={t("comments.edit")}
          action={t("common.save")}
          start={one}
          error={replace.error}
          pending={replace.isPending}
          onSend={save}
          onCancel={() => setMode("read")}
        />
      ) : (
        <Text lang={one.language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {parts(
            one.text,
            one.mentions.map(({ name }) => name),
          ).map(({ text, mention, from }) => (
            <span key={from} {...(mention && { className: classes.mention })}>
              {text}
            </span>
          ))}
        </Text>
      )}
      {mode === "history" && <HistoryDialog id={one.id} onClose={() => setMode("read")} />}
    </article>
  );
}

function Actions({ comment: one, onMode }: { comment: Comment; onMode: (mode: "edit" | "history") => void }) {
  const { t } = useTranslation();
  const remove = useDeleteComment();
  const restore = useRestoreComment();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    void remove
      .mutateAsync(one)
      .then(() =>
        undoNotice({
          id: `comment-${one.id}`,
          message: t("comments.deleted"),
          undo: t("list.undo"),
          onUndo: () =>
            restore
              .mutateAsync(one.id)
              .then(() => notice("teal", t("comments.restored")))
              .catch(fail),
        }),
      )
      .catch(fail);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t("comments.actions_of", { name: one.author_name })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {one.actions.includes("replace_comment") && (
          <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onMode("edit")}>
            {t("comments.edit")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => onMode("history")}>
          {t("comments.history")}
        </Menu.Item>
        {one.actions.includes("delete_comment") && (
          <Menu.Item leftSection={<IconTrash size={18} aria-hidden />} onClick={putAway}>
            {t("comments.delete")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function HistoryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const history = useInfiniteQuery(commentHistoryQuery(id));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("comments.history")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <History query={history} />
    </Modal>
  );
}
