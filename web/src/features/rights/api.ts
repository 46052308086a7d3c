// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Right = Schemas["Right"];

/** The table by which the server judges requests; it changes with the program only. */
export const rightsQuery = queryOptions({
  queryKey: ["rights"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/rights", { signal }))).data,
  staleTime: 600_000,
});

/** Parts of the program in their order here; what is none of them comes last. */
export const kParts = [
  "energy",
  "organisations",
  "comments",
  "tasks",
  "notifications",
  "calendar",
  "jobs",
  "accounts",
  "audit",
  "rights",
  "session",
  "links",
  "setup",
  "settings",
  "health",
] as const;
export type Part = (typeof kParts)[number] | "other";

export function partOf(right: Right): Part {
  return kParts.find((part) => part === right.part) ?? "other";
}
