// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { chartTheme } from "../chart/theme";
import { mapOption } from "./mapOption";
import { kPlaces } from "./places";

const input = {
  nameOf: (country: string) => (country === "KR" ? "<Korea>" : country),
  text: (value: number) => `${value} clusters`,
  selected: undefined,
  theme: chartTheme(false, "en"),
  narrow: false,
  clickable: true,
};

interface Drawn {
  geo: { regions: { name: string }[] };
  series: { data: { name: string; value: number[]; symbolSize: number }[] }[];
  tooltip: { formatter: (point: unknown) => string };
}

test("a country has a tint and a mark where it has a number, and the largest number the largest mark", () => {
  const option = mapOption({
    ...input,
    values: [
      { country: "KR", value: 9 },
      { country: "SG", value: 1 },
      { country: "FR", value: 0 },
    ],
  }) as unknown as Drawn;
  expect(option.geo.regions.map(({ name }) => name)).toEqual(["KR", "SG"]);
  const [korea, singapore] = option.series[0]?.data ?? [];
  expect(korea?.value).toEqual([127.9, 36.5, 9]);
  expect(singapore?.symbolSize).toBeLessThan(korea?.symbolSize ?? 0);
});

test("the tooltip says the number in words and never runs what a name holds", () => {
  const option = mapOption({
    ...input,
    values: [{ country: "KR", value: 9, note: "a<b" }],
  }) as unknown as Drawn;
  const html = option.tooltip.formatter({ name: "KR" });
  expect(html).toContain("&lt;Korea&gt;");
  expect(html).toContain("9 clusters");
  expect(html).toContain("a&lt;b");
});

test("every country that members are from has a place on the map", () => {
  for (const country of [
    "KR",
    "SG",
    "MY",
    "US",
    "FR",
    "NO",
    "CO",
    "DK",
    "TR",
    "IL",
    "RU",
    "CN",
    "ES",
    "UZ",
    "PH",
    "TW",
  ])
    expect(kPlaces[country], country).toBeDefined();
});
