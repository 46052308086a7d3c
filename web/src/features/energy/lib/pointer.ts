// SPDX-License-Identifier: Apache-2.0
// JSON pointers (RFC 6901) into plain values, without changing them in place.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

export function parts(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map(unescaped);
}

export const unescaped = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

export function join(...steps: (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const part of parts(pointer)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/// The value with one place replaced; `undefined` removes a member. Members on the way that do not exist are made.
export function withValue<T>(root: T, pointer: string, value: unknown): T {
  return replaced(root, parts(pointer), value) as T;
}

function replaced(node: unknown, path: string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(node)) {
    const index = head === "-" ? node.length : Number(head);
    const copy = [...node];
    copy[index] = replaced(node[index], rest, value);
    return copy;
  }
  const copy = { ...((node ?? {}) as Record<string, unknown>) };
  const inner = replaced(copy[head], rest, value);
  if (inner === undefined) delete copy[head];
  else copy[head] = inner;
  return copy;
}

export function without<T>(root: T, listPointer: string, index: number): T {
  const list = valueAt(root, listPointer);
  return Array.isArray(list)
    ? withValue(
        root,
        listPointer,
        list.filter((_, at) => at !== index),
      )
    : root;
}

/// Equal as JSON: the order of members and members that are undefined do not count.
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}
