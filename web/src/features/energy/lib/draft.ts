// SPDX-License-Identifier: Apache-2.0
// The plan while a person edits it: every change is one step that can be undone; typing in one field is one step.

import type { FieldError, Network, Plan, PlanContent } from "../api/types";
import { parts, same, valueAt, without, withValue } from "./pointer";

export interface Draft {
  /// What the server holds; the draft is dirty when it differs.
  saved: PlanContent;
  present: PlanContent;
  past: PlanContent[];
  future: PlanContent[];
  /// What the server said about fields, by pointer into PlanContent.
  errors: FieldError[];
  /// The field that was typed in last and when, to join the next letter to the same step.
  last?: { pointer: string; at: number } | undefined;
}

export type TechnologyList = "generators" | "links" | "stores" | "lines";
export type List = TechnologyList | "loads" | "limits" | "carriers" | "buses";

export type Action =
  | { type: "set"; pointer: string; value: unknown; at: number }
  | { type: "add"; list: List; item: { name: string } }
  | { type: "remove"; list: List; index: number }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "discard" }
  | { type: "refused"; errors: FieldError[] }
  | { type: "saved"; sent: PlanContent; content: PlanContent }
  | { type: "reload"; content: PlanContent };

const kMostSteps = 200;
const kSameStepMs = 1200;

export function contentOf(plan: Plan): PlanContent {
  return { name: plan.name, description: plan.description, language: plan.language, model: plan.model };
}

export function draftOf(content: PlanContent): Draft {
  return { saved: content, present: content, past: [], future: [], errors: [] };
}

export function isDirty(draft: Draft): boolean {
  return !same(draft.saved, draft.present);
}

export function reduce(draft: Draft, action: Action): Draft {
  switch (action.type) {
    case "set":
      return set(draft, action.pointer, action.value, action.at);
    case "add": {
      const pointer = `/model/${action.list}`;
      const list = (valueAt(draft.present, pointer) as unknown[] | undefined) ?? [];
      return step(draft, withValue(draft.present, pointer, [...list, action.item]), draft.errors);
    }
    case "remove": {
      const pointer = `/model/${action.list}`;
      return step(
        draft,
        without(draft.present, pointer, action.index),
        draft.errors.filter(({ pointer: at }) => !at.startsWith(`${pointer}/`)),
      );
    }
    case "undo": {
      const present = draft.past.at(-1);
      if (!present) return draft;
      return {
        ...draft,
        present,
        past: draft.past.slice(0, -1),
        future: [draft.present, ...draft.future],
        last: undefined,
      };
    }
    case "redo": {
      const [present, ...future] = draft.future;
      if (!present) return draft;
      return { ...draft, present, past: [...draft.past, draft.present], future, last: undefined };
    }
    case "discard":
      return isDirty(draft) ? step(draft, draft.saved, []) : { ...draft, errors: [] };
    case "refused":
      return { ...draft, errors: action.errors };
    case "saved":
      // Letters typed while the answer was on its way stay in the draft.
      return {
        ...draft,
        saved: action.content,
        errors: [],
        present: same(draft.present, action.sent) ? action.content : draft.present,
      };
    case "reload":
      return draftOf(action.content);
  }
}

function step(draft: Draft, present: PlanContent, errors: FieldError[]): Draft {
  return {
    ...draft,
    present,
    past: [...draft.past, draft.present].slice(-kMostSteps),
    future: [],
    errors,
    last: undefined,
  };
}

function set(draft: Draft, pointer: string, value: unknown, at: number): Draft {
  if (same(valueAt(draft.present, pointer), value)) return draft;
  const present = withValue(draft.present, pointer, value);
  const errors = draft.errors.filter(
    (error) => error.pointer !== pointer && !error.pointer.startsWith(`${pointer}/`),
  );
  const joins = draft.last?.pointer === pointer && at - draft.last.at < kSameStepMs;
  const next = joins ? { ...draft, present, errors, future: [] } : step(draft, present, errors);
  return { ...next, last: { pointer, at } };
}

export function errorsAt(errors: FieldError[], pointer: string): FieldError[] {
  return errors.filter((error) => error.pointer === pointer);
}

export function errorsUnder(errors: FieldError[], pointer: string): FieldError[] {
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
}

/// A name that no part of the model has yet: "wind", "wind_2", "wind_3".
export function freeName(model: Network, wanted: string): string {
  const lists = [
    model.generators,
    model.links,
    model.stores,
    model.lines,
    model.loads,
    model.buses,
    model.limits,
    model.carriers,
  ];
  const names = new Set(lists.flatMap((list) => (list ?? []).map(({ name }) => name)));
  if (!names.has(wanted)) return wanted;
  let number = 2;
  while (names.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

export type PlanTab =
  | "overview"
  | "explore"
  | "assumptions"
  | "limits"
  | "series"
  | "scenarios"
  | "runs"
  | "uncertainty";

/// The tab on which a pointer into the model can be mended.
export function tabOf(modelPointer: string): PlanTab {
  const [list] = parts(modelPointer);
  if (list === "limits") return "limits";
  if (list === "series") return "series";
  return "assumptions";
}

/// What a pointer into the model means to a person: the part's list and name, and the field.
export function placeOf(
  model: Network,
  modelPointer: string,
): { list: string; name?: string; field: string } {
  const [list = "", index, ...field] = parts(modelPointer);
  const item = valueAt(model, `/${list}/${index}`) as { name?: string } | undefined;
  if (index === undefined || typeof item !== "object")
    return { list: "model", field: [list, index, ...field].filter(Boolean).join("/") };
  return item.name === undefined
    ? { list, field: field.join("/") }
    : { list, name: item.name, field: field.join("/") };
}
