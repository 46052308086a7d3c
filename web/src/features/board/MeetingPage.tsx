// SPDX-License-Identifier: Apache-2.0
import { Badge, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useMay, useSession } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { PlainText } from "../approvals/PlainText";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { RecordTogether } from "../together/RecordTogether";
import { AgendaItem } from "./AgendaItem";
import { Attendance } from "./Attendance";
import { type Meeting, meetingHistoryQuery, meetingQuery } from "./api";
import { MeetingBadge } from "./badges";
import { MeetingActions } from "./MeetingActions";
import { MinutesSection } from "./MinutesSection";

export function MeetingPage() {
  const { t } = useTranslation();
  const { meetingId: id } = useParams({ from: "/app/board/$meetingId" });
  const me = useSession()?.account.id;
  const may = useMay();
  const { data: one, error, refetch } = useQuery(meetingQuery(id));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  return (
    <>
      <PageHeader
        title={one.title}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("board.title"), to: "/board" },
          { label: one.title },
        ]}
        badges={
          <>
            <MeetingBadge state={one.state} />
            {one.fictitious && (
              <Badge variant="outline" color="gray">
                {t("approval.fictitious")}
              </Badge>
            )}
          </>
        }
        actions={<MeetingActions meeting={one} />}
      />
      <Stack gap="lg">
        <Facts meeting={one} />
        <section aria-labelledby="agenda">
          <Title order={2} size="h3" id="agenda" mb="sm">
            {t("board.field.items")}
          </Title>
          {one.agenda.length === 0 && <Text c="dimmed">{t("error.board.no_items")}</Text>}
          <Stack>
            {one.agenda.map((item) => (
              <AgendaItem key={item.id} meeting={one} item={item} />
            ))}
          </Stack>
        </section>
        <Attendance meeting={one} />
        {one.state !== "draft" && one.state !== "cancelled" && <MinutesSection meeting={one} />}
        <RecordTogether kind="board_meeting" id={one.id} />
        {(one.secretary === me || may("replace_board_rule")) && <Changes meeting={one} />}
      </Stack>
    </>
  );
}

function Changes({ meeting }: { meeting: Meeting }) {
  const people = new Map(meeting.members.map(({ account, name }) => [account, name]));
  people.set(meeting.chair, meeting.chair_name).set(meeting.secretary, meeting.secretary_name);
  return <History query={useInfiniteQuery(meetingHistoryQuery(meeting.id))} people={people} />;
}

function Facts({ meeting: one }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const facts = [
    [t("board.field.begins"), formatInstant(one.begins, currentLanguage())],
    [t("board.field.place"), one.place || t("people.unknown")],
    [t("board.field.chair"), one.chair_name],
    [t("board.field.secretary"), one.secretary_name],
  ];
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} component="dl" m={0} spacing="md">
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} fw={500}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {one.notice && (
        <>
          <Title order={2} size="h4" mt="lg" mb={4}>
            {t("board.field.notice")}
          </Title>
          <PlainText text={one.notice} />
        </>
      )}
    </Paper>
  );
}
