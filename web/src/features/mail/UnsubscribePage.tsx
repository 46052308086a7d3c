// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { usePageTitle } from "../../hooks/usePageTitle";
import { AuthFrame } from "../auth/AuthFrame";
import { subscriptionQuery, useSubscription } from "./api";

/** Where the link at the end of a mailing leads: one press ends it, another takes that back. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error } = useQuery(subscriptionQuery(token));
  const change = useSubscription(token);
  const ended = data && !data.subscribed;
  const title = t(ended ? "unsubscribe.done_title" : "unsubscribe.title");
  usePageTitle(title);
  return (
    <AuthFrame>
      <Stack gap="lg">
        <Title order={1} size="h2">
          {title}
        </Title>
        <ProblemAlert error={error ?? change.error} />
        {!data && !error && <Skeleton h={120} aria-label={t("unsubscribe.reading")} />}
        {data && (
          <>
            <Text role="status">
              {t(ended ? "unsubscribe.done" : "unsubscribe.text", { address: data.address })}
            </Text>
            <Group>
              <Button
                size="md"
                variant={ended ? "default" : "filled"}
                loading={change.isPending}
                onClick={() => change.mutate(ended ? "renew" : "end")}
              >
                {t(ended ? "unsubscribe.renew" : "unsubscribe.action")}
              </Button>
              <Button size="md" variant="subtle" component={Link} to="/">
                {t("unsubscribe.home")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </AuthFrame>
  );
}
