// SPDX-License-Identifier: Apache-2.0
// What an audit entry's before and after differ in, as lines that a person reads.

export interface Change {
  field: string;
  before?: string;
  after?: string;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How a name with its language is said: "두레 (Korean, primary)". */
export type SayName = (name: string, language: string, primary: boolean) => string;

/** A value in one line: texts as they are, lists item by item, records as "name: value". Nothing for what is empty. */
export function valueText(value: unknown, sayName: SayName): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(item, sayName)).filter((item) => item !== undefined);
    return items.length > 0 ? items.join("; ") : undefined;
  }
  if (!isFields(value)) return String(value);
  const { language, name, primary, ...rest } = value;
  if (typeof language === "string" && typeof name === "string" && Object.keys(rest).length === 0)
    return sayName(name, language, primary === true);
  const members = Object.entries(value)
    .map(([key, member]) => [key, valueText(member, sayName)])
    .filter(([, text]) => text !== undefined);
  return members.length > 0 ? members.map(([key, text]) => `${key}: ${text}`).join(", ") : undefined;
}

/** The fields that differ; all that are not empty where there is only one side. */
export function changesOf(before: unknown, after: unknown, sayName: SayName): Change[] {
  const old = isFields(before) ? before : {};
  const now = isFields(after) ? after : {};
  const found: Change[] = [];
  for (const field of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const was = valueText(old[field], sayName);
    const is = valueText(now[field], sayName);
    if (was === is) continue;
    found.push({
      field,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    });
  }
  return found;
}
