// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";

/** Says what has happened, for a while. */
export function notice(color: "teal" | "red", message: string) {
  notifications.show({ color, message, closeButtonProps: closeButton() });
}

/** The button that closes a notice, with a name for those who do not see its cross. */
const closeButton = () => ({ "aria-label": i18next.t("common.close") });

/**
 * Says that something was done, with the button that takes it back. The part that shows it may be gone by then, so onUndo waits for
 * the promise of the change (mutateAsync): callbacks given to mutate() are not called any more.
 */
export function undoNotice(props: { id: string; message: string; undo: string; onUndo: () => unknown }) {
  notifications.show({
    id: props.id,
    autoClose: 12_000,
    closeButtonProps: closeButton(),
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{props.message}</span>
        <Button
          size="compact-md"
          variant="light"
          onClick={() => {
            notifications.hide(props.id);
            props.onUndo();
          }}
        >
          {props.undo}
        </Button>
      </Group>
    ),
  });
}
