// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { saveText } from "../../components/chart/download";

/** Shown once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t("security.factor.codes_text")}</Text>
      <List listStyleType="none" ff="monospace" spacing={4} data-testid="recovery-codes">
        {codes.map((code) => (
          <List.Item key={code}>{code}</List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => saveText(`${codes.join("\n")}\n`, "text/plain", "dure-recovery-codes.txt")}
        >
          {t("security.factor.codes_download")}
        </Button>
        <Button onClick={onDone}>{t("security.factor.codes_kept")}</Button>
      </Group>
    </Stack>
  );
}
