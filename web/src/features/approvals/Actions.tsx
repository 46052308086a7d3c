// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconPencil, IconPrinter, IconSend } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { type Approval, useMoveApproval } from "./api";
import { SubmitDialog } from "./SubmitDialog";

/** What the person may do with the document as a whole. */
export function Actions({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  const [submitting, setSubmitting] = useState(false);
  const recall = useMoveApproval("recall");
  const withdraw = useMoveApproval("withdraw");
  const restore = useMoveApproval("restore");
  const may = (operation: string) => one.actions.includes(operation);
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const bringBack = (gone: Approval) =>
    restore.mutate(gone, { onSuccess: () => notice("teal", t("approval.restore.done")), onError: fail });
  const giveUp = () =>
    withdraw.mutate(one, {
      onSuccess: (gone) =>
        undoNotice({
          id: `withdrawn-${one.id}`,
          message: t("approval.withdraw.done", { title: one.title }),
          undo: t("approval.withdraw.undo"),
          onUndo: () => bringBack(gone),
        }),
      onError: fail,
    });
  return (
    <>
      {may("submit_approval") && (
        <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setSubmitting(true)}>
          {t("approval.submit.open")}
        </Button>
      )}
      {may("replace_approval") && (
        <Button
          component={Link}
          to={`/approvals/${one.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          {t("approval.edit")}
        </Button>
      )}
      {may("recall_approval") && (
        <Button
          variant="default"
          loading={recall.isPending}
          onClick={() =>
            recall.mutate(one, { onSuccess: () => notice("teal", t("approval.recall.done")), onError: fail })
          }
        >
          {t("approval.recall.do")}
        </Button>
      )}
      {may("withdraw_approval") && (
        <Button variant="default" loading={withdraw.isPending} onClick={giveUp}>
          {t("approval.withdraw.do")}
        </Button>
      )}
      {may("restore_approval") && (
        <Button loading={restore.isPending} onClick={() => bringBack(one)}>
          {t("approval.restore.do")}
        </Button>
      )}
      {one.rounds.length > 0 && (
        <Button
          component={Link}
          to={`/approvals/${one.id}/sheet`}
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t("approval.sheet.open")}
        </Button>
      )}
      {submitting && <SubmitDialog approval={one} onClose={() => setSubmitting(false)} />}
    </>
  );
}
