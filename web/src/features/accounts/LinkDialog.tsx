// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { OnceField } from "../../components/OnceField";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import type { Account } from "./api";

/** The link that an administrator hands over, or that a mail brings: it says which. */
export function LinkDialog(props: { account: Account; link: Schemas["AccountLink"]; onClose: () => void }) {
  const { t } = useTranslation();
  const until = formatInstant(props.link.expires, currentLanguage());
  return (
    <Modal
      opened
      onClose={props.onClose}
      closeOnClickOutside={false}
      title={t("accounts.link.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>
          {t(props.link.mailed ? "accounts.link.mailed" : "accounts.link.text", {
            name: props.account.name,
            email: props.account.email,
          })}
        </Text>
        <Text>{t("accounts.link.terms", { until })}</Text>
        <OnceField label={t("accounts.link.label")} value={`${window.location.origin}${props.link.link}`} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("common.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
