// SPDX-License-Identifier: Apache-2.0
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { setLanguage, startI18n } from "../../i18n";
import { measuringPen, savedFile, wordsOf } from "../../test/files";
import { renderPart } from "../../test/render";
import { DecompositionResult } from "./DecompositionResult";

beforeAll(async () => {
  await startI18n("en");
  await setLanguage("en");
});
beforeEach(measuringPen);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const result = {
  unit: "",
  from: "2018",
  to: "2020",
  start: 5,
  end: 7,
  effects: [{ factor: "activity", additive: 2, by_sector: [] }],
  sectors: [],
  figures: [
    { id: "1", source: "a", source_publisher: "KOSIS", source_published: "2024-03-01", method: "read" },
    { id: "2", method: "assumption" },
  ],
};
const names = { language: "en", term: (_: string, code: string) => code };

test("a decomposition takes along where its figures were read, with their day, and what was assumed", async () => {
  const { container } = renderPart(
    <DecompositionResult result={result as never} names={names as never} ownTable={false} />,
  );
  const line = container.querySelector("[data-source-line]")?.textContent ?? "";
  expect(line).toMatch(/^Source: KOSIS 2024-03-01, Assumption · Dure, \d+ \w+ 20\d\d · /);
  expect((await savedFile(/CSV/)).trimEnd().split("\r\n").at(-1)).toBe(`"${line}"`);
  expect(wordsOf(await savedFile(/SVG/))).toContain(line);
});

test("of a table that was sent, the file says so", async () => {
  renderPart(<DecompositionResult result={result as never} names={names as never} ownTable />);
  expect((await savedFile(/CSV/)).trimEnd().split("\r\n").at(-1)).toBe("Source: the table that was sent");
});
