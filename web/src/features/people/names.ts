// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../api/client";
import type { Language } from "../../i18n";

export type Name = Schemas["LocalName"];

/** The name in the reader's own language, where it is another than the primary one. */
export function nameFor(names: Name[], language: Language): string | undefined {
  const own = names.find((one) => one.language.split("-")[0] === language);
  return own && !own.primary ? own.name : undefined;
}

/** The list with another primary name. */
export function withPrimary(names: Name[], index: number): Name[] {
  return names.map((one, at) => ({ ...one, primary: at === index }));
}

/** The list without one name; the first takes over when the primary one goes. */
export function withoutName(names: Name[], index: number): Name[] {
  const left = names.filter((_, at) => at !== index);
  return left.some((one) => one.primary) ? left : withPrimary(left, 0);
}
