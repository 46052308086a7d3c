// SPDX-License-Identifier: Apache-2.0
// What an audit entry's before and after differ in, as lines that a person reads.

export interface Change {
  field: string;
  before?: string;
  after?: string;
}

/** How a page says what a record keeps. */
export interface Say {
  /** A name with its language: "두레 (Korean, primary)". */
  name(name: string, language: string, primary: boolean): string;
  field(field: string): string;
  /** A code, an instant or an id as a person reads it; other texts as they are. */
  value(field: string, text: string): string;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the entry itself says already, or what is no content. */
const kBookkeeping = new Set(["id", "version", "created", "updated", "actions"]);

const contentOf = (fields: Fields) => Object.entries(fields).filter(([field]) => !kBookkeeping.has(field));

/** A value in one line: texts as they are, lists item by item, records as "name: value". Nothing for what is empty. */
export function valueText(field: string, value: unknown, say: Say): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(field, item, say)).filter((item) => item !== undefined);
    return items.length > 0 ? items.join("; ") : undefined;
  }
  if (!isFields(value)) return say.value(field, String(value));
  const { language, name, primary, ...rest } = value;
  if (typeof language === "string" && typeof name === "string" && Object.keys(rest).length === 0)
    return say.name(name, language, primary === true);
  const members = contentOf(value)
    .map(([key, member]) => [key, valueText(key, member, say)] as const)
    .filter(([, text]) => text !== undefined);
  return members.length > 0
    ? members.map(([key, text]) => `${say.field(key)}: ${text}`).join(", ")
    : undefined;
}

/** The fields that differ; all that are not empty where there is only one side. */
export function changesOf(before: unknown, after: unknown, say: Say): Change[] {
  const old = isFields(before) ? before : {};
  const now = isFields(after) ? after : {};
  const found: Change[] = [];
  for (const [field] of contentOf({ ...old, ...now })) {
    const was = valueText(field, old[field], say);
    const is = valueText(field, now[field], say);
    if (was === is) continue;
    found.push({
      field,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    });
  }
  return found;
}
