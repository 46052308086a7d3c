// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId } from "react";

const unsaved = new Set<string>();

/** Whether anything on the page would be lost by leaving it. */
export function hasUnsaved(): boolean {
  return unsaved.size > 0;
}

/** While `dirty`, leaving the page is asked about first: by a link, by the browser's back button, by closing the tab. */
export function useUnsavedGuard(dirty: boolean) {
  const id = useId();
  useEffect(() => {
    if (!dirty) return;
    unsaved.add(id);
    return () => {
      unsaved.delete(id);
    };
  }, [dirty, id]);
}
