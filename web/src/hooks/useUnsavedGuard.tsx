// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * Asks before a page with unsaved changes is left: by a link, by the browser's back button, by closing the tab. Returns the
 * dialog, which the page renders. Moving within the page (the same path, another search) asks nothing.
 */
export function useUnsavedGuard(dirty: boolean): ReactNode {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const blocked = blocker.status === "blocked";
  return (
    <Modal
      opened={blocked}
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
