// SPDX-License-Identifier: Apache-2.0
// A job as it moves: server-sent events, and asking again every two seconds while they cannot be had.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { jobQuery, keys } from "./queries";
import type { Job } from "./types";

const kFinal: Job["state"][] = ["done", "failed", "cancelled", "interrupted"];

export function isFinal(job: Job | undefined): boolean {
  return job !== undefined && kFinal.includes(job.state);
}

export function useJob(jobId: string | undefined, runId: string): { job: Job | undefined; live: boolean } {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const { data: job } = useQuery({
    ...jobQuery(jobId ?? ""),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (live || isFinal(state.data) ? false : 2000),
  });
  const watching = jobId !== undefined && job !== undefined && !isFinal(job);
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
      if (isFinal(next)) {
        events.close();
        void queries.invalidateQueries({ queryKey: keys.run(runId) });
        void queries.invalidateQueries({ queryKey: keys.plans });
      }
    });
    return () => {
      events.close();
      setLive(false);
    };
  }, [watching, jobId, runId, attempt, queries]);

  const ended = isFinal(job);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: keys.run(runId), exact: true });
  }, [ended, runId, queries]);

  return { job, live };
}
