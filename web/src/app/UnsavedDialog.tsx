// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasUnsaved } from "../components/useUnsavedGuard";

/** Asks before unsaved changes are left. Moving within a page (the same path, another search) asks nothing. */
export function UnsavedDialog() {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      title={t("app.unsaved.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text>{t("app.unsaved.text")}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t("app.unsaved.leave")}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t("app.unsaved.stay")}
        </Button>
      </Group>
    </Modal>
  );
}
