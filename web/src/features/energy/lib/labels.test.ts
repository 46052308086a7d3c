// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Network } from "../api/types";
import { type SeriesLabel, seriesLabel } from "./labels";

const sun = (name: string, label: string, series: string) => ({
  name,
  bus: "electricity",
  carrier: "solar",
  p_max_pu: series,
  label_en: label,
});

const model = {
  carriers: [{ name: "solar", label_ko: "태양광", label_en: "Solar" }],
  buses: [
    { name: "electricity", carrier: "electricity", label_en: "Electricity" },
    { name: "heat", carrier: "heat", label_ko: "지역난방 열", label_en: "District heat" },
  ],
  loads: [
    { name: "homes", bus: "electricity", p_mw: "el", label_en: "Homes" },
    { name: "works", bus: "electricity", p_mw: "el", label_en: "Works" },
    { name: "flats", bus: "heat", p_mw: "heat", label_en: "District heat demand" },
    { name: "flat", bus: "heat", p_mw: 5, label_en: "Level demand" },
  ],
  generators: [
    sun("pv_roof", "Solar on roofs", "pv"),
    sun("pv_ground", "Solar on the ground", "pv"),
    { name: "grid", bus: "electricity", marginal_cost: "price", label_ko: "전력망 구매", label_en: "Import" },
    { name: "odd", bus: "electricity", p_max_pu: "both", p_min_pu: "both", label_en: "Must run" },
    {
      name: "plain",
      bus: "electricity",
      coproducts: [{ bus: "heat", ratio: "share" }],
      label_en: "Gas CHP",
    },
  ],
  links: [
    {
      name: "pump",
      bus0: "electricity",
      outputs: [
        { bus: "heat", efficiency: "cop" },
        { bus: "electricity", efficiency: "loss" },
      ],
      label_ko: "히트펌프",
      label_en: "Heat pump",
    },
  ],
  stores: [{ name: "lake", bus: "electricity", inflow_mw: "rain" }],
} as unknown as Network;

const more = (first: string, count: number) => `${first} +${count}`;
const said = (name: string, of = model) => seriesLabel(of, name, "en", more);

test.each<[string, string, SeriesLabel | undefined]>([
  ["the one part that uses it", "price", { label: "Import", quantity: "marginal_cost" }],
  ["the demand", "heat", { label: "District heat demand", quantity: "p_mw" }],
  ["all of a carrier", "pv", { label: "Solar", quantity: "p_max_pu" }],
  ["all loads of a bus", "el", { label: "Electricity", quantity: "p_mw" }],
  ["which output of several", "cop", { label: "Heat pump → District heat", quantity: "efficiency" }],
  ["the only by-product", "share", { label: "Gas CHP", quantity: "ratio" }],
  ["a part used in two ways has no one quantity", "both", { label: "Must run", quantity: "" }],
  ["a part without a label has its name", "rain", { label: "lake", quantity: "inflow_mw" }],
  ["the year of another weather", "pv@2012", { label: "Solar", quantity: "p_max_pu", year: "2012" }],
  ["what nothing uses has none", "spare", undefined],
  ["nor has its year", "spare@2012", undefined],
])("a series is called by what uses it: %s", (_, name, expected) => {
  expect(said(name)).toEqual(expected);
});

test("a carrier's name stands only where all of it uses the series: two profiles never share a name", () => {
  const third = sun("pv_wall", "Solar on walls", "pv_wall");
  const parted = { ...model, generators: [...(model.generators ?? []), third] } as Network;
  expect(said("pv", parted)).toEqual({ label: "Solar on roofs +1", quantity: "p_max_pu" });
  expect(said("pv_wall", parted)?.label).toBe("Solar on walls");
});

test("the label is that of the language, and a carrier's name is no series", () => {
  expect(seriesLabel(model, "pv", "ko", more)?.label).toBe("태양광");
  expect(seriesLabel(model, "solar", "ko", more)).toBeUndefined();
});
