// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Job = Schemas["Job"];
export type JobState = Schemas["JobState"];

export const kJobStates: JobState[] = ["queued", "running", "done", "failed", "cancelled", "interrupted"];

export function isJobState(value: unknown): value is JobState {
  return kJobStates.some((state) => state === value);
}

export function isActive(job: Job): boolean {
  return job.state === "queued" || job.state === "running";
}

/** How often the list is looked at again while something in it moves. */
const kEvery = 4000;

export function jobListQuery(state?: JobState, limit = 30) {
  return infiniteQueryOptions({
    queryKey: ["jobs", "list", state ?? "all", limit],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return (await unwrap(client.GET("/jobs", { params: { query }, signal }))).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some(isActive)) ? kEvery : false,
  });
}

/** What the list says of a job is replaced by what is known newer. */
export function useKnowJob() {
  const queries = useQueryClient();
  return (job: Job) => {
    queries.setQueriesData<{ pages: Schemas["JobPage"][]; pageParams: unknown[] }>(
      { queryKey: ["jobs", "list"] },
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((known) =>
              known.id === job.id && known.version <= job.version ? job : known,
            ),
          })),
        },
    );
  };
}

type Action = "cancel" | "retry";

export function useJobAction() {
  const queries = useQueryClient();
  const know = useKnowJob();
  return useMutation({
    mutationFn: async ({ id, action }: { id: string; action: Action }) => {
      const params = { path: { job_id: id } };
      return action === "cancel"
        ? (await unwrap(client.POST("/jobs/{job_id}/cancel", { params }))).data
        : (await unwrap(client.POST("/jobs/{job_id}/retry", { params }))).data;
    },
    onSuccess: know,
    onSettled: () => queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
