// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type MailChoice, mailSettingsQuery, useSaveMailSettings } from "./api";

const kRhythms = ["at_once", "daily", "weekly", "never"] as const;

/** When one wants to be told of what. A choice is saved as it is made. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(mailSettingsQuery);
  const save = useSaveMailSettings();
  const choices = data?.data.choices;
  const choose = (topic: string, rhythm: MailChoice["rhythm"]) =>
    data &&
    save.mutate(
      {
        etag: data.etag,
        choices: data.data.choices.map((one) => (one.topic === topic ? { topic, rhythm } : one)),
      },
      { onSuccess: () => notice("teal", t("notices.saved")) },
    );
  return (
    <>
      <PageHeader
        title={t("notices.title")}
        description={t("notices.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("notices.title") }]}
      />
      <ProblemAlert error={error ?? save.error} onRetry={() => void refetch()} />
      {!choices && !error && <Skeleton h={320} radius="lg" />}
      {choices && (
        <Paper className="panel" p="lg" maw={640}>
          <Stack gap="md">
            {choices.map(({ topic, rhythm }) => (
              <NativeSelect
                key={topic}
                label={t(`mail.topic.${topic}`)}
                size="md"
                value={rhythm}
                disabled={save.isPending}
                data={kRhythms.map((one) => ({ value: one, label: t(`notices.rhythm.${one}`) }))}
                onChange={(event) => choose(topic, event.currentTarget.value as MailChoice["rhythm"])}
              />
            ))}
            <Text size="sm" c="dimmed">
              {t("notices.when")}
            </Text>
          </Stack>
        </Paper>
      )}
    </>
  );
}
