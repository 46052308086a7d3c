// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import type { Desk, State, Summary } from "./api";

const kColours: Record<State, string> = {
  draft: "gray",
  submitted: "blue",
  approved: "teal",
  rejected: "red",
  recalled: "orange",
  withdrawn: "gray",
};

export function StateBadge({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kColours[state]}>
      {t(`approval.state.${state}`)}
    </Badge>
  );
}

/** The number and the amount of a document, as people read them. */
export function useDocumentWords() {
  const { t } = useTranslation();
  return {
    number: ({ desk, number }: { desk: Desk; number?: Summary["number"] }) =>
      number &&
      t("approval.number_of", {
        desk: t(`approval.desk.${desk}`),
        year: number.year,
        serial: String(number.serial).padStart(4, "0"),
      }),
    won: (amount: number | undefined) =>
      amount === undefined
        ? t("approval.none")
        : t("approval.won", { amount: new Intl.NumberFormat(currentLanguage()).format(amount) }),
    kind: (kind: string) => t(`approval.kind.${kind}`, kind),
  };
}

/** A day as it stands in an approval box: 2026. 11. 26. */
export function day(instant: string | undefined): string {
  if (!instant) return "";
  return new Intl.DateTimeFormat(currentLanguage() === "ko" ? "ko-KR" : "en-GB", {
    year: "numeric",
    month: currentLanguage() === "ko" ? "numeric" : "short",
    day: "numeric",
    timeZone: "Asia/Seoul",
  }).format(new Date(instant));
}
