// SPDX-License-Identifier: Apache-2.0
// One colour a technology, the same on every chart and on both backgrounds. The set is told apart also by people who do
// not see red or green (a test measures it); legends, tooltips and tables name everything besides.

export type TechnologyClass =
  | "solar"
  | "wind"
  | "hydro"
  | "biomass"
  | "nuclear"
  | "gas"
  | "chp"
  | "coal"
  | "oil"
  | "import"
  | "battery"
  | "hydrogen"
  | "heat_pump"
  | "boiler"
  | "heat_store"
  | "line"
  | "shedding"
  | "other";

export const kClassColours: Record<TechnologyClass, string> = {
  solar: "#f5b800",
  wind: "#4ca1db",
  hydro: "#133d89",
  biomass: "#7f9a2a",
  nuclear: "#7d47ab",
  gas: "#c0ac93",
  chp: "#de681f",
  coal: "#4a4f56",
  oil: "#69381f",
  import: "#7d879c",
  battery: "#1aa691",
  hydrogen: "#bba5fd",
  heat_pump: "#c42f75",
  boiler: "#91343e",
  heat_store: "#f2a7b5",
  line: "#5b6b8c",
  shedding: "#d90015",
  other: "#6f7785",
};

/// What a technology is, from the words of its carrier and its name. First match wins, so "gas CHP" is CHP.
const kWords: [TechnologyClass, RegExp][] = [
  ["shedding", /shed|lost.?load/],
  ["heat_store", /(heat|thermal|water|hot).*(stor|tank)|(stor|tank).*(heat|thermal)|\btes\b/],
  ["heat_pump", /heat.?pump|\bhp\b/],
  ["boiler", /boiler|resistive/],
  ["chp", /chp|cogen|combined.?heat/],
  ["battery", /batter|\bess\b|li.?ion|bess/],
  ["hydrogen", /hydrogen|\bh2\b|electroly|fuel.?cell/],
  ["solar", /solar|\bpv\b|photovolt|rooftop/],
  ["wind", /wind/],
  ["hydro", /hydro|\bphs\b|\bror\b|pumped/],
  ["biomass", /bio|waste/],
  ["nuclear", /nuclear|uranium/],
  ["gas", /gas|lng|ccgt|ocgt/],
  ["coal", /coal|lignite/],
  ["oil", /\boil\b|diesel/],
  ["import", /import|grid|outside/],
  ["line", /\bline\b|\bac\b|\bdc\b|hvdc/],
];

export interface Technology {
  kind: string;
  name: string;
  carrier?: string | undefined;
}

export function technologyClass({ kind, name, carrier }: Technology): TechnologyClass {
  if (kind === "shedding") return "shedding";
  for (const text of [name, carrier ?? ""]) {
    const words = text.toLowerCase().replaceAll("_", " ").replaceAll("-", " ");
    const found = kWords.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return kind === "line" ? "line" : "other";
}

/// Shades for a second and third technology of one class: the class's colour, lighter, darker, and so on.
const kShades = [0, 0.32, -0.28, 0.52, -0.45];

export function shade(colour: string, amount: number): string {
  const target = amount > 0 ? 255 : 0;
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16);
    return Math.round(value + (target - value) * Math.abs(amount))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/// Name → colour for all technologies of a model, independent of which of them a chart shows.
export function technologyColours(technologies: Technology[]): Map<string, string> {
  const used = new Map<TechnologyClass, number>();
  const colours = new Map<string, string>();
  for (const technology of technologies) {
    if (colours.has(technology.name)) continue;
    const kind = technologyClass(technology);
    const count = used.get(kind) ?? 0;
    used.set(kind, count + 1);
    colours.set(technology.name, shade(kClassColours[kind], kShades[count % kShades.length] ?? 0));
  }
  return colours;
}

/// The order in which technologies are stacked: steady ones below, weather above them, then stores, imports, shedding.
const kStackOrder: TechnologyClass[] = [
  "nuclear",
  "coal",
  "oil",
  "biomass",
  "chp",
  "gas",
  "boiler",
  "hydro",
  "wind",
  "solar",
  "heat_pump",
  "other",
  "line",
  "battery",
  "heat_store",
  "hydrogen",
  "import",
  "shedding",
];

export function stackRank(technology: Technology): number {
  return kStackOrder.indexOf(technologyClass(technology));
}
