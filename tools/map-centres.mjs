// SPDX-License-Identifier: Apache-2.0
// Writes web/src/components/map/places.ts: where a country's mark stands on the map and its number there.
//   /usr/bin/env node tools/map-centres.mjs CODES.txt > web/src/components/map/places.ts
// CODES.txt: lines "410 KR" (ISO 3166-1 numeric and alpha-2, as ICU's Region knows them). Outlines: Natural Earth, public domain.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(new URL("../web/package.json", import.meta.url));
const { feature } = load("topojson-client");
const world = load("world-atlas/countries-50m.json");

const codes = new Map(
  readFileSync(process.argv[2], "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([number, code]) => [number.padStart(3, "0"), code]),
);

/** Centre of gravity and area of a ring, in degrees. */
function weigh(ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; ++i) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return { area: Math.abs(area / 2), x: x / (3 * area), y: y / (3 * area) };
}

const places = [];
for (const { id, geometry } of feature(world, world.objects.countries).features) {
  const code = codes.get(id);
  if (!code || !geometry || places.some((one) => one.code === code)) continue;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.map(([outer]) => weigh(outer)).sort((a, b) => b.area - a.area)[0];
  places.push({ code, id, at: [largest.x, largest.y].map((value) => Math.round(value * 10) / 10) });
}
places.sort((a, b) => (a.code < b.code ? -1 : 1));
console.log(`// SPDX-License-Identifier: Apache-2.0
// Made by tools/map-centres.mjs of Natural Earth's outlines (public domain, 1:50m): change that, not this.

/** By ISO 3166-1 alpha-2: the country's number on the map, longitude and latitude of its largest part. */
export const kPlaces: Record<string, [id: string, longitude: number, latitude: number]> = {
${places.map(({ code, id, at }) => `  ${code}: ["${id}", ${at[0]}, ${at[1]}],`).join("\n")}
};`);
