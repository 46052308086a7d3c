// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";

/** Asks before something ends that a person holds. */
export function EndDialog(props: {
  title: string;
  text: string;
  action: string;
  error: unknown;
  pending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <ProblemAlert error={props.error} />
        <Text>{props.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
          <Button color="red" onClick={props.onConfirm} loading={props.pending}>
            {props.action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
