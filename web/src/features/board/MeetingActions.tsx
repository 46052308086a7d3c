// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { type Meeting, type Move, useMoveMeeting } from "./api";

/** What the secretary may do with the meeting as a whole. */
export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const move = useMoveMeeting();
  const may = (operation: string) => meeting.actions.includes(operation);
  const go = (to: Move) =>
    move.mutate(
      { meeting, to },
      {
        onSuccess: () => notice("teal", t(`board.done.${to}`)),
        onError: (error) => notice("red", problemSentence(t, error)),
        onSettled: () => setAsking(false),
      },
    );
  return (
    <>
      {(["convene", "open", "close"] as const)
        .filter((to) => may(`${to}_board_meeting`))
        .map((to) => (
          <Button key={to} loading={move.isPending} onClick={() => go(to)}>
            {t(`board.do.${to}`)}
          </Button>
        ))}
      {may("replace_board_meeting") && (
        <Button
          component={Link}
          to={`/board/${meeting.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          {t("board.edit")}
        </Button>
      )}
      {may("cancel_board_meeting") && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t("board.do.cancel")}
        </Button>
      )}
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={t("board.cancel_title")}
          closeButtonProps={{ "aria-label": t("common.close") }}
        >
          <Stack>
            <Text>{t("board.cancel_text")}</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t("common.back")}
              </Button>
              <Button color="red" loading={move.isPending} onClick={() => go("cancel")}>
                {t("board.do.cancel")}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
