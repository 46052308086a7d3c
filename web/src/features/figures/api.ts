// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Figure = Schemas["Figure"];
export type FigureContent = Schemas["FigureContent"];
export type FigureKind = Schemas["FigureKind"];
export type FigureMethod = Schemas["FigureMethod"];
export type Source = Schemas["Source"];
export type SourceContent = Schemas["SourceContent"];
export type Vocabulary = Schemas["FigureVocabulary"];
export type Series = Schemas["IndicatorSeries"];
export type SeriesFigure = Schemas["SeriesFigure"];
export type Balance = Schemas["EnergyBalance"];
export type Decomposition = Schemas["Decomposition"];
export type DecompositionWish = Schemas["DecompositionWish"];

export const kKinds: FigureKind[] = ["actual", "baseline", "target", "forecast", "assumption"];
export const kMethods: FigureMethod[] = ["read", "derived", "estimate", "assumption"];
export type FigureSort = "period" | "-period" | "updated" | "-updated";
export const kFigureSorts: FigureSort[] = ["-period", "period", "-updated", "updated"];

export interface FigureFilter {
  q: string;
  region?: string;
  indicator?: string;
  topic?: string;
  source?: string;
  kind?: FigureKind;
  year?: number;
  sort: FigureSort;
  deleted: boolean;
}

const asQuery = ({ q, deleted, ...rest }: FigureFilter) => ({
  ...rest,
  ...(q && { q }),
  ...(deleted && { deleted }),
});

const tag = (one: { version: number }) => ({ "If-Match": `"${one.version}"` });

export function figureListQuery(filter: FigureFilter) {
  return infiniteQueryOptions({
    queryKey: ["figures", "list", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/figures", {
            params: { query: { ...asQuery(filter), limit: 100, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** The list as a file. */
export function figuresUrl(filter: FigureFilter, form: string, columns: string[], language: string) {
  const query = new URLSearchParams({ format: form, language, columns: columns.join() });
  for (const [name, value] of Object.entries(asQuery(filter))) query.set(name, String(value));
  return `/api/v1/figures/export?${query}`;
}

export const figureQuery = (id: string) =>
  queryOptions({
    queryKey: ["figures", "one", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/figures/{figure_id}", { params: { path: { figure_id: id } }, signal })))
        .data,
  });

export function figureHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["figures", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/figures/{figure_id}/history", {
            params: {
              path: { figure_id: id },
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

export const vocabularyQuery = queryOptions({
  queryKey: ["figures", "vocabulary"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/figure_vocabulary", { signal }))).data,
  staleTime: 60_000,
});

export const seriesQuery = (indicator: string, regions: string[], unit?: string) =>
  queryOptions({
    queryKey: ["figures", "series", indicator, regions, unit],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/indicators/{indicator}/series", {
            params: { path: { indicator }, query: { regions: regions.join(), ...(unit && { unit }) } },
            signal,
          }),
        )
      ).data,
    placeholderData: keepPreviousData,
  });

export const balanceQuery = (region: string, year: number, unit: string, estimate: boolean) =>
  queryOptions({
    queryKey: ["figures", "balance", region, year, unit, estimate],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy_balances/{region}/{year}", {
            params: { path: { region, year: String(year) }, query: { unit, estimate } },
            signal,
          }),
        )
      ).data,
    placeholderData: keepPreviousData,
  });

export const sourceListQuery = (q: string, deleted = false) =>
  infiniteQueryOptions({
    queryKey: ["figures", "sources", q, deleted],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/sources", {
            params: {
              query: {
                limit: 100,
                ...(q && { q }),
                ...(deleted && { deleted }),
                ...(pageParam && { cursor: pageParam }),
              },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ["figures", "source", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/sources/{source_id}", { params: { path: { source_id: id } }, signal })))
        .data,
  });

export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["figures"] });
}

function useChange<V, R>(call: (values: V) => Promise<R>) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: call, onSuccess: refresh });
}

export const useSaveFigure = () =>
  useChange(async ({ one, key, body }: { one?: Figure; key: string; body: FigureContent }) => {
    if (!one)
      return (await unwrap(client.POST("/figures", { params: { header: { "Idempotency-Key": key } }, body })))
        .data;
    const params = { path: { figure_id: one.id }, header: tag(one) };
    return (await unwrap(client.PUT("/figures/{figure_id}", { params, body }))).data;
  });

export const useDeleteFigure = () =>
  useChange(async (one: Figure) => {
    const params = { path: { figure_id: one.id }, header: tag(one) };
    await unwrap(client.DELETE("/figures/{figure_id}", { params }));
  });

export const useRestoreFigure = () =>
  useChange(async (id: string) => {
    await unwrap(client.POST("/figures/{figure_id}/restore", { params: { path: { figure_id: id } } }));
  });

export const useSaveSource = () =>
  useChange(async ({ one, key, body }: { one?: Source; key: string; body: SourceContent }) => {
    if (!one)
      return (await unwrap(client.POST("/sources", { params: { header: { "Idempotency-Key": key } }, body })))
        .data;
    const params = { path: { source_id: one.id }, header: tag(one) };
    return (await unwrap(client.PUT("/sources/{source_id}", { params, body }))).data;
  });

export const useDeleteSource = () =>
  useChange(async (one: Source) => {
    const params = { path: { source_id: one.id }, header: tag(one) };
    await unwrap(client.DELETE("/sources/{source_id}", { params }));
  });

export const useRestoreSource = () =>
  useChange(async (id: string) => {
    await unwrap(client.POST("/sources/{source_id}/restore", { params: { path: { source_id: id } } }));
  });

export const useDecompose = () =>
  useMutation({
    mutationFn: async (body: DecompositionWish) =>
      (await unwrap(client.POST("/decompositions", { body }))).data,
  });
