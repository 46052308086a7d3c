// SPDX-License-Identifier: Apache-2.0

const kHere = "https://here.invalid";

/**
 * Only places inside this page: a link must not lead a person who signs in elsewhere. The address is judged as a browser
 * reads it, which drops tabs and line breaks and takes a backslash for a slash.
 */
export function place(value: unknown): string | undefined {
  if (typeof value !== "string" || !value.startsWith("/")) return undefined;
  let url: URL;
  try {
    url = new URL(value, kHere);
  } catch {
    return undefined;
  }
  if (url.origin !== kHere || url.pathname.startsWith("//")) return undefined;
  return url.pathname + url.search + url.hash;
}
