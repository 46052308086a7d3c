// SPDX-License-Identifier: Apache-2.0
import type { Subject } from "./api";
import { Comments } from "./Comments";
import { RecordTasks } from "./RecordTasks";

/** What a record's page shows of working together: its tasks and what was said of it. */
export function RecordTogether({ kind, id, sharing = false }: Subject & { sharing?: boolean }) {
  const subject = { kind, id };
  return (
    <>
      <RecordTasks subject={subject} />
      <Comments subject={subject} sharing={sharing} />
    </>
  );
}
