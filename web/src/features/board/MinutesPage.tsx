// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { usePageTitle } from "../../hooks/usePageTitle";
import { currentLanguage } from "../../i18n";
import { PlainText } from "../approvals/PlainText";
import classes from "../approvals/Sheet.module.css";
import { formatInstant } from "../energy/lib/format";
import { type Item, minutesQuery } from "./api";

/** A version of the minutes as it is printed on A4. */
export function MinutesPage() {
  const { t } = useTranslation();
  const { meetingId, minutesId } = useParams({ from: "/app/board/$meetingId/minutes/$minutesId" });
  const { data: one, error, refetch } = useQuery(minutesQuery(meetingId, minutesId));
  usePageTitle(one?.content.title ?? t("board.minutes.heading"));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Skeleton h={600} />;
  return (
    <>
      <VisuallyHidden component="h1">{t("board.minutes.heading")}</VisuallyHidden>
      <Group justify="center" mb="lg" className="no-print">
        <Button component={Link} to={`/board/${meetingId}`} variant="default">
          {t("common.back")}
        </Button>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t("approval.sheet.print")}
        </Button>
      </Group>
      <Sheet minutes={one} />
    </>
  );
}

function Sheet({ minutes: one }: { minutes: Schemas["BoardMinutes"] }) {
  const { t } = useTranslation();
  const meeting = one.content;
  const there = (presence: string) => presence === "present" || presence === "proxy";
  const facts = [
    [t("board.field.begins"), formatInstant(meeting.begins, currentLanguage())],
    [t("board.field.place"), meeting.place],
    [t("board.field.chair"), meeting.chair_name],
    [
      t("board.members.title"),
      `${t("board.members.quorum", { members: meeting.members.length, attending: meeting.attending, quorum: meeting.quorum })}: ${meeting.members
        .filter(({ presence }) => there(presence))
        .map(({ name, proxy_name }) =>
          proxy_name ? `${name} (${t("board.by_proxy", { name: proxy_name })})` : name,
        )
        .join(", ")}`,
    ],
  ];
  return (
    <article className={classes.sheet}>
      <h2>{t("board.minutes.title", { title: meeting.title, number: one.number })}</h2>
      <table className={classes.facts}>
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {meeting.agenda.map((item) => (
        <Decided key={item.id} item={item} />
      ))}
      {one.remarks && (
        <section>
          <h3>{t("board.minutes.remarks")}</h3>
          <PlainText text={one.remarks} />
        </section>
      )}
      {one.correction && (
        <section>
          <h3>{t("board.minutes.correction")}</h3>
          <PlainText text={one.correction} />
        </section>
      )}
      <p style={{ marginTop: 48, textAlign: "right" }}>
        {t("board.minutes.signature", { name: meeting.chair_name })}
      </p>
    </article>
  );
}

function Decided({ item }: { item: Item }) {
  const { t } = useTranslation();
  const counts = { yes: item.yes, no: item.no, abstain: item.abstain, attending: item.attending };
  return (
    <section>
      <h3>{t("board.minutes.item", { number: item.position, title: item.title })}</h3>
      {item.proposal && <PlainText text={item.proposal} />}
      <p>
        {item.state === "reported"
          ? t("board.minutes.reported")
          : t(`board.minutes.${item.state === "carried" ? "carried" : "rejected"}`, counts)}
        {item.resolution && ` ${t("board.minutes.resolution", item.resolution)}`}
      </p>
    </section>
  );
}
