// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../components/chart/surroundings";
import { formatNumber } from "../../energy/lib/format";
import { money, mwh, toe, tonnes } from "../numbers";
import type { ProgrammeResult } from "./api";

/** A year's result in a sentence, with where it is written. */
export function ResultFacts({ result: one, currency }: { result: ProgrammeResult; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const said: string[] = [];
  if (one.beneficiaries !== undefined)
    said.push(
      t("programme.result.beneficiaries", {
        number: formatNumber(one.beneficiaries, language),
        counted: one.counted || t("programme.result.some"),
      }),
    );
  if (one.jobs !== undefined)
    said.push(t("programme.result.jobs", { number: formatNumber(one.jobs, language) }));
  if (one.sales !== undefined)
    said.push(t("programme.result.sales", { money: money(one.sales, currency, language) }));
  if (one.sales_percent !== undefined)
    said.push(t("programme.result.sales_percent", { percent: formatNumber(one.sales_percent, language) }));
  const saved = [
    one.saved_mwh !== undefined && mwh(one.saved_mwh, language),
    one.saved_toe !== undefined && toe(one.saved_toe, language),
    one.saved_t !== undefined && tonnes(one.saved_t, language),
  ].filter(Boolean);
  if (saved.length > 0) said.push(t("programme.result.saved", { saved: saved.join(" · ") }));
  return (
    <div>
      <Text>{`${one.year} · ${said.join(" · ")}`}</Text>
      <Text size="sm" c="dimmed">
        {one.link ? (
          <Anchor underline="always" href={one.link} target="_blank" rel="noreferrer noopener" size="sm">
            {one.source}
          </Anchor>
        ) : (
          one.source
        )}
        {one.note && ` · ${one.note}`}
      </Text>
    </div>
  );
}
