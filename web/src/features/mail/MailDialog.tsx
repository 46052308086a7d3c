// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { mailQuery, useCancelMail, useRetryMail } from "./api";
import { MailPaper } from "./MailPaper";
import { MailStateBadge } from "./MailTable";

export function MailDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(mailQuery(id));
  const retry = useRetryMail();
  const cancel = useCancelMail();
  const mail = data?.data;
  const at = (instant: string) => formatInstant(instant, currentLanguage());
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={mail?.subject ?? t("mails.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <ProblemAlert error={error ?? retry.error ?? cancel.error} />
      {!mail && !error && <Skeleton h={320} />}
      {mail && (
        <Stack gap="sm">
          <Group gap="sm">
            <MailStateBadge state={mail.state} />
            <Text size="sm">
              {mail.name} &lt;{mail.address}&gt;
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {t("mails.when")} {at(mail.created)}
            {mail.sent && ` · ${t("mails.sent_at")} ${at(mail.sent)}`}
            {mail.attempts > 0 &&
              ` · ${t("mails.attempts")} ${t("mails.attempts_count", { count: mail.attempts })}`}
            {mail.due && ` · ${t("mails.next_try", { at: at(mail.due) })}`}
          </Text>
          {mail.failure && (
            <Text size="sm">
              {t("mails.failure")}: {mail.failure}
            </Text>
          )}
          {mail.state === "kept" && <Text size="sm">{t("mails.state_text.kept")}</Text>}
          <MailPaper {...mail} />
          <Group justify="flex-end">
            {mail.actions.includes("cancel_mail") && (
              <Button
                variant="default"
                loading={cancel.isPending}
                onClick={() => cancel.mutate(mail, { onSuccess: () => notice("teal", t("mails.cancelled")) })}
              >
                {t("mails.cancel")}
              </Button>
            )}
            {mail.actions.includes("retry_mail") && (
              <Button
                loading={retry.isPending}
                onClick={() => retry.mutate(mail, { onSuccess: () => notice("teal", t("mails.retried")) })}
              >
                {t("mails.retry")}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
