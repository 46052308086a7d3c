// SPDX-License-Identifier: Apache-2.0
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/client";

/** Told when the server could not be reached (true) or answered again (false). */
type Listener = (lost: boolean) => void;
let listener: Listener = () => {};
export function onConnection(next: Listener) {
  listener = next;
}

function seen(error: unknown) {
  if (!(error instanceof ApiError)) return;
  if (error.status === 0) listener(true);
  // A session that has ended shows at the next look at it; the frame then leads to the sign-in page and back.
  if (error.status === 401) queryClient.setQueryData(["session"], null);
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: seen, onSuccess: () => listener(false) }),
  mutationCache: new MutationCache({ onError: seen, onSuccess: () => listener(false) }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
  },
});
