// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { isActive, type Job, useKnowJob } from "./api";

/** A browser keeps few connections to one server open: two are watched, the rest is seen when the list is read again. */
const kWatched = 2;

/** Follows running jobs as the server tells of them, and brings what they worked for up to date when they end. */
export function useLiveJobs(jobs: Job[]) {
  const queries = useQueryClient();
  const know = useKnowJob();
  const told = useRef(know);
  told.current = know;
  const watched = jobs
    .filter(({ state }) => state === "running")
    .slice(0, kWatched)
    .map(({ id }) => id)
    .join(" ");

  useEffect(() => {
    const sources = watched
      .split(" ")
      .filter(Boolean)
      .map((id) => {
        const source = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`);
        source.addEventListener("job", (event) => {
          const job = JSON.parse((event as MessageEvent<string>).data) as Job;
          told.current(job);
          if (isActive(job)) return;
          source.close();
          void queries.invalidateQueries({ queryKey: ["energy"] });
          void queries.invalidateQueries({ queryKey: ["home"] });
        });
        return source;
      });
    return () => {
      for (const source of sources) source.close();
    };
  }, [watched, queries]);
}
