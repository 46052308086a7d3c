// SPDX-License-Identifier: Apache-2.0
// What the desk's requests share.

import { useQueryClient } from "@tanstack/react-query";

/** The ETag of a record is its version, which lists carry too. */
export const tag = (version: number) => `"${version}"`;

/** Everything of the desk is read anew: clusters, members, meetings and figures refer to each other. */
export function useRefreshNetwork() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["network"] });
}

/** After a record was deleted: its own page is left at once, and asking for it again would only be told that it is gone. */
export function useRefreshWithout() {
  const queries = useQueryClient();
  return (id: string) =>
    queries.invalidateQueries({ queryKey: ["network"], predicate: ({ queryKey }) => !queryKey.includes(id) });
}

/** Members of a query without those that say nothing. */
export function given<T extends Record<string, unknown>>(query: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== "" && value !== false),
  ) as Partial<T>;
}
