// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Alert, Button, Group, Paper, Stack, Text, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { isDirty } from "../lib/draft";
import { useEditing } from "./DraftContext";
import { ProblemNote } from "./problems";

interface SaveBarProps {
  error: unknown;
  pending: boolean;
  onSave: () => void;
  /// After someone else saved: take their version, or put ours over it.
  onReload: () => void;
  onOverwrite: () => void;
}

/// Stays at the foot of the page while there is something to save or to take back.
export function SaveBar({ error, pending, onSave, onReload, onOverwrite }: SaveBarProps) {
  const { t } = useTranslation();
  const { draft, dispatch } = useEditing();
  const dirty = isDirty(draft);
  const stale = error instanceof ApiError && error.status === 412;
  const fields = draft.errors.length;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === "z") {
        event.preventDefault();
        dispatch({ type: event.shiftKey ? "redo" : "undo" });
      } else if (key === "y") {
        event.preventDefault();
        dispatch({ type: "redo" });
      } else if (key === "s" && dirty) {
        event.preventDefault();
        onSave();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [dispatch, dirty, onSave]);

  if (!dirty && draft.past.length === 0 && draft.future.length === 0 && !error) return null;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      radius="lg"
      component="section"
      aria-label={t("plan.save.bar")}
      style={{ position: "sticky", bottom: 12, zIndex: 20 }}
      className="no-print"
    >
      <Stack gap="xs">
        {stale ? (
          <Alert color="orange" title={t("plan.save.stale_title")} role="alert">
            <Text size="sm">{t("plan.save.stale")}</Text>
            <Group mt="xs">
              <Button size="xs" variant="default" onClick={onReload}>
                {t("plan.save.take_theirs")}
              </Button>
              <Button size="xs" color="orange" variant="outline" onClick={onOverwrite}>
                {t("plan.save.keep_mine")}
              </Button>
            </Group>
          </Alert>
        ) : error ? (
          fields > 0 ? (
            <Alert color="red" role="alert" title={t("plan.save.fields", { count: fields })} />
          ) : (
            <ProblemNote error={error} />
          )
        ) : null}
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600} role="status">
            {dirty ? t("plan.save.unsaved") : t("plan.save.saved")}
          </Text>
          <Group gap={6}>
            <Tooltip withinPortal={false} label={`${t("plan.save.undo")} (Ctrl+Z)`}>
              <ActionIcon
                size="lg"
                variant="default"
                aria-label={t("plan.save.undo")}
                disabled={draft.past.length === 0}
                onClick={() => dispatch({ type: "undo" })}
              >
                <IconArrowBackUp size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip withinPortal={false} label={`${t("plan.save.redo")} (Ctrl+Shift+Z)`}>
              <ActionIcon
                size="lg"
                variant="default"
                aria-label={t("plan.save.redo")}
                disabled={draft.future.length === 0}
                onClick={() => dispatch({ type: "redo" })}
              >
                <IconArrowForwardUp size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Button variant="default" disabled={!dirty} onClick={() => dispatch({ type: "discard" })}>
              {t("plan.save.discard")}
            </Button>
            <Button disabled={!dirty} loading={pending} onClick={onSave}>
              {t("plan.save.save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}
