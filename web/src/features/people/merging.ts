// SPDX-License-Identifier: Apache-2.0
// What two records have in common and what is to be chosen between them: plain values, no page.
import type { Organisation, OrganisationContent } from "./api";
import type { Name } from "./names";

export const kChosen = ["kind", "country", "registration_number", "web", "address", "note"] as const;
export type Chosen = (typeof kChosen)[number];
export type Side = "one" | "other";
/** "both" is for notes alone: one below the other. */
export type Choice = Side | "both";

export interface Choices {
  keep: Side;
  fields: Record<Chosen, Choice>;
  /** Of the united names, those that stay, by their place in it; and the primary one. */
  names: number[];
  primary: number;
}

const said = (one: Organisation, field: Chosen) => one[field] ?? "";

/** All names of both, each once, those of the kept record first. */
export function unitedNames(kept: Organisation, other: Organisation): Name[] {
  const names: Name[] = [];
  for (const { language, name } of [...kept.names, ...other.names])
    if (!names.some((known) => known.language === language && known.name === name))
      names.push({ language, name, primary: false });
  return names;
}

/** The older record stays; of each field what is not empty, first of the record that stays; all names. */
export function firstChoices(one: Organisation, other: Organisation): Choices {
  const keep: Side = one.created <= other.created ? "one" : "other";
  const [kept, gone] = keep === "one" ? [one, other] : [other, one];
  const fields = Object.fromEntries(
    kChosen.map((field) => {
      if (field === "note" && said(one, field) && said(other, field) && one.note !== other.note)
        return [field, "both"];
      const own = said(kept, field) !== "" || said(gone, field) === "";
      return [field, own === (keep === "one") ? "one" : "other"];
    }),
  ) as Record<Chosen, Choice>;
  return { keep, fields, ...namesOf(kept, gone) };
}

/** The choice of names when another record is to stay: all, and its own primary one. */
export function namesOf(kept: Organisation, gone: Organisation): Pick<Choices, "names" | "primary"> {
  const names = unitedNames(kept, gone);
  const main = kept.names.find(({ primary }) => primary);
  const primary = names.findIndex((one) => one.name === main?.name && one.language === main.language);
  return { names: names.map((_, at) => at), primary: Math.max(primary, 0) };
}

/** What the kept record will say. */
export function mergedContent(one: Organisation, other: Organisation, choices: Choices): OrganisationContent {
  const [kept, gone] = choices.keep === "one" ? [one, other] : [other, one];
  const of = (field: Chosen) => (choices.fields[field] === "other" ? other : one);
  const names = unitedNames(kept, gone)
    .map((name, at) => ({ ...name, primary: at === choices.primary, at }))
    .filter(({ at }) => choices.names.includes(at))
    .map(({ at: _, ...name }) => name);
  const { registration_number } = of("registration_number");
  const { web } = of("web");
  return {
    names,
    kind: of("kind").kind,
    country: of("country").country,
    ...(registration_number && { registration_number }),
    address: of("address").address ?? "",
    ...(web && { web }),
    note:
      choices.fields.note === "both"
        ? [kept.note, gone.note].filter(Boolean).join("\n\n")
        : (of("note").note ?? ""),
  };
}
