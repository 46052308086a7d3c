// SPDX-License-Identifier: Apache-2.0
import { Badge, SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { currentLanguage, formatDay } from "../../i18n";
import { lastDay } from "./period";

export function PeriodBadge({ state }: { state: Schemas["PeriodState"] }) {
  const { t } = useTranslation();
  const colour = { coming: "jjok", current: "teal", past: "gray" }[state];
  return <Badge color={colour}>{t(`accounts.period.${state}`)}</Badge>;
}

/** "since 1 Dec 2026", or the first and the last day. */
export function usePeriodText() {
  const { t } = useTranslation();
  return ({ valid_from, valid_until }: { valid_from: string; valid_until?: string }) => {
    const language = currentLanguage();
    const from = formatDay(valid_from, language);
    return valid_until
      ? t("accounts.held.range", { from, until: lastDay(valid_until, language) })
      : t("accounts.held.since", { from });
  };
}

export interface PeriodValues extends Record<string, unknown> {
  valid_from: string;
  valid_until: string;
}

export function PeriodFields<Values extends PeriodValues>(props: {
  form: UseFormReturnType<Values>;
  untilHint?: string;
}) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        type="date"
        label={t("accounts.give.from")}
        description={t("accounts.give.from_hint")}
        {...props.form.getInputProps("valid_from")}
      />
      <TextInput
        type="date"
        label={t("accounts.give.until")}
        description={props.untilHint}
        {...props.form.getInputProps("valid_until")}
      />
    </SimpleGrid>
  );
}
