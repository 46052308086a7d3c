// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCalendarShare } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { OnceField } from "../../components/OnceField";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { feedQuery, useRenewFeed, useRevokeFeed } from "./calendarApi";

/** The secret address of one's calendar: made, made anew, taken back. */
export function FeedCard() {
  const { t } = useTranslation();
  const { data: feed, error, refetch } = useQuery(feedQuery);
  const renew = useRenewFeed();
  const revoke = useRevokeFeed();
  const language = currentLanguage();
  const made = renew.data?.path;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="feed">
      <Title order={2} size="h3" id="feed" mb="xs">
        {t("calendar.feed.title")}
      </Title>
      <Stack gap="sm" align="flex-start">
        <Text maw={720}>{t("calendar.feed.text")}</Text>
        <ProblemAlert
          error={error ?? renew.error ?? revoke.error}
          {...(error && { onRetry: () => void refetch() })}
        />
        {made && (
          <Stack gap={4} w="100%" maw={720}>
            <OnceField label={t("calendar.feed.address")} value={`${window.location.origin}${made}`} />
            <Text size="sm" c="dimmed">
              {t("calendar.feed.once")}
            </Text>
          </Stack>
        )}
        {feed?.exists && (
          <Text className="num">
            {[
              feed.created && t("calendar.feed.exists", { created: formatInstant(feed.created, language) }),
              feed.last_read
                ? t("calendar.feed.read", { at: formatInstant(feed.last_read, language) })
                : t("calendar.feed.never_read"),
            ]
              .filter(Boolean)
              .join(" ")}
          </Text>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconCalendarShare size={18} aria-hidden />}
            loading={renew.isPending}
            onClick={() => renew.mutate()}
          >
            {t(feed?.exists ? "calendar.feed.renew" : "calendar.feed.make")}
          </Button>
          {feed?.exists && (
            <Button
              variant="default"
              loading={revoke.isPending}
              onClick={() =>
                revoke.mutate(undefined, {
                  onSuccess: () => {
                    renew.reset();
                    notice("teal", t("calendar.feed.revoked"));
                  },
                })
              }
            >
              {t("calendar.feed.revoke")}
            </Button>
          )}
        </Group>
        {feed?.exists && (
          <Text size="sm" c="dimmed">
            {t("calendar.feed.renew_hint")}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
