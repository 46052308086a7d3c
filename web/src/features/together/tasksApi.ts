// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { type Subject, tag } from "./api";

export type Task = Schemas["Task"];
export type TaskContent = Schemas["TaskContent"];

export const kBoxes = ["mine", "given", "all"] as const;
export const kStates = ["open", "done"] as const;
export const kSorts = ["due", "-due", "title", "-title", "updated", "-updated"] as const;

export interface TaskFilter {
  box: (typeof kBoxes)[number];
  q: string;
  state?: (typeof kStates)[number];
  overdue: boolean;
  deleted: boolean;
  sort: (typeof kSorts)[number];
  subject?: Subject;
}

function queryOf({ box, q, state, overdue, deleted, sort, subject }: TaskFilter) {
  return {
    box,
    sort,
    ...(q && { q }),
    ...(state && { state }),
    ...(overdue && { overdue }),
    ...(deleted && { deleted }),
    ...(subject && { subject_kind: subject.kind, subject_id: subject.id }),
  };
}

export function taskListQuery(filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: ["tasks", "list", filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...queryOf(filter), limit: 100, ...(pageParam && { cursor: pageParam }) };
      return (await unwrap(client.GET("/tasks", { params: { query }, signal }))).data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: ["tasks", "one", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/tasks/{task_id}", { params: { path: { task_id: id } }, signal }))).data,
  });
}

export function taskHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["tasks", "history", id],
    queryFn: async ({ pageParam, signal }) => {
      const params = { path: { task_id: id }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } };
      return (await unwrap(client.GET("/tasks/{task_id}/history", { params, signal }))).data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** The list as a file. */
export function tasksUrl(filter: TaskFilter, form: string, columns: string[], language: string) {
  const query = new URLSearchParams({ format: form, language, columns: columns.join() });
  for (const [name, value] of Object.entries(queryOf(filter))) query.set(name, String(value));
  return `/api/v1/tasks/export?${query}`;
}

const at = ({ id, version }: Task) => ({ path: { task_id: id }, header: { "If-Match": tag(version) } });

/** The version that a task has by now: taking something back follows a change that this page itself made. */
async function fresh(one: Task): Promise<Task> {
  return (await unwrap(client.GET("/tasks/{task_id}", { params: { path: { task_id: one.id } } }))).data;
}

export const finish = async (one: Task) =>
  (await unwrap(client.POST("/tasks/{task_id}/done", { params: at(one) }))).data;
export const reopen = async (one: Task) =>
  (await unwrap(client.POST("/tasks/{task_id}/reopen", { params: at(one) }))).data;
export const replace = async (one: Task, body: TaskContent) =>
  (await unwrap(client.PUT("/tasks/{task_id}", { params: at(one), body }))).data;
export const putAway = async (one: Task) => {
  await unwrap(client.DELETE("/tasks/{task_id}", { params: at(one) }));
};
export const bringBack = async (one: Task) =>
  (await unwrap(client.POST("/tasks/{task_id}/restore", { params: { path: { task_id: one.id } } }))).data;

export const unfinish = async (one: Task) => reopen(await fresh(one));
export const unreopen = async (one: Task) => finish(await fresh(one));

const contentOf = ({ title, note, owner, due }: Task): TaskContent => ({
  title,
  note,
  owner,
  ...(due && { due }),
});
export const giveTo = (one: Task, owner: string) => replace(one, { ...contentOf(one), owner });
export const giveBack = async (one: Task) =>
  replace(await fresh(one), { ...contentOf(await fresh(one)), owner: one.owner });

export function useRefreshTasks() {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(
      [["tasks"], ["waiting"], ["calendar"]].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  };
}

export function useTaskChange<T, R>(mutationFn: (given: T) => Promise<R>) {
  const refresh = useRefreshTasks();
  return useMutation({ mutationFn, onSettled: refresh });
}

export function useCreateTask() {
  return useTaskChange(async ({ key, body }: { key: string; body: Schemas["NewTask"] }) => {
    const params = { header: { "Idempotency-Key": key } };
    return (await unwrap(client.POST("/tasks", { params, body }))).data;
  });
}
