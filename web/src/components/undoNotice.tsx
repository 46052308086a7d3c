// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";

/** Says that something was done, with the button that takes it back. */
export function undoNotice(props: { id: string; message: string; undo: string; onUndo: () => void }) {
  notifications.show({
    id: props.id,
    autoClose: 12_000,
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
