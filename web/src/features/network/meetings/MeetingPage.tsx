// SPDX-License-Identifier: Apache-2.0
import {
  Anchor,
  Button,
  Group,
  List,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { IconPencil, IconPrinter, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { problemSentence } from "../../../api/problems";
import { useMay } from "../../../app/session";
import { notice, undoNotice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { formatInstant } from "../../energy/lib/format";
import { History } from "../../oversight/History";
import { countryName } from "../../people/countries";
import { RecordTogether } from "../../together/RecordTogether";
import { shownName } from "../clusters/names";
import { NetworkTabs } from "../NetworkTabs";
import {
  type Meeting,
  meetingHistoryQuery,
  meetingQuery,
  useDeleteMeeting,
  usePublish,
  useRestoreMeeting,
} from "./api";
import { MeetingDialog } from "./MeetingDialog";
import { StateBadge } from "./MeetingsPage";

/** A meeting as its minutes are read and printed. */
export function MeetingPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { meetingId: id } = useParams({ from: "/app/network/meetings/$meetingId" });
  const { data: one, error, refetch } = useQuery(meetingQuery(id));
  const history = useInfiniteQuery(meetingHistoryQuery(id, may("list_meeting_history")));
  const [editing, setEditing] = useState(false);
  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) throw error;
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
          { label: t("network.meetings.title"), to: "/network/meetings" },
          { label: one.title },
        ]}
        badges={<StateBadge meeting={one} />}
        actions={<Actions meeting={one} onEdit={() => setEditing(true)} />}
      />
      <NetworkTabs />
      <Stack gap="lg">
        <Minutes meeting={one} />
        {may("list_tasks") && (
          <div className="no-print">
            <Stack gap="lg">
              <RecordTogether kind="meeting" id={one.id} />
            </Stack>
          </div>
        )}
        {may("list_meeting_history") && (
          <div className="no-print">
            <History query={history} />
          </div>
        )}
      </Stack>
      {editing && <MeetingDialog meeting={one} onClose={() => setEditing(false)} />}
    </>
  );
}

function Minutes({ meeting: one }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Paper className="panel" p={{ base: "md", sm: "xl" }}>
      <Stack gap="xl">
        <SimpleGrid cols={{ base: 1, sm: 3 }} component="dl" m={0} spacing="lg">
          <Fact label={t("network.meetings.body")}>{shownName(one.body_names, language)}</Fact>
          <Fact label={t("network.meetings.when")}>
            <span className="num">{[one.day, one.time].filter(Boolean).join(" ")}</span>
          </Fact>
          <Fact label={t("network.meetings.place")}>
            {one.place || t("people.unknown")}
            {one.link && (
              <Anchor
                href={one.link}
                target="_blank"
                rel="noreferrer noopener"
                display="block"
                style={{ overflowWrap: "anywhere" }}
              >
                {one.link}
              </Anchor>
            )}
          </Fact>
        </SimpleGrid>
        <Part title={t("network.meetings.agenda")} empty={one.agenda.length === 0}>
          <List type="ordered" lang={one.language} spacing={4}>
            {one.agenda.map(({ title, text }) => (
              <List.Item key={title}>
                {title}
                {text && <Text c="dimmed">{text}</Text>}
              </List.Item>
            ))}
          </List>
        </Part>
        <Part title={t("network.meetings.attendance")} empty={one.attendance.length === 0}>
          <Attendance meeting={one} />
        </Part>
        <Part title={t("network.meetings.minutes")} empty={one.minutes === ""}>
          <Text lang={one.language} style={{ whiteSpace: "pre-wrap" }} maw={820}>
            {one.minutes}
          </Text>
        </Part>
        <Part title={t("network.meetings.decisions")} empty={one.decisions.length === 0}>
          <List type="ordered" lang={one.language} spacing={4}>
            {one.decisions.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Part>
        <Part title={t("network.meetings.tasks")} empty={one.tasks.length === 0}>
          <Tasks meeting={one} />
        </Part>
        <Text size="sm" c="dimmed">
          {one.state === "published" && one.published_at
            ? t("network.meetings.published_by", {
                name: one.published_by_name,
                when: formatInstant(one.published_at, language),
              })
            : t("network.meetings.draft_text")}
        </Text>
      </Stack>
    </Paper>
  );
}

function Attendance({ meeting: one }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const may = useMay();
  const clusters = new Map(one.clusters.map((cluster) => [cluster.id, cluster]));
  return (
    <Table className={stacked.table} aria-label={t("network.meetings.attendance")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("network.meetings.cluster")}</Table.Th>
          <Table.Th scope="col">{t("people.field.country")}</Table.Th>
          <Table.Th scope="col">{t("network.meetings.presence")}</Table.Th>
          <Table.Th scope="col">{t("network.meetings.people")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {one.attendance.map(({ cluster: id, presence, people }) => {
          const cluster = clusters.get(id);
          return (
            <Table.Tr key={id}>
              <Table.Td>
                {may("create_cluster") ? (
                  <Anchor component={Link} to={`/network/clusters/${id}`}>
                    {cluster?.name ?? t("people.unknown")}
                  </Anchor>
                ) : (
                  (cluster?.name ?? t("people.unknown"))
                )}
              </Table.Td>
              <Table.Td data-label={t("people.field.country")}>
                {cluster ? countryName(cluster.country, currentLanguage()) : "–"}
              </Table.Td>
              <Table.Td data-label={t("network.meetings.presence")}>
                {t(`network.presence.${presence}`)}
              </Table.Td>
              <Table.Td data-label={t("network.meetings.people")}>{people || "–"}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function Tasks({ meeting: one }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <Table className={stacked.table} aria-label={t("network.meetings.tasks")}>
      <Table.Thead>
        <Table.Tr>
          {["task", "who", "due", "done"].map((field) => (
            <Table.Th key={field} scope="col">
              {t(`network.meetings.${field}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {one.tasks.map((task) => (
          <Table.Tr key={task.text}>
            <Table.Td lang={one.language}>{task.text}</Table.Td>
            <Table.Td data-label={t("network.meetings.who")}>{task.who || "–"}</Table.Td>
            <Table.Td data-label={t("network.meetings.due")} className="num">
              {task.due ?? "–"}
            </Table.Td>
            <Table.Td data-label={t("network.meetings.done")}>
              {t(task.done ? "common.yes" : "common.no")}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Part({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {empty ? <Text c="dimmed">{t("network.meetings.nothing")}</Text> : children}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={500}>
        {children}
      </Text>
    </div>
  );
}

function Actions({ meeting: one, onEdit }: { meeting: Meeting; onEdit: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const publish = usePublish("publish");
  const withdraw = usePublish("withdraw");
  const remove = useDeleteMeeting();
  const restore = useRestoreMeeting();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: "/network/meetings" });
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name: one.title }),
          undo: t("people.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        });
      },
      onError: fail,
    });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t("network.print")}
      </Button>
      {one.actions.includes("delete_meeting") && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          loading={remove.isPending}
          onClick={putAway}
        >
          {t("people.delete")}
        </Button>
      )}
      {one.actions.includes("replace_meeting") && (
        <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t("people.edit")}
        </Button>
      )}
      {one.actions.includes("publish_meeting") && (
        <Button
          loading={publish.isPending}
          onClick={() =>
            publish.mutate(one, {
              onSuccess: () => notice("teal", t("network.meetings.was_published")),
              onError: fail,
            })
          }
        >
          {t("network.meetings.publish")}
        </Button>
      )}
      {one.actions.includes("withdraw_meeting") && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(one, {
              onSuccess: () => notice("teal", t("network.meetings.was_withdrawn")),
              onError: fail,
            })
          }
        >
          {t("network.meetings.withdraw")}
        </Button>
      )}
    </Group>
  );
}
