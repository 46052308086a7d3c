// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { client, unwrap } from "../api/client";

/** Ends the session here and on the server; what was read goes from memory. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await unwrap(client.DELETE("/session")).catch(() => undefined);
    await navigate({ to: "/sign-in" });
    queries.clear();
  };
}
