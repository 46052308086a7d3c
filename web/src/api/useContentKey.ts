// SPDX-License-Identifier: Apache-2.0
import { useRef } from "react";

/** An Idempotency-Key that stays while what is asked for stays: a second click is the same wish, a changed wish a new one. */
export function useContentKey(wish: unknown): string {
  const content = JSON.stringify(wish);
  const kept = useRef({ content, key: crypto.randomUUID() as string });
  if (kept.current.content !== content) kept.current = { content, key: crypto.randomUUID() };
  return kept.current.key;
}
