// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useJob as useAnyJob } from "../../jobs/useJob";
import { keys } from "./queries";

/** The job of a run; when it ends, the run and the plans are read again. */
export function useJob(jobId: string | undefined, runId: string) {
  const queries = useQueryClient();
  return useAnyJob(jobId, () => {
    void queries.invalidateQueries({ queryKey: keys.run(runId) });
    void queries.invalidateQueries({ queryKey: keys.plans });
  });
}
