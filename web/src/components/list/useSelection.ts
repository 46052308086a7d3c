// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from "react";

/** Which records are ticked, by id; kept while the list grows. */
export function useSelection<T>(items: T[], idOf: (item: T) => string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<number>();
  const chosen = ids.size === 0 ? [] : items.filter((item) => ids.has(idOf(item)));
  /** With `range`, everything between the last one ticked and this one. */
  const toggle = (index: number, on: boolean, range: boolean) => {
    const from = range && anchor !== undefined ? Math.min(anchor, index) : index;
    const to = range && anchor !== undefined ? Math.max(anchor, index) : index;
    const next = new Set(ids);
    for (const item of items.slice(from, to + 1)) {
      if (on) next.add(idOf(item));
      else next.delete(idOf(item));
    }
    setIds(next);
    setAnchor(index);
  };
  const all = (on: boolean) => setIds(on ? new Set(items.map(idOf)) : new Set());
  const clear = useCallback(() => setIds(new Set()), []);
  return { ids, chosen, toggle, all, clear };
}
