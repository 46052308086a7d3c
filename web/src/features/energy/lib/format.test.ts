// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  formatSigned,
  formatTiny,
  moneyScale,
  scaleFor,
} from "./format";

describe("numbers", () => {
  it("keep four significant digits and never cut whole ones", () => {
    expect(formatNumber(1234567, "en")).toBe("1,234,567");
    expect(formatNumber(4363.034, "en")).toBe("4,363");
    expect(formatNumber(12.3456, "en")).toBe("12.35");
    expect(formatNumber(0.00045678, "en")).toBe("0.0004568");
  });
  it("show a dash for what is not known and a true minus", () => {
    expect(formatNumber(undefined, "ko")).toBe("–");
    expect(formatNumber(Number.NaN, "ko")).toBe("–");
    expect(formatNumber(-3.5, "en")).toBe("−3.5");
    expect(formatNumber(-1e-12, "en")).toBe("0");
  });
});

describe("money", () => {
  it.each([
    [1075095754.61, "EUR", "en", "EUR 1.075 bn"],
    [1075095754.61, "EUR", "ko", "10.75억 유로"],
    [1234567000000, "KRW", "ko", "1조 2,346억 원"],
    [2000000000000, "KRW", "ko", "2조 원"],
    [1234567000000, "KRW", "en", "KRW 1.235 tn"],
    [345600000000, "KRW", "ko", "3,456억 원"],
    [52000, "EUR", "ko", "5.2만 유로"],
    [52000, "EUR", "en", "EUR 52 k"],
    [950, "KRW", "ko", "950 원"],
    [-1500000, "EUR", "en", "−EUR 1.5 M"],
    [0, "KRW", "ko", "0 원"],
    [7, "CHF", "ko", "7 CHF"],
  ] as const)("%d %s in %s reads %s", (value, currency, language, text) => {
    expect(formatMoney(value, currency, language)).toBe(text);
  });
  it("names the step of an axis", () => {
    expect(moneyScale(3e9, "EUR", "en")).toEqual({ factor: 1e9, unit: "EUR bn" });
    expect(moneyScale(3e9, "KRW", "ko")).toEqual({ factor: 1e8, unit: "억 원" });
    expect(moneyScale(30, "KRW", "ko")).toEqual({ factor: 1, unit: "원" });
  });
  it("per unit is read in full", () => {
    expect(formatRate(95.3, "EUR", "MWh", "en")).toBe("EUR 95.3/MWh");
    expect(formatRate(131000, "KRW", "MWh", "ko")).toBe("131,000 원/MWh");
  });
});

describe("quantities", () => {
  it("move to the next unit at five digits", () => {
    expect(formatQuantity(4363, "MW", "en")).toBe("4,363 MW");
    expect(formatQuantity(16690000, "MWh", "en")).toBe("16.69 TWh");
    expect(formatQuantity(2.7e-5, "MWh", "en")).toBe("0 MWh");
    expect(formatQuantity(0.02, "MWh", "en")).toBe("0.02 MWh");
    expect(formatQuantity(12345, "t", "ko")).toBe("1.235만 t");
    expect(formatQuantity(12345, "t", "en")).toBe("12.35 kt");
  });
  it("share one scale on an axis", () => {
    expect(scaleFor(9999, "MWh", "en").unit).toBe("MWh");
    expect(scaleFor(2e7, "MWh", "en")).toEqual({ factor: 1e6, unit: "TWh" });
  });
});

describe("shares, differences, spans", () => {
  it("read with their sign and unit", () => {
    expect(formatPercent(0.1234, "ko")).toBe("12.3%");
    expect(formatSigned(-2, (size) => formatNumber(size, "en"))).toBe("−2");
    expect(formatSigned(0, (size) => formatNumber(size, "en"))).toBe("±0");
    expect(formatDuration(125, "ko")).toBe("2분 5초");
    expect(formatDuration(125, "en")).toBe("2 min 5 s");
    expect(formatDuration(3720, "en")).toBe("1 h 2 min");
    expect(formatDuration(0.42, "en")).toBe("0.42 s");
    expect(formatTiny(3.2e-9, "en")).toBe("3.2 × 10⁻⁹");
  });
});

describe("money by a rate of exchange", () => {
  const won = { code: "KRW", rate: 1700 };
  it("is told in the other money, and axes divide by the same", () => {
    expect(formatMoney(1_040_000_000, won, "ko")).toBe("1조 7,680억 원");
    expect(formatMoney(1_040_000_000, won, "en")).toBe("KRW 1.768 tn");
    expect(formatRate(62.5, won, "MWh", "en")).toBe("KRW 106,250/MWh");
    const scale = moneyScale(1_040_000_000, won, "en");
    expect(scale.unit).toBe("KRW tn");
    expect(1_040_000_000 / scale.factor).toBeCloseTo(1.768, 12);
  });
});
