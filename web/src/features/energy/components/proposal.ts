// SPDX-License-Identifier: Apache-2.0
// A change that another page proposes: it stands in the address and becomes one step of the draft, which is not saved until a
// person saves it.

import { type Dispatch, useEffect } from "react";
import type { Network } from "../api/types";
import type { Action } from "../lib/draft";
import { valueAt } from "../lib/pointer";
import { number, text, useUrlState } from "../shell";

const kMayBeProposed =
  /^\/(limits\/\d+\/value|(generators|links|stores|lines)\/\d+\/[pes]_nom\/(maximum|minimum))$/;

/// What the address proposes for this model, if it is a number for a place that is there.
export function proposalIn(
  search: Record<string, unknown>,
  model: Network,
): { pointer: string; value: number } | undefined {
  const pointer = text(search.set);
  const value = number(search.to);
  if (!pointer || value === undefined || value < 0 || !kMayBeProposed.test(pointer)) return undefined;
  return typeof valueAt(model, pointer) === "number" ? { pointer, value } : undefined;
}

export function useProposal(model: Network, readOnly: boolean, dispatch: Dispatch<Action>): void {
  const [search, update] = useUrlState();
  useEffect(() => {
    if (search.set === undefined) return;
    const proposal = proposalIn(search, model);
    if (proposal && !readOnly)
      dispatch({ type: "set", pointer: `/model${proposal.pointer}`, value: proposal.value, at: Date.now() });
    update({ set: undefined, to: undefined });
  }, [search, model, readOnly, dispatch, update]);
}
