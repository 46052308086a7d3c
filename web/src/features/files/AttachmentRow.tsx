// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Group, Text } from "@mantine/core";
import { IconDownload, IconEye, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type Attachment, contentPath, type Subject, useDeleteAttachment, useRestoreAttachment } from "./api";
import { EditDialog } from "./EditDialog";
import { PreviewDialog } from "./PreviewDialog";
import { sizeText } from "./rules";

/** One file of the record. */
export function AttachmentRow({ one, subject }: { one: Attachment; subject: Subject }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"preview" | "edit" | null>(null);
  const remove = useDeleteAttachment(subject);
  const restore = useRestoreAttachment(subject);
  const language = currentLanguage();
  const refused = (error: unknown) => notice("red", problemSentence(t, error));
  const bringBack = () =>
    restore
      .mutateAsync(one)
      .then(() => notice("teal", t("files.restored", { name: one.name })))
      .catch(refused);
  const takeAway = () =>
    remove
      .mutateAsync(one)
      .then(() =>
        undoNotice({
          id: `file-${one.id}`,
          message: t("files.deleted", { name: one.name }),
          undo: t("list.undo"),
          onUndo: bringBack,
        }),
      )
      .catch(refused);
  const may = (operation: string) => one.actions.includes(operation);
  return (
    <Group component="li" justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        {one.shown ? (
          <Anchor
            component="button"
            type="button"
            ta="left"
            onClick={() => setOpen("preview")}
            style={{ overflowWrap: "anywhere" }}
          >
            {one.name}
          </Anchor>
        ) : (
          <Anchor href={contentPath(one)} download={one.name} style={{ overflowWrap: "anywhere" }}>
            {one.name}
          </Anchor>
        )}
        {one.description && (
          <Text size="sm" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
            {one.description}
          </Text>
        )}
        <Text size="sm" c="dimmed" className="num">
          {t("files.facts", {
            size: sizeText(one.size, language),
            owner: one.owner_name,
            when: formatInstant(one.created, language),
          })}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        {one.shown && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("files.preview_named", { name: one.name })}
            onClick={() => setOpen("preview")}
          >
            <IconEye size={20} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          component="a"
          href={contentPath(one)}
          download={one.name}
          variant="subtle"
          size="lg"
          aria-label={t("files.download_named", { name: one.name })}
        >
          <IconDownload size={20} aria-hidden />
        </ActionIcon>
        {may("change_attachment") && (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("files.edit_named", { name: one.name })}
            onClick={() => setOpen("edit")}
          >
            <IconPencil size={20} aria-hidden />
          </ActionIcon>
        )}
        {may("delete_attachment") && (
          <ActionIcon
            variant="subtle"
            size="lg"
            loading={remove.isPending}
            aria-label={t("files.delete_named", { name: one.name })}
            onClick={() => void takeAway()}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      {open === "preview" && <PreviewDialog one={one} onClose={() => setOpen(null)} />}
      {open === "edit" && <EditDialog one={one} subject={subject} onClose={() => setOpen(null)} />}
    </Group>
  );
}
