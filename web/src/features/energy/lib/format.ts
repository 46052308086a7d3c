// SPDX-License-Identifier: Apache-2.0
// Numbers as people read them: at most four significant digits, the unit always beside, Korean myriads (만, 억, 조) and
// English thousands (k, M, bn, tn).

export type Language = "ko" | "en";
export type Unit = "MW" | "MWh" | "t" | "hours" | "share" | "money" | "money_per_mwh" | "money_per_t";

interface Scale {
  factor: number;
  unit: string;
}

const kSteps: Record<"MW" | "MWh" | "t", Record<Language, Scale[]>> = {
  MW: {
    ko: [
      { factor: 1, unit: "MW" },
      { factor: 1e3, unit: "GW" },
    ],
    en: [
      { factor: 1, unit: "MW" },
      { factor: 1e3, unit: "GW" },
    ],
  },
  MWh: {
    ko: [
      { factor: 1, unit: "MWh" },
      { factor: 1e3, unit: "GWh" },
      { factor: 1e6, unit: "TWh" },
    ],
    en: [
      { factor: 1, unit: "MWh" },
      { factor: 1e3, unit: "GWh" },
      { factor: 1e6, unit: "TWh" },
    ],
  },
  t: {
    ko: [
      { factor: 1, unit: "t" },
      { factor: 1e4, unit: "만 t" },
    ],
    en: [
      { factor: 1, unit: "t" },
      { factor: 1e3, unit: "kt" },
      { factor: 1e6, unit: "Mt" },
    ],
  },
};

const kMoneySteps: Record<Language, { factor: number; word: string }[]> = {
  ko: [
    { factor: 1, word: "" },
    { factor: 1e4, word: "만" },
    { factor: 1e8, word: "억" },
    { factor: 1e12, word: "조" },
  ],
  en: [
    { factor: 1, word: "" },
    { factor: 1e3, word: "k" },
    { factor: 1e6, word: "M" },
    { factor: 1e9, word: "bn" },
    { factor: 1e12, word: "tn" },
  ],
};

const kCurrencyWords: Record<string, string> = {
  KRW: "원",
  EUR: "유로",
  USD: "달러",
  JPY: "엔",
  GBP: "파운드",
};

/// The money that amounts are told in: their own, by its code, or another one with what a unit of theirs is worth in it.
export type Currency = string | { code: string; rate: number };

export const codeOf = (currency: Currency) => (typeof currency === "string" ? currency : currency.code);
export const rateOf = (currency: Currency) => (typeof currency === "string" ? 1 : currency.rate);

/// A currency's name in running text: 원 and 유로 in Korean, the ISO code in English.
export function currencyWord(currency: Currency, language: Language): string {
  const code = codeOf(currency);
  return language === "ko" ? (kCurrencyWords[code] ?? code) : code;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, decimals: number, fixed: boolean): Intl.NumberFormat {
  const key = `${language}:${decimals}:${fixed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language === "ko" ? "ko-KR" : "en-GB", {
      minimumFractionDigits: fixed ? decimals : 0,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  return format;
}

/// Decimals that leave `significant` digits; whole numbers stay whole however long they are.
export function decimalsFor(value: number, significant = 4): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(size)) return 0;
  return Math.min(8, Math.max(0, significant - 1 - Math.floor(Math.log10(size))));
}

/// "1,234", "12.35", "0.004567"; no value is an en dash, never "NaN". A minus is the true minus sign.
export function formatNumber(value: number | null | undefined, language: Language, significant = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const cleaned = Math.abs(value) < 1e-9 ? 0 : value;
  return numberFormat(language, decimalsFor(cleaned, significant), false).format(cleaned).replace("-", "−");
}

/// A difference with its sign: "+1.2", "−0.4", "±0".
export function formatSigned(value: number, text: (size: number) => string): string {
  const size = text(Math.abs(value));
  if (!/[1-9]/.test(size)) return "±0";
  return `${value > 0 ? "+" : "−"}${size}`;
}

export function formatPercent(share: number | null | undefined, language: Language, decimals = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return "–";
  return `${numberFormat(language, decimals, true)
    .format(share * 100)
    .replace("-", "−")}%`;
}

/// The step in which the largest of some values still reads well: 16,690,000 MWh in TWh, 4,363 MW in MW. A step is
/// taken once the value has five digits in the step below.
export function scaleFor(largest: number, unit: "MW" | "MWh" | "t", language: Language): Scale {
  const steps = kSteps[unit][language];
  let chosen = steps[0] as Scale;
  for (const step of steps.slice(1)) {
    if (Math.abs(largest) / chosen.factor >= 1e4) chosen = step;
  }
  return chosen;
}

/// The step of money: 원/만/억/조 or k/M/bn/tn, taken as soon as the value reaches it. An amount over the factor is one of the unit.
export function moneyScale(largest: number, currency: Currency, language: Language): Scale {
  const rate = rateOf(currency);
  let chosen = kMoneySteps[language][0] as { factor: number; word: string };
  for (const step of kMoneySteps[language].slice(1)) {
    if (Math.abs(largest) * rate >= step.factor) chosen = step;
  }
  const word = currencyWord(currency, language);
  const factor = chosen.factor / rate;
  if (language === "ko") return { factor, unit: `${chosen.word}${chosen.word ? " " : ""}${word}` };
  return { factor, unit: chosen.word ? `${word} ${chosen.word}` : word };
}

/// Less than a kilowatt-hour, a kilowatt or a kilogram is what a solver leaves over, not a figure: it reads 0.
export function formatQuantity(
  value: number | null | undefined,
  unit: "MW" | "MWh" | "t",
  language: Language,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const scale = scaleFor(value, unit, language);
  const number = formatNumber(Math.abs(value) < 1e-3 ? 0 : value / scale.factor, language);
  return scale.unit.startsWith("만") ? `${number}${scale.unit}` : `${number} ${scale.unit}`;
}

/// "EUR 1.075 bn" · "10.75억 유로" · "1조 2,346억 원".
export function formatMoney(value: number | null | undefined, money: Currency, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const minus = value < -1e-9 ? "−" : "";
  const size = Math.abs(value) * rateOf(money);
  const currency = codeOf(money);
  if (language === "en") {
    const scale = moneyScale(size, currency, language);
    const word = scale.unit.slice(currency.length).trim();
    return `${minus}${currency} ${formatNumber(size / scale.factor, language)}${word ? ` ${word}` : ""}`;
  }
  const word = currencyWord(currency, language);
  if (size >= 1e12) {
    const hundredMillions = Math.round(size / 1e8);
    const trillions = Math.floor(hundredMillions / 1e4);
    const rest = hundredMillions % 1e4;
    const head = `${formatNumber(trillions, language, 8)}조`;
    return `${minus}${rest === 0 ? head : `${head} ${formatNumber(rest, language)}억`} ${word}`;
  }
  const scale = moneyScale(size, currency, language);
  const step = scale.unit.endsWith(` ${word}`) ? scale.unit.slice(0, -word.length - 1) : "";
  return `${minus}${formatNumber(size / scale.factor, language)}${step} ${word}`;
}

/// Money per unit of something: "EUR 95.3/MWh", "95.3유로/MWh"; thousands are not scaled, prices are read in full.
export function formatRate(
  value: number | null | undefined,
  currency: Currency,
  per: string,
  language: Language,
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const number = formatNumber(value * rateOf(currency), language);
  return language === "ko"
    ? `${number} ${currencyWord(currency, language)}/${per}`
    : `${codeOf(currency)} ${number}/${per}`;
}

/// Seconds as "2분 5초" or "2 min 5 s".
export function formatDuration(seconds: number, language: Language): string {
  const words =
    language === "ko" ? { h: "시간", m: "분", s: "초", gap: "" } : { h: "h", m: "min", s: "s", gap: " " };
  if (seconds < 10 && seconds !== Math.floor(seconds)) {
    return `${numberFormat(language, seconds < 1 ? 2 : 1, false).format(seconds)}${words.gap}${words.s}`;
  }
  const whole = Math.round(seconds);
  const parts: string[] = [];
  if (whole >= 3600) parts.push(`${Math.floor(whole / 3600)}${words.gap}${words.h}`);
  if (whole >= 60) parts.push(`${Math.floor((whole % 3600) / 60)}${words.gap}${words.m}`);
  if (whole < 3600) parts.push(`${whole % 60}${words.gap}${words.s}`);
  return parts.join(" ");
}

/// A tiny number as people of numbers read it: "3.2 × 10⁻⁹".
export function formatTiny(value: number, language: Language): string {
  if (value === 0) return "0";
  if (Math.abs(value) >= 1e-3) return formatNumber(value, language, 3);
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  const mantissa = numberFormat(language, 1, true).format(value / 10 ** exponent);
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const raised = [...String(Math.abs(exponent))].map((digit) => digits[Number(digit)]).join("");
  return `${mantissa} × 10⁻${raised}`;
}

export function formatInstant(instant: string | undefined, language: Language): string {
  if (!instant) return "–";
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    month: language === "ko" ? "numeric" : "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  };
  return new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", options).format(new Date(instant));
}
