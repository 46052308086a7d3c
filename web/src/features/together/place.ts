// SPDX-License-Identifier: Apache-2.0

/** The page that a path of the server leads to, apart from what it is asked for there. */
export function placeOf(path: string) {
  const url = new URL(path, window.location.origin);
  return { to: url.pathname, search: Object.fromEntries(url.searchParams) as never };
}
