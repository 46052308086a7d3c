// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../api/client";

type Limits = Schemas["AttachmentList"]["limits"];

export const extensionOf = (name: string) =>
  name.includes(".") ? (name.split(".").at(-1) ?? "").toLowerCase() : "";

/** What the server would refuse at once, as an error's code with its params; null when it may be sent. */
export function refusalOf(file: { name: string; size: number }, limits: Limits) {
  const extension = extensionOf(file.name);
  if (extension === "") return { code: "files.name_no_extension", params: {} };
  if (!limits.extensions.includes(extension))
    return { code: "files.type_not_allowed", params: { extension, allowed: limits.extensions.join(", ") } };
  if (file.size === 0) return { code: "files.empty", params: {} };
  if (file.size > limits.file)
    return { code: "files.too_large", params: { maximum_mb: String(Math.floor(limits.file / 1_000_000)) } };
  return null;
}

/** "1.2 MB", in the language's own figures. */
export function sizeText(bytes: number, language: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: step === 0 || bytes / 1000 ** step >= 100 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

export type Order = "name" | "-created" | "-size";
export const kOrders: Order[] = ["name", "-created", "-size"];

export function sorted<T extends { name: string; created: string; size: number }>(
  items: readonly T[],
  order: Order,
  language: string,
): T[] {
  const byName = new Intl.Collator(language, { numeric: true });
  return [...items].sort((a, b) => {
    if (order === "-created") return b.created.localeCompare(a.created);
    if (order === "-size") return b.size - a.size;
    return byName.compare(a.name, b.name);
  });
}
