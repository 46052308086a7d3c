// SPDX-License-Identifier: Apache-2.0
// What differs between two models, field by field; parts are matched by their names, not by their places.

import type { Network } from "../api/types";
import { same } from "./pointer";

export type PartList =
  | "carriers"
  | "buses"
  | "loads"
  | "generators"
  | "links"
  | "stores"
  | "lines"
  | "limits"
  | "series";

const kLists: PartList[] = [
  "loads",
  "generators",
  "links",
  "stores",
  "lines",
  "limits",
  "carriers",
  "buses",
  "series",
];

export interface Difference {
  list: PartList | "model";
  /// The part's name; none for the model's own fields.
  name?: string;
  kind: "added" | "removed" | "changed";
  /// "p_nom/capital_cost/investment"; none when the whole part was added or removed.
  field?: string;
  before?: unknown;
  after?: unknown;
}

type Named = { name: string };

export function differences(before: Network, after: Network): Difference[] {
  const own = (model: Network) =>
    Object.fromEntries(Object.entries(model).filter(([key]) => !kLists.includes(key as PartList)));
  const found: Difference[] = fields(own(before), own(after)).map((field) => ({
    list: "model",
    kind: "changed",
    ...field,
  }));
  for (const list of kLists) found.push(...inList(list, before[list] ?? [], after[list] ?? []));
  return found;
}

function inList(list: PartList, before: Named[], after: Named[]): Difference[] {
  const old = new Map(before.map((part) => [part.name, part]));
  const found: Difference[] = [];
  for (const part of after) {
    const was = old.get(part.name);
    old.delete(part.name);
    if (!was) found.push({ list, name: part.name, kind: "added" });
    else
      for (const field of fields(was, part)) found.push({ list, name: part.name, kind: "changed", ...field });
  }
  for (const name of old.keys()) found.push({ list, name, kind: "removed" });
  return found;
}

function fields(
  before: unknown,
  after: unknown,
  path = "",
): { field: string; before: unknown; after: unknown }[] {
  if (same(before, after)) return [];
  if (!isPlain(before) || !isPlain(after)) return [{ field: path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => fields(before[key], after[key], path === "" ? key : `${path}/${key}`));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
