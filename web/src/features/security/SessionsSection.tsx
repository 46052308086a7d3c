// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Skeleton, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { Section } from "../accounts/Section";
import { formatInstant } from "../energy/lib/format";
import { deviceOf } from "./agent";
import { type ListedSession, sessionsQuery, useEndSession } from "./api";

/** Where a person is signed in: one's own, or for an administrator someone else's. */
export function SessionsSection({ account, own }: { account: string; own?: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(sessionsQuery(account));
  const end = useEndSession(account);
  const endOne = (session: ListedSession) =>
    end.mutate(session, {
      onSuccess: () => notifications.show({ color: "teal", message: t("security.sessions.ended") }),
    });
  return (
    <Section
      title={t(own ? "security.sessions.title" : "security.sessions.title_of")}
      text={own && t("security.sessions.text")}
    >
      <ProblemAlert error={error ?? end.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={80} mx="lg" />}
      {data?.length === 0 && (
        <Text px={{ base: "md", sm: "lg" }} c="dimmed">
          {t("security.sessions.none")}
        </Text>
      )}
      {data && data.length > 0 && (
        <Table className={classes.table} horizontalSpacing="lg" aria-label={t("security.sessions.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("security.sessions.device")}</Table.Th>
              <Table.Th scope="col">{t("security.sessions.address")}</Table.Th>
              <Table.Th scope="col">{t("security.sessions.seen")}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((session) => (
              <SessionRow key={session.id} session={session} pending={end.isPending} onEnd={endOne} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function SessionRow(props: {
  session: ListedSession;
  pending: boolean;
  onEnd: (session: ListedSession) => void;
}) {
  const { t } = useTranslation();
  const { address, agent, last_seen, current } = props.session;
  const device = deviceOf(agent) || t("security.sessions.unknown");
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {current && <Badge color="teal">{t("security.sessions.this")}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td data-label={t("security.sessions.address")}>{address || "–"}</Table.Td>
      <Table.Td data-label={t("security.sessions.seen")} className="num">
        {formatInstant(last_seen, currentLanguage())}
      </Table.Td>
      <Table.Td>
        {!current && (
          <Button
            variant="default"
            disabled={props.pending}
            onClick={() => props.onEnd(props.session)}
            aria-label={t("security.sessions.end_one", { device })}
          >
            {t("security.sessions.end")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
