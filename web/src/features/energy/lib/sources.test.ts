// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Network } from "../api/types";
import { unsourced } from "./sources";

test("counts what has no source and what says that it has none", () => {
  const model = {
    loads: [{ name: "a", source: "KEPCO 2018" }],
    generators: [
      { name: "b", source: "x; potential 300 MW: 근거 없는 가정 · assumption without source" },
      { name: "c" },
    ],
    limits: [{ name: "off", active: false }],
    series: [{ name: "s", source: "" }],
  } as unknown as Network;
  expect(unsourced(model)).toEqual({ without: 3, all: 4 });
});
