// SPDX-License-Identifier: Apache-2.0
// A job as it moves: server-sent events, and asking again every two seconds while they cannot be had.
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { client, unwrap } from "../../api/client";
import { isActive, type Job } from "./api";

export function isFinal(job: Job | undefined): boolean {
  return job !== undefined && !isActive(job);
}

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ["jobs", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/jobs/{job_id}", { params: { path: { job_id: id } }, signal }))).data,
  });
}

/** `onEnd` is called when the job was seen to end, and whenever one that has ended is first seen. */
export function useJob(
  jobId: string | undefined,
  onEnd: () => void,
): { job: Job | undefined; live: boolean } {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const told = useRef(onEnd);
  told.current = onEnd;
  const { data: job } = useQuery({
    ...jobQuery(jobId ?? ""),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (live || isFinal(state.data) ? false : 2000),
  });
  const watching = jobId !== undefined && job !== undefined && isActive(job);
  const attempt = job?.attempts;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a job that is run again (another attempt) is watched anew
  useEffect(() => {
    if (!watching || jobId === undefined) return;
    const events = new EventSource(`/api/v1/jobs/${encodeURIComponent(jobId)}/events`);
    events.addEventListener("open", () => setLive(true));
    events.addEventListener("error", () => setLive(false));
    events.addEventListener("job", (event) => {
      const next = JSON.parse((event as MessageEvent<string>).data) as Job;
      queries.setQueryData(["jobs", jobId], next);
      if (isFinal(next)) events.close();
    });
    return () => {
      events.close();
      setLive(false);
    };
  }, [watching, jobId, attempt, queries]);

  const ended = isFinal(job);
  useEffect(() => {
    if (ended) told.current();
  }, [ended]);

  return { job, live };
}
