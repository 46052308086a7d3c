// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemSentence, sentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { type Subject, type Upload, uploadsQuery } from "./api";
import { sizeText } from "./rules";
import { startTask, type Task } from "./tasks";
import { endUpload, fingerprint } from "./tus";

/** Uploads of an earlier visit: the browser has forgotten their files, so the person chooses them again. */
export function Unfinished(props: {
  subject: Subject;
  chunk: number;
  tasks: Task[];
  onDone: (subject: Subject, name: string) => void;
}) {
  const { t } = useTranslation();
  const { subject, chunk, tasks, onDone } = props;
  const queries = useQueryClient();
  const { data } = useQuery(uploadsQuery(subject));
  const left = (data ?? []).filter(
    ({ id, state }) => state !== "refused" && !tasks.some(({ upload }) => upload === id),
  );
  // A fresh task is announced by its own row until the server lists it.
  if (left.length === 0 || tasks.some(({ upload }) => upload === null)) return null;
  const again = () => void queries.invalidateQueries({ queryKey: uploadsQuery(subject).queryKey });
  const go = (one: Upload, file: File | null) => {
    if (!file) return;
    if (file.name.normalize("NFC") !== one.name || fingerprint(file) !== one.fingerprint)
      return notice("red", t("files.unfinished.other", { name: one.name }));
    startTask({
      subject,
      file,
      upload: one.id,
      chunk,
      onDone: (of, name) => {
        again();
        onDone(of, name);
      },
    });
  };
  const give_up = (one: Upload) =>
    endUpload(one.id)
      .catch((error: unknown) => notice("red", problemSentence(t, error)))
      .finally(again);
  return (
    <Alert color="blue" title={t("files.unfinished.title")}>
      <Stack gap="xs">
        {left.map((one) => (
          <Group key={one.id} justify="space-between" gap="sm">
            <Text size="sm" style={{ overflowWrap: "anywhere", flex: "1 1 200px" }}>
              {t("files.unfinished.one", {
                name: one.name,
                received: sizeText(one.received, currentLanguage()),
                size: sizeText(one.length, currentLanguage()),
              })}
              {one.error && ` ${sentence(t, one.error)}`}
            </Text>
            <Group gap="xs">
              <FileButton onChange={(file) => go(one, file)}>
                {(button) => (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t("files.unfinished.choose_named", { name: one.name })}
                    {...button}
                  >
                    {t("files.unfinished.choose")}
                  </Button>
                )}
              </FileButton>
              <Button
                size="compact-md"
                variant="subtle"
                aria-label={t("files.unfinished.give_up_named", { name: one.name })}
                onClick={() => void give_up(one)}
              >
                {t("files.unfinished.give_up")}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
