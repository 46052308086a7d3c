// SPDX-License-Identifier: Apache-2.0
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setLanguage, startI18n } from "../../../i18n";
import { measuringPen, savedFile, wordsOf } from "../../../test/files";
import { renderPart } from "../../../test/render";
import type { Growth, GrowthFact } from "./api";
import { OverTime } from "./GrowthPage";

beforeAll(async () => {
  await startI18n("en");
  await setLanguage("en");
});
beforeEach(measuringPen);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const facts = [
  { time: "2018-11", basis: "membership", clusters: 8, source: { title: "A newspaper, 2018" } },
] as unknown as GrowthFact[];
const growth = (fictitious_clusters: number) =>
  ({
    points: [{ day: "2020", clusters: 1, countries: 1, fictitious_clusters }],
    countries: [],
  }) as unknown as Growth;

test("the growth of the network takes its sources along, and says that members are made up", async () => {
  const { container } = renderPart(<OverTime growth={growth(3)} facts={facts} />);
  const line = container.querySelector("[data-source-line]")?.textContent ?? "";
  expect(line).toMatch(
    /^Source: A newspaper, 2018, Members in Dure · Dure, .* · contains fictitious figures of the example$/,
  );
  expect((await savedFile(/CSV/)).trimEnd().split("\r\n").at(-1)).toBe(`"${line}"`);
  expect(wordsOf(await savedFile(/SVG/))).toContain(line);
});

test("a register without made-up members is not called so", () => {
  const { container } = renderPart(<OverTime growth={growth(0)} facts={facts} />);
  expect(container.querySelector("[data-source-line]")).not.toHaveTextContent("fictitious");
});
