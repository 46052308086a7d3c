// SPDX-License-Identifier: Apache-2.0

import type { Network } from "../api/types";

/// The words by which an assumption says that nobody has published it.
const kNone = /근거 없는 가정|assumption without source/i;

/// How many of the model's parts name no source, or say in theirs that there is none.
export function unsourced(model: Network): { without: number; all: number } {
  const parts: { source?: string | undefined }[] = [
    ...(model.loads ?? []),
    ...(model.generators ?? []),
    ...(model.links ?? []),
    ...(model.stores ?? []),
    ...(model.limits ?? []).filter(({ active }) => active !== false),
    ...(model.series ?? []),
  ];
  const bare = parts.filter(({ source }) => !source || kNone.test(source));
  return { without: bare.length, all: parts.length };
}
