// SPDX-License-Identifier: Apache-2.0
import { useCallback, useRef } from "react";

/**
 * Gives the Idempotency-Key of what is about to be sent: the same while the content is the same, so that pressing twice, or again
 * after a connection was lost, makes one thing; a new one for other content. The server keeps no refusals under a key.
 */
export function useContentKey(): (content: unknown) => string {
  const kept = useRef({ content: "", key: "" });
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (kept.current.content !== text) kept.current = { content: text, key: crypto.randomUUID() };
    return kept.current.key;
  }, []);
}
