// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Skeleton, VisuallyHidden } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { usePageTitle } from "../../hooks/usePageTitle";
import { type Approval, approvalQuery, type Round } from "./api";
import { PlainText } from "./PlainText";
import classes from "./Sheet.module.css";
import { Stamps } from "./Stamps";
import { day, useDocumentWords } from "./words";

/** The document with its approval boxes, as it is printed on A4. */
export function SheetPage() {
  const { t } = useTranslation();
  const { approvalId: id } = useParams({ from: "/app/approvals/$approvalId/sheet" });
  const { data: one, error, refetch } = useQuery(approvalQuery(id));
  usePageTitle(one?.title ?? t("approval.sheet.title"));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Skeleton h={600} />;
  const round = one.rounds.at(-1);
  return (
    <>
      <VisuallyHidden component="h1">{t("approval.sheet.title")}</VisuallyHidden>
      <Group justify="center" mb="lg" className="no-print">
        <Button component={Link} to={`/approvals/${id}`} variant="default">
          {t("approval.sheet.back")}
        </Button>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t("approval.sheet.print")}
        </Button>
      </Group>
      {round && <Sheet approval={one} round={round} />}
    </>
  );
}

function Sheet({ approval: one, round }: { approval: Approval; round: Round }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const final = one.state === "approved";
  return (
    <article className={classes.sheet}>
      <h2>{round.title}</h2>
      <div className={classes.boxes}>
        <Stamps round={round} drafter={one.drafter_name} />
      </div>
      <table className={classes.facts}>
        <tbody>
          <tr>
            <th scope="row">{t("approval.number")}</th>
            <td>{words.number(one) ?? t("approval.not_numbered")}</td>
            <th scope="row">{t("approval.field.desk")}</th>
            <td>{t(`approval.desk.${one.desk}`)}</td>
          </tr>
          <tr>
            <th scope="row">{t("approval.sheet.drafted")}</th>
            <td>{day(round.submitted)}</td>
            <th scope="row">{t("approval.sheet.approved")}</th>
            <td>{final ? day(round.ended) : "–"}</td>
          </tr>
          <tr>
            <th scope="row">{t("approval.field.amount_krw")}</th>
            <td>{words.won(round.amount_krw)}</td>
            <th scope="row">{t("approval.field.line")}</th>
            <td>{round.line_name}</td>
          </tr>
          <tr>
            <th scope="row">{t("approval.field.readers")}</th>
            <td colSpan={3}>{one.readers.map(({ name }) => name).join(", ") || t("approval.none")}</td>
          </tr>
          {round.files && round.files.length > 0 && (
            <tr>
              <th scope="row">{t("approval.field.files")}</th>
              <td colSpan={3}>
                {round.files.map(({ name, hash }) => (
                  <div key={hash + name}>
                    {name} <span className="num">(SHA-256 {hash.slice(0, 16)}…)</span>
                  </div>
                ))}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={classes.body}>
        <PlainText text={round.body} />
      </div>
      <div className={classes.foot}>
        {t(final ? "approval.sheet.page" : "approval.sheet.not_final")}
        {final && ` ${t("approval.field.hash")}: ${round.content_hash}`}
      </div>
    </article>
  );
}
