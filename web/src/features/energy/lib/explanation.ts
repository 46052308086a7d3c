// SPDX-License-Identifier: Apache-2.0

import type { ConflictPart, Network } from "../api/types";
import { valueAt } from "./pointer";

/// A bound that a person would write: three digits, rounded away from the bound that does not do, so that it still helps.
export function relaxedRound(bound: number, relaxed: number): number {
  if (relaxed === 0) return 0;
  const up = relaxed >= bound;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(relaxed))) - 2);
  const steps = relaxed / unit;
  const whole = up ? Math.ceil(steps - 1e-6) : Math.floor(steps + 1e-6);
  // A hair beyond the optimum is kept: a value that is exactly it may fail by rounding.
  const result = Number((whole * unit).toPrecision(3));
  if (up ? result < relaxed : result > relaxed)
    return Number(((whole + (up ? 1 : -1)) * unit).toPrecision(3));
  return result;
}

/// Where in another version of the model the number of a part stands, found by its name; none when it is gone or stands elsewise.
export function samePlace(part: ConflictPart, model: Network, other: Network): string | undefined {
  const [, list, index, ...field] = part.pointer.split("/");
  const named = (network: Network) =>
    (network as unknown as Record<string, { name: string }[] | undefined>)[list ?? ""] ?? [];
  const name = named(model)[Number(index)]?.name;
  const at = named(other).findIndex((one) => one.name === name);
  if (name === undefined || at < 0) return undefined;
  const pointer = ["", list, at, ...(part.kind === "limit" ? ["value"] : field)].join("/");
  return typeof valueAt(other, pointer) === "number" ? pointer : undefined;
}
