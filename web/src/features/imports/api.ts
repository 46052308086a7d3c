// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  queryOptions,
  useIsMutating,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Import = Schemas["Import"];
export type ImportResource = Schemas["ImportResource"];
export type ImportColumn = Schemas["ImportColumn"];
export type ImportRow = Schemas["ImportRow"];
export type ImportSource = Schemas["ImportSource"];
export type ImportChange = Schemas["ImportChange"];
export type Decision = Schemas["ImportDecision"];
export type Which = "bad" | "twins" | "mended";

export const kDecisions: Decision[] = ["skip", "update", "add"];
export const kMostBytes = 64 * 1024 * 1024;

export const isWorking = ({ state }: Import) => ["checking", "writing", "undoing"].includes(state);

const tag = (version: number) => ({ "If-Match": `"${version}"` });

export const importResourcesQuery = queryOptions({
  queryKey: ["imports", "resources"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/imports/resources", { signal }))).data.items,
  staleTime: Number.POSITIVE_INFINITY,
});

export const importListQuery = infiniteQueryOptions({
  queryKey: ["imports", "list"],
  queryFn: async ({ pageParam, signal }) =>
    (
      await unwrap(
        client.GET("/imports", {
          params: { query: { limit: 30, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      )
    ).data,
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor,
});

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["imports", "one", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/imports/{import_id}", { params: { path: { import_id: id } }, signal })))
        .data,
  });
}

export function importRowsQuery(id: string, which: Which) {
  return infiniteQueryOptions({
    queryKey: ["imports", "rows", id, which],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/imports/{import_id}/rows", {
            params: {
              path: { import_id: id },
              query: { which, limit: 50, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Uploads a file as it is, whatever its bytes. */
export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wish: { key: string; resource: string; file: File }) =>
      (
        await unwrap(
          client.POST("/imports", {
            params: {
              header: { "Idempotency-Key": wish.key },
              query: { resource: wish.resource, file_name: wish.file.name },
            },
            headers: { "Content-Type": "application/octet-stream" },
            body: wish.file as never,
            bodySerializer: (file: unknown) => file as File,
          }),
        )
      ).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
}

/** What is being kept of an import: it is confirmed when nothing is on its way any more. */
const kChange = ["imports", "change"];
export const useKeeping = (one: Import) => useIsMutating({ mutationKey: [...kChange, one.id] }) > 0;

/** A change of the import keeps what it answers; when it was refused, the import is read again. */
function useSteer<T>(send: (one: Import, wish: T) => Promise<Import>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, wish }: { one: Import; wish: T }) => send(one, wish),
    onSuccess: (saved) => {
      queries.setQueryData(importQuery(saved.id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ["imports", "rows", saved.id] });
    },
    onError: (_, { one }) => queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey }),
  });
}

const paramsOf = (one: Import) => ({ path: { import_id: one.id }, header: tag(one.version) });

export const useChange = () =>
  useSteer<ImportChange>(
    async (one, body) =>
      (await unwrap(client.PATCH("/imports/{import_id}", { params: paramsOf(one), body }))).data,
  );
export const useCheck = () =>
  useSteer<undefined>(
    async (one) => (await unwrap(client.POST("/imports/{import_id}/check", { params: paramsOf(one) }))).data,
  );
export const useConfirm = () =>
  useSteer<undefined>(
    async (one) =>
      (await unwrap(client.POST("/imports/{import_id}/confirm", { params: paramsOf(one) }))).data,
  );
export const useUndo = () =>
  useSteer<boolean>(
    async (one, keep_changed) =>
      (
        await unwrap(
          client.POST("/imports/{import_id}/undo", { params: paramsOf(one), body: { keep_changed } }),
        )
      ).data,
  );

export function useDrop() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (one: Import) => {
      await unwrap(client.DELETE("/imports/{import_id}", { params: paramsOf(one) }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
}

/** Mends a row; the row in the list and the import's counts follow. */
export function useMend(one: Import) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: [...kChange, one.id],
    mutationFn: async ({ number, body }: { number: number; body: Schemas["ImportRowChange"] }) =>
      (
        await unwrap(
          client.PATCH("/imports/{import_id}/rows/{number}", {
            params: { path: { import_id: one.id, number: String(number) }, header: tag(one.version) },
            body,
          }),
        )
      ).data,
    onSuccess: async (row) => {
      queries.setQueriesData<{ pages: Schemas["ImportRowPage"][]; pageParams: unknown[] }>(
        { queryKey: ["imports", "rows", one.id] },
        (data) =>
          data && {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((known) => (known.number === row.number ? row : known)),
            })),
          },
      );
      await queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey });
    },
    onError: () => queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey }),
  });
}
