// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Modal, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { fieldSentences } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { StateBadge } from "../approvals/words";
import { formatInstant } from "../energy/lib/format";
import { type Meeting, useWriteMinutes } from "./api";

/** The versions of the minutes with their approvals. */
export function MinutesSection({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const corrects = meeting.minutes.length > 0;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="minutes">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="minutes">
          {t("board.minutes.heading")}
        </Title>
        {meeting.actions.includes("write_board_minutes") && (
          <Button variant={corrects ? "default" : "filled"} onClick={() => setWriting(true)}>
            {t(corrects ? "board.minutes.correct" : "board.minutes.write")}
          </Button>
        )}
      </Group>
      {meeting.minutes.length === 0 && <Text c="dimmed">{t("board.minutes.none")}</Text>}
      <Stack>
        {meeting.minutes.map((one) => (
          <div key={one.id}>
            <Group gap="sm">
              <Text fw={600} className="num">
                {t("board.minutes.version", {
                  number: one.number,
                  author: one.author_name,
                  when: formatInstant(one.created, currentLanguage()),
                })}
              </Text>
              {one.approval_state && <StateBadge state={one.approval_state} />}
              <Anchor
                component={Link}
                to={`/board/${meeting.id}/minutes/${one.id}`}
                aria-label={t("board.minutes.print_named", { number: one.number })}
              >
                {t("board.minutes.print")}
              </Anchor>
              {one.approval && (
                <Anchor
                  component={Link}
                  to={`/approvals/${one.approval}`}
                  aria-label={t("board.minutes.approval_named", { number: one.number })}
                >
                  {t("board.minutes.approval")}
                </Anchor>
              )}
            </Group>
            {one.correction && (
              <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-wrap" }}>
                {`${t("board.minutes.correction")}: ${one.correction}`}
              </Text>
            )}
          </div>
        ))}
      </Stack>
      {writing && <MinutesDialog meeting={meeting} onClose={() => setWriting(false)} />}
    </Paper>
  );
}

function MinutesDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation();
  const last = meeting.minutes.at(-1);
  const [remarks, setRemarks] = useState(last?.remarks ?? "");
  const [correction, setCorrection] = useState("");
  const write = useWriteMinutes();
  const keyOf = useContentKey();
  const errors = write.error instanceof ApiError ? fieldSentences(t, write.error.problem.errors) : {};
  const send = () => {
    const body = { remarks, ...(last && { correction }) };
    write.mutate(
      { meeting: meeting.id, key: keyOf(body), body },
      {
        onSuccess: () => {
          notice("teal", t("board.minutes.written"));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(last ? "board.minutes.correct" : "board.minutes.write")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        {!errors.correction && <ProblemAlert error={write.error} />}
        {last && (
          <Textarea
            label={t("board.minutes.correction_label")}
            withAsterisk
            autosize
            minRows={2}
            maxLength={2000}
            value={correction}
            error={errors.correction}
            onChange={(event) => setCorrection(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t("board.minutes.remarks_label")}
          description={t("board.minutes.remarks_hint")}
          autosize
          minRows={6}
          maxRows={20}
          maxLength={20_000}
          value={remarks}
          onChange={(event) => setRemarks(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button onClick={send} loading={write.isPending}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
