// SPDX-License-Identifier: Apache-2.0

const kBrowsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Whale/", "Whale"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const kSystems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** "Firefox · Windows" of what a browser calls itself; another program's own first word; empty for none. */
export function deviceOf(agent: string): string {
  const find = (names: readonly (readonly [string, string])[]) =>
    names.find(([mark]) => agent.includes(mark))?.[1];
  const browser = find(kBrowsers);
  if (!browser) return agent.split(/[\s/]/)[0] ?? "";
  return [browser, find(kSystems)].filter(Boolean).join(" · ");
}
