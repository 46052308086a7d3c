// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Approval = Schemas["Approval"];
export type Summary = Schemas["ApprovalSummary"];
export type Round = Schemas["ApprovalRound"];
export type Step = Schemas["ApprovalStep"];
export type Content = Schemas["ApprovalContent"];
export type State = Schemas["ApprovalState"];
export type Desk = Schemas["ApprovalDesk"];
export type Task = Schemas["ApprovalTask"];
export type ChosenStep = Schemas["ApprovalSubmission"]["steps"][number];

export const kStates: State[] = ["draft", "submitted", "approved", "rejected", "recalled", "withdrawn"];
export const kDesks: Desk[] = ["general", "energy", "innovation", "network", "budget", "board"];
export const kBoxes = ["waiting", "mine", "done", "reference", "all"] as const;
export type Box = (typeof kBoxes)[number];
export const kSorts = ["-updated", "updated", "name", "-name"] as const;
export type Sort = (typeof kSorts)[number];

export interface Filter {
  box: Box;
  q: string;
  state?: State;
  desk?: Desk;
  overdue: boolean;
  sort: Sort;
}

const queryOf = ({ box, q, state, desk, overdue, sort }: Filter) => ({
  box,
  sort,
  ...(q && { q }),
  ...(state && { state }),
  ...(desk && { desk }),
  ...(overdue && { overdue }),
});

/** Where the list as it is filtered can be downloaded. */
export function exportAddress(filter: Filter, format: "csv" | "xlsx", language: string): string {
  const search = new URLSearchParams({ format, language });
  for (const [name, value] of Object.entries(queryOf(filter))) search.set(name, String(value));
  return `/api/v1/approvals/export?${search}`;
}

export function approvalListQuery(filter: Filter) {
  return infiniteQueryOptions({
    queryKey: ["approvals", "list", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/approvals", {
            params: { query: { ...queryOf(filter), ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export const countsQuery = queryOptions({
  queryKey: ["approvals", "counts"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/approvals/counts", { signal }))).data,
  staleTime: 30_000,
  refetchOnWindowFocus: true,
});

export function approvalQuery(id: string) {
  return queryOptions({
    queryKey: ["approvals", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/approvals/{approval_id}", { params: { path: { approval_id: id } }, signal }),
        )
      ).data,
  });
}

export function approvalHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["approvals", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/approvals/{approval_id}/history", {
            params: {
              path: { approval_id: id },
              query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export const peopleQuery = queryOptions({
  queryKey: ["approvals", "people"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/approvals/people", { signal }))).data.items,
});

export function routeQuery(kind: string, amount?: number) {
  return queryOptions({
    queryKey: ["approvals", "route", kind, amount],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/approvals/route", {
            params: { query: { kind, ...(amount !== undefined && { amount_krw: amount }) } },
            signal,
          }),
        )
      ).data,
    retry: false,
  });
}

const changed = (one: { id: string; version: number }) => ({
  path: { approval_id: one.id },
  header: { "If-Match": `"${one.version}"` },
});

function useChange<V>(call: (values: V) => Promise<Approval>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (saved) => queries.setQueryData(approvalQuery(saved.id).queryKey, saved),
    // A refusal may mean that it has changed meanwhile: the page shows the latest either way.
    onSettled: () => queries.invalidateQueries({ queryKey: ["approvals"] }),
  });
}

export const useCreateApproval = () =>
  useChange(
    async ({ key, body }: { key: string; body: Content }) =>
      (await unwrap(client.POST("/approvals", { params: { header: { "Idempotency-Key": key } }, body })))
        .data,
  );

export const useReplaceApproval = () =>
  useChange(
    async ({ one, body }: { one: Approval; body: Content }) =>
      (await unwrap(client.PUT("/approvals/{approval_id}", { params: changed(one), body }))).data,
  );

export const useSubmitApproval = () =>
  useChange(
    async ({ one, steps }: { one: Approval; steps: ChosenStep[] }) =>
      (
        await unwrap(
          client.POST("/approvals/{approval_id}/submit", { params: changed(one), body: { steps } }),
        )
      ).data,
  );

export const useDecideApproval = () =>
  useChange(
    async ({ one, ...body }: { one: Approval } & Schemas["ApprovalDecision"]) =>
      (await unwrap(client.POST("/approvals/{approval_id}/decision", { params: changed(one), body }))).data,
  );

export const useMoveApproval = (to: "recall" | "withdraw" | "restore") =>
  useChange(
    async (one: Approval) =>
      (await unwrap(client.POST(`/approvals/{approval_id}/${to}`, { params: changed(one) }))).data,
  );

export const useCommentApproval = () =>
  useChange(
    async ({ id, key, body }: { id: string; key: string; body: Schemas["NewApprovalComment"] }) =>
      (
        await unwrap(
          client.POST("/approvals/{approval_id}/comments", {
            params: { path: { approval_id: id }, header: { "Idempotency-Key": key } },
            body,
          }),
        )
      ).data,
  );
