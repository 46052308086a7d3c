// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { sentence } from "../../api/problems";
import { currentLanguage } from "../../i18n";
import type { Subject } from "./api";
import { refusalOf, sizeText } from "./rules";
import { startTask } from "./tasks";

/** Takes files by dropping, by the keyboard or by the system's chooser. */
export function DropZone(props: {
  subject: Subject;
  limits: Schemas["AttachmentList"]["limits"];
  onDone: (subject: Subject, name: string) => void;
}) {
  const { t } = useTranslation();
  const { subject, limits, onDone } = props;
  const open = useRef<() => void>(null);
  const [refused, setRefused] = useState<{ name: string; why: string }[]>([]);
  const take = (files: File[]) => {
    const bad: typeof refused = [];
    for (const file of files) {
      const refusal = refusalOf(file, limits);
      if (refusal) bad.push({ name: file.name, why: sentence(t, refusal as Parameters<typeof sentence>[1]) });
      else startTask({ subject, file, chunk: limits.chunk, onDone });
    }
    setRefused(bad);
  };
  return (
    <>
      <Dropzone onDrop={take} multiple openRef={open} activateOnKeyboard={false}>
        <Group justify="center" gap="md" mih={80} style={{ pointerEvents: "none" }}>
          <IconPaperclip size={28} aria-hidden style={{ flex: "none" }} />
          <div>
            <Text fw={600}>{t("files.drop")}</Text>
            <Text size="sm" c="dimmed">
              {t("files.limits", {
                size: sizeText(limits.file, currentLanguage()),
                types: limits.extensions.join(", "),
              })}
            </Text>
          </div>
          <Button
            variant="default"
            style={{ pointerEvents: "all", flex: "none" }}
            onClick={(event) => {
              event.stopPropagation(); // the zone around it opens the chooser too
              open.current?.();
            }}
          >
            {t("files.choose")}
          </Button>
        </Group>
      </Dropzone>
      {refused.length > 0 && (
        <List role="alert" c="var(--mantine-color-error)" size="sm">
          {refused.map(({ name, why }) => (
            <List.Item key={name} style={{ overflowWrap: "anywhere" }}>
              {`${name}: ${why}`}
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}
