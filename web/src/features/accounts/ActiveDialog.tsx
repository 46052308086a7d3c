// SPDX-License-Identifier: Apache-2.0

import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Account, accountQuery, useChangeAccount } from "./api";

/** Ends or resumes a person's access, after saying what that means. */
export function ActiveDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(accountQuery(account.id));
  const change = useChangeAccount();
  const conflict = change.error instanceof ApiError && change.error.status === 412;
  const { name, active } = account;
  const confirm = () => {
    if (!data) return;
    change.mutate(
      { id: account.id, etag: data.etag, body: { active: !active } },
      {
        onSuccess: () => {
          notice("teal", t(active ? "accounts.deactivated" : "accounts.activated", { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(active ? "accounts.deactivate_title" : "accounts.activate_title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        {conflict && <Alert color="gam">{t("accounts.conflict")}</Alert>}
        <ProblemAlert error={conflict ? null : (change.error ?? error)} />
        <Text>{t(active ? "accounts.deactivate_text" : "accounts.activate_text", { name })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button color={active ? "red" : undefined} onClick={confirm} loading={change.isPending || !data}>
            {t(active ? "accounts.deactivate" : "accounts.activate")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
