// SPDX-License-Identifier: Apache-2.0
import { Accordion, Alert, Badge, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useSession } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { RecordTasks } from "../together/RecordTasks";
import { Actions } from "./Actions";
import { type Approval, approvalHistoryQuery, approvalQuery, type Round } from "./api";
import { Comments } from "./Comments";
import { DecidePanel } from "./DecidePanel";
import { Facts } from "./Facts";
import { PlainText } from "./PlainText";
import { Stamps } from "./Stamps";
import { StateBadge } from "./words";

export function ApprovalPage() {
  const { t } = useTranslation();
  const { approvalId: id } = useParams({ from: "/app/approvals/$approvalId" });
  const me = useSession()?.account.id;
  const { data: one, error, refetch } = useQuery(approvalQuery(id));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  const last = one.rounds.at(-1);
  return (
    <>
      <PageHeader
        title={one.title}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("approval.title"), to: "/approvals" },
          { label: one.title },
        ]}
        badges={
          <>
            <StateBadge state={one.state} />
            {one.fictitious && (
              <Badge variant="outline" color="gray">
                {t("approval.fictitious")}
              </Badge>
            )}
          </>
        }
        actions={<Actions approval={one} />}
      />
      <Stack gap="lg">
        <Warnings approval={one} />
        {one.actions.includes("decide_approval") && <DecidePanel key={one.version} approval={one} />}
        <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="content">
          <Title order={2} size="h3" id="content" mb="md">
            {t("approval.content")}
          </Title>
          <Stack gap="lg">
            {last && one.state !== "withdrawn" && <Stamps round={last} drafter={one.drafter_name} />}
            {last && <Notes round={last} />}
            <Facts approval={one} />
            {one.body ? <PlainText text={one.body} /> : <Text c="dimmed">{t("approval.no_body")}</Text>}
          </Stack>
        </Paper>
        {one.rounds.length > 1 && <EarlierRounds approval={one} />}
        {one.rounds.length > 0 && <Comments approval={one} />}
        <RecordTasks subject={{ kind: "approval", id }} />
        {one.drafter === me && <Own id={id} />}
      </Stack>
    </>
  );
}

/** The drafter's own view of every change. */
function Own({ id }: { id: string }) {
  return <History query={useInfiniteQuery(approvalHistoryQuery(id))} />;
}

function Warnings({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  const rejected =
    one.state === "rejected" ? one.rounds.at(-1)?.steps.find((s) => s.state === "rejected") : null;
  return (
    <>
      {rejected && (
        <Alert color="red" title={t("approval.rejected_by", { name: rejected.decided_by_name })}>
          <Text style={{ whiteSpace: "pre-wrap" }}>{t("approval.reason", { note: rejected.note })}</Text>
        </Alert>
      )}
      {one.record_changed && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t("approval.changed_record")}
        </Alert>
      )}
      {one.intact === false && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {t("approval.broken")}
        </Alert>
      )}
    </>
  );
}

/** What people noted with their decisions. */
function Notes({ round }: { round: Round }) {
  const { t } = useTranslation();
  const noted = round.steps.filter(({ note }) => note !== "");
  if (noted.length === 0) return null;
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
      {noted.map((step) => (
        <li key={step.position}>
          <Text span fw={600}>
            {`${t(`approval.task.${step.task}`)} · ${step.decided_by_name}: `}
          </Text>
          <Text span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {step.note}
          </Text>
        </li>
      ))}
    </Stack>
  );
}

function EarlierRounds({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="rounds">
      <Title order={2} size="h3" id="rounds" mb="sm">
        {t("approval.rounds")}
      </Title>
      <Accordion variant="separated" order={3}>
        {one.rounds
          .slice(0, -1)
          .reverse()
          .map((round) => (
            <Accordion.Item key={round.number} value={String(round.number)}>
              <Accordion.Control>
                {t("approval.round", {
                  number: round.number,
                  state: t(`approval.state.${round.outcome}`),
                  when: formatInstant(round.submitted, currentLanguage()),
                })}
              </Accordion.Control>
              <Accordion.Panel>
                <Stack>
                  <Stamps round={round} drafter={one.drafter_name} />
                  <Notes round={round} />
                  <Text fw={700}>{round.title}</Text>
                  <PlainText text={round.body} />
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </section>
  );
}
