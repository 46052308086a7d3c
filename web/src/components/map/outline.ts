// SPDX-License-Identifier: Apache-2.0
// The world's countries for ECharts, loaded when a map is first drawn. Outlines: Natural Earth, public domain.
import type { GeometryCollection, Topology } from "topojson-specification";
import { kPlaces } from "./places";

export const kWorld = "world";

const kAntarctica = "010";

let loading: Promise<void> | undefined;

type Ring = number[][];

/** A ring that crosses the 180th meridian goes on beyond it: jumping back would draw a band around the world. */
function unwrapped(ring: Ring): Ring {
  let turn = 0;
  return ring.map(([longitude = 0, latitude = 0], index) => {
    const before = ring[index - 1]?.[0];
    if (before !== undefined && before - longitude > 180) turn += 360;
    if (before !== undefined && longitude - before > 180) turn -= 360;
    return [longitude + turn, latitude];
  });
}

function whole(geometry: { type: string; coordinates?: unknown }) {
  if (geometry.type === "Polygon")
    return { ...geometry, coordinates: (geometry.coordinates as Ring[]).map(unwrapped) };
  if (geometry.type === "MultiPolygon")
    return {
      ...geometry,
      coordinates: (geometry.coordinates as Ring[][]).map((part) => part.map(unwrapped)),
    };
  return geometry;
}

async function register() {
  const [{ registerMap }, { feature }, { default: file }] = await Promise.all([
    import("../chart/engine"),
    import("topojson-client"),
    import("world-atlas/countries-110m.json"),
  ]);
  const world = file as unknown as Topology<{ countries: GeometryCollection }>;
  const codes = new Map(Object.entries(kPlaces).map(([code, [id]]) => [id, code]));
  const { features } = feature(world, world.objects.countries);
  const countries = {
    type: "FeatureCollection",
    features: features
      .filter(({ id }) => id !== kAntarctica)
      .map((one) => ({
        ...one,
        geometry: whole(one.geometry),
        properties: { name: codes.get(String(one.id)) ?? "" },
      })),
  };
  registerMap(kWorld, countries as unknown as Parameters<typeof registerMap>[1]);
}

/** Once for the page; a failure is tried again. */
export function loadWorld(): Promise<void> {
  loading ??= register().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
