// SPDX-License-Identifier: Apache-2.0
// What codes are called in the reader's language, and how values stand with their units.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { formatNumber, type Language } from "../energy/lib/format";
import { type Figure, type Vocabulary, vocabularyQuery } from "./api";

interface Named {
  code: string;
  name_ko: string;
  name_en: string;
}

export function nameIn(one: { name_ko: string; name_en: string } | undefined, language: Language): string {
  return one ? (language === "ko" ? one.name_ko : one.name_en) : "";
}

/** The text of the reader's language, else the other. */
export function textIn(ko: string | undefined, en: string | undefined, language: Language): string {
  return (language === "ko" ? ko || en : en || ko) ?? "";
}

const kUnitWords: Record<string, string> = {
  persons: "명",
  households: "가구",
  count: "개",
  kNm3: "천㎥",
  m3: "㎥",
  ktoe: "천toe",
  Mtoe: "백만toe",
  bnKRW: "십억 원",
  tnKRW: "조 원",
  MKRW: "백만 원",
  KRW: "원",
  person: "명",
  household: "가구",
  yr: "년",
};
const kEnglishWords: Record<string, string> = {
  kNm3: "1,000 m³",
  m3: "m³",
  bnKRW: "bn KRW",
  tnKRW: "tn KRW",
  MKRW: "M KRW",
  yr: "years",
};

/** A unit as people write it: 천toe, MtCO₂e, 백만 원/kW. */
export function unitText(unit: string, language: Language): string {
  const words = language === "ko" ? kUnitWords : kEnglishWords;
  return unit
    .split("/")
    .map((part) => (words[part] ?? part).replace("CO2eq", "CO₂e").replace("CO2", "CO₂"))
    .join("/");
}

export function valueText(value: number, unit: string, language: Language): string {
  const number = formatNumber(value, language, 5);
  return unit === "%" ? `${number} %` : `${number} ${unitText(unit, language)}`;
}

const kPart = /^(\d{4})-([QH])(\d)$/;

/** 2018, 2018년 하반기, Feb–Oct 2019; what the source gives no year for says so. */
export function periodText(period: string, language: Language, undated: string): string {
  if (period === "undated") return undated;
  const part = kPart.exec(period);
  if (part)
    return language === "ko"
      ? `${part[1]}년 ${part[3]}${part[2] === "Q" ? "분기" : "반기"}`
      : `${part[2]}${part[3]} ${part[1]}`;
  return period.replace("/", "–");
}

export class Names {
  constructor(
    readonly vocabulary: Vocabulary,
    readonly language: Language,
    private readonly whole: string,
  ) {}

  private find(list: Named[], code: string): string {
    return nameIn(
      list.find((one) => one.code === code),
      this.language,
    );
  }
  region = (code: string) => this.find(this.vocabulary.regions, code) || code;
  indicator = (code: string) => this.find(this.vocabulary.indicators, code) || code;
  baseline = (code: string) => this.find(this.vocabulary.baselines, code) || code;
  term = (kind: "sector" | "item", code: string) =>
    code === ""
      ? this.whole
      : nameIn(
          this.vocabulary.terms.find((one) => one.kind === kind && one.code === code),
          this.language,
        ) || code;
  /** "산업 · 전력"; empty for the whole. */
  part = ({ sector, item }: { sector?: string; item?: string }) =>
    [sector && this.term("sector", sector), item && this.term("item", item)].filter(Boolean).join(" · ");
  figure = (one: Figure) =>
    [this.region(one.region), this.indicator(one.indicator), this.part(one)].filter(Boolean).join(" · ");
}

/** None while the vocabulary is on its way. */
export function useNames(): Names | undefined {
  const { t } = useTranslation();
  const { data } = useQuery(vocabularyQuery);
  return data && new Names(data, currentLanguage(), t("figures.whole"));
}

/** Regions with their districts behind them, indented. */
export function regionChoices({ vocabulary, language }: Names) {
  const depth = (code: string) => code.split(".").length - 1;
  const children = (parent: string | undefined): { value: string; label: string }[] =>
    vocabulary.regions
      .filter((one) => one.parent === parent)
      .flatMap((one) => [
        { value: one.code, label: `${"  ".repeat(depth(one.code))}${nameIn(one, language)}` },
        ...children(one.code),
      ]);
  return children(undefined);
}

/** Indicators by their topics. */
export function indicatorChoices({ vocabulary, language }: Names, topic: (code: string) => string) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const one of vocabulary.indicators) {
    const group = groups.get(one.topic) ?? [];
    group.push({ value: one.code, label: nameIn(one, language) });
    groups.set(one.topic, group);
  }
  return [...groups].map(([code, items]) => ({ group: topic(code), items }));
}
