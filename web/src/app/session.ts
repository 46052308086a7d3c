// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError, client, type Schemas, unwrap } from "../api/client";

export type Session = Schemas["Session"];

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: async () => (await unwrap(client.GET("/setup"))).data,
  staleTime: 10_000,
});

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      return (await unwrap(client.GET("/session"))).data;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  // A session ends quietly: it is looked at when a person returns to the page, and at every refusal.
  staleTime: 60_000,
  refetchOnWindowFocus: true,
});

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Whether this person may try an operation at all; the page hides the rest. */
export function useMay(): (operation: string) => boolean {
  const session = useSession();
  return (operation) => session?.actions.includes(operation) ?? false;
}
