// SPDX-License-Identifier: Apache-2.0
import { createContext, type Dispatch, useContext } from "react";
import type { FieldError } from "../api/types";
import { type Action, type Draft, errorsAt, errorsUnder } from "../lib/draft";
import { valueAt } from "../lib/pointer";

export interface Editing {
  draft: Draft;
  dispatch: Dispatch<Action>;
  /// What the check of the saved model found, as pointers into the draft (/model/…).
  findings: FieldError[];
  readOnly: boolean;
}

export const DraftContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(DraftContext);
  if (!editing) throw new Error("a field stands outside of a plan");
  return editing;
}

/// One field of the draft: its value, how to change it, and what is wrong with it.
export function useField(pointer: string): {
  value: unknown;
  set: (value: unknown) => void;
  errors: FieldError[];
  readOnly: boolean;
} {
  const { draft, dispatch, findings, readOnly } = useEditing();
  const value = valueAt(draft.present, pointer);
  const unchanged = value === valueAt(draft.saved, pointer);
  return {
    value,
    set: (next) => dispatch({ type: "set", pointer, value: next, at: Date.now() }),
    errors: [...errorsAt(draft.errors, pointer), ...(unchanged ? errorsAt(findings, pointer) : [])],
    readOnly,
  };
}

export function useErrorCount(pointer: string): number {
  const { draft, findings } = useEditing();
  return errorsUnder(draft.errors, pointer).length + errorsUnder(findings, pointer).length;
}
