// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { kClassColours, stackRank, technologyClass, technologyColours } from "./colours";

type Rgb = [number, number, number];

function linear(colour: string): Rgb {
  return [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

// Machado, Oliveira and Fernandes (2009), full deuteranomaly and protanomaly, on linear RGB.
const kVision: Record<string, number[]> = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  "no green": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  "no red": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
};

function lab(colour: string, vision: number[]): Rgb {
  const [r, g, b] = linear(colour);
  const seen = [0, 3, 6].map((row) =>
    Math.max(0, (vision[row] ?? 0) * r + (vision[row + 1] ?? 0) * g + (vision[row + 2] ?? 0) * b),
  );
  const [red = 0, green = 0, blue = 0] = seen;
  const xyz = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  const [x = 0, y = 0, z = 0] = xyz;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, vision: number[]): number {
  const [first, second] = [lab(a, vision), lab(b, vision)];
  return Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

describe("technology colours", () => {
  it.each(Object.entries(kVision))("stay apart for eyes that see %s", (_, vision) => {
    const entries = Object.entries(kClassColours).filter(([name]) => name !== "other" && name !== "line");
    const close: string[] = [];
    entries.forEach(([name, colour], index) => {
      for (const [other, second] of entries.slice(index + 1)) {
        const apart = distance(colour, second, vision);
        if (apart < 10) close.push(`${name} and ${other}: ${apart.toFixed(1)}`);
      }
    });
    expect(close).toEqual([]);
  });

  it("come from the words of name and carrier", () => {
    expect(technologyClass({ kind: "generator", name: "Daegu PV roof" })).toBe("solar");
    expect(technologyClass({ kind: "generator", name: "chp_gas", carrier: "gas" })).toBe("chp");
    expect(technologyClass({ kind: "generator", name: "plant 7", carrier: "onwind" })).toBe("wind");
    expect(technologyClass({ kind: "store", name: "heat_storage" })).toBe("heat_store");
    expect(technologyClass({ kind: "link", name: "heat_pump" })).toBe("heat_pump");
    expect(technologyClass({ kind: "shedding", name: "electricity" })).toBe("shedding");
    expect(technologyClass({ kind: "generator", name: "x" })).toBe("other");
  });

  it("shade the second of a class and keep a name's colour", () => {
    const colours = technologyColours([
      { kind: "generator", name: "pv_roof" },
      { kind: "generator", name: "pv_field" },
      { kind: "generator", name: "pv_roof" },
    ]);
    expect(colours.get("pv_roof")).toBe(kClassColours.solar);
    expect(colours.get("pv_field")).not.toBe(kClassColours.solar);
    expect(colours.size).toBe(2);
  });

  it("stack weather above steady plants and shedding on top", () => {
    const order = ["solar", "shedding", "gas"].map((name) => stackRank({ kind: "generator", name }));
    expect(order[2]).toBeLessThan(order[0] ?? 0);
    expect(order[0]).toBeLessThan(order[1] ?? 0);
  });
});
