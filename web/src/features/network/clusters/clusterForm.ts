// SPDX-License-Identifier: Apache-2.0
import { type Row, rowsOf, sent } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import type { Cluster, ClusterContent } from "./api";

/** The lists of a cluster, each a table of rows in the form. */
export const kLists = ["descriptions", "contacts", "periods", "agreements", "figures", "sources"] as const;
export type ListName = (typeof kLists)[number];

export interface Values extends Record<ListName, Row[]>, Record<string, unknown> {
  names: ClusterContent["names"];
  country: ClusterContent["country"];
  web: string;
  address: string;
  region: string;
  city: string;
  note: string;
}

export function valuesOf(one?: Cluster): Values {
  return {
    names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
    country: one?.country ?? "KR",
    web: one?.web ?? "",
    address: one?.address ?? "",
    region: one?.region ?? "",
    city: one?.city ?? "",
    note: one?.note ?? "",
    descriptions: rowsOf(one?.descriptions),
    contacts: rowsOf(one?.contacts),
    periods: rowsOf(one?.periods),
    agreements: (one?.agreements ?? []).map((agreement) => ({
      ...agreement,
      parties: agreement.parties?.join("; "),
    })),
    figures: rowsOf(one?.figures),
    sources: rowsOf(one?.sources),
  };
}

/** What people type is often without the scheme; the record keeps a whole address. */
function wholeAddress(web: string): string {
  return /^[a-z]+:/i.test(web) ? web : `https://${web}`;
}

/** Parties are typed with semicolons between them: names have commas of their own. */
function partiesIn(text: unknown): string[] {
  return String(text ?? "")
    .split(";")
    .map((party) => party.trim())
    .filter(Boolean);
}

export function contentOf({
  web,
  names,
  country,
  address,
  region,
  city,
  note,
  ...lists
}: Values): ClusterContent {
  return {
    names,
    country,
    address,
    region,
    city,
    ...(note.trim() && { note }),
    ...(web.trim() && { web: wholeAddress(web.trim()) }),
    descriptions: lists.descriptions.map((row) => sent(row)),
    contacts: lists.contacts.map((row) => sent(row)),
    periods: lists.periods.map((row) => sent(row)),
    agreements: lists.agreements.map((row) => {
      const { parties, ...rest } = row;
      return {
        ...sent<NonNullable<ClusterContent["agreements"]>[number]>(rest),
        parties: partiesIn(parties),
      };
    }),
    figures: lists.figures.map((row) => sent(row, ["members", "fte"])),
    sources: lists.sources.map((row) => sent(row)),
  };
}
