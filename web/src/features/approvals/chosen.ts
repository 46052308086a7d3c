// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../api/client";
import type { ChosenStep } from "./api";

type Route = Schemas["ApprovalRoute"];

/** A step as the drafter fills it; `fixed` are the line's own, which cannot be taken out. */
export interface Choice extends ChosenStep {
  title: string;
  fixed: boolean;
  /** Who may take it; none for a further step: anyone of the institute. */
  people?: Route["steps"][number]["people"];
}

/** The line's steps, each with its person where only one may take it and nobody has it yet. */
export function choicesOf(route: Route): Choice[] {
  const taken = new Set<string>();
  return route.steps.map(({ task, title, people }) => {
    const free = people.filter(({ account }) => !taken.has(account));
    const account = free.length === 1 ? (free[0]?.account ?? "") : "";
    if (account) taken.add(account);
    return { task, title, account, fixed: true, people };
  });
}

/** A further review or agreement: before the last step, which decides. */
export function withStep(choices: Choice[], task: ChosenStep["task"]): Choice[] {
  return [...choices.slice(0, -1), { task, title: "", account: "", fixed: false }, ...choices.slice(-1)];
}

export const stepsOf = (choices: Choice[]): ChosenStep[] =>
  choices.map(({ task, title, account }) => ({ task, account, ...(title && { title }) }));
