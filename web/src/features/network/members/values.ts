// SPDX-License-Identifier: Apache-2.0
import { currentLanguage } from "../../../i18n";
import type { Member, MemberContent } from "./api";

/** What the form holds; texts that may be missing are empty. */
export interface MemberValues extends Record<string, unknown> {
  names: MemberContent["names"];
  kind: MemberContent["kind"];
  country: MemberContent["country"];
  registration_number: string;
  address: string;
  web: string;
  size_class: NonNullable<MemberContent["size_class"]> | "";
  activities: NonNullable<MemberContent["activities"]>;
  hs_codes: string[];
  technologies: string[];
  products: { language: string; name: string; text: string }[];
  certificates: { name: string; issuer: string; valid_until: string }[];
  summaries: { language: string; text: string }[];
  links: { label: string; url: string }[];
  contact: { person: string; email: string; phone: string };
  consent: {
    listing: NonNullable<NonNullable<MemberContent["consent"]>["listing"]>;
    business: NonNullable<NonNullable<MemberContent["consent"]>["business"]>;
    certificates: NonNullable<NonNullable<MemberContent["consent"]>["certificates"]>;
    contact: NonNullable<NonNullable<MemberContent["consent"]>["contact"]>;
    given_by: string;
    given_on: string;
    valid_until: string;
  };
}

export function valuesOf(one?: Member): MemberValues {
  const { consent } = one ?? {};
  return {
    names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
    kind: one?.kind ?? "company",
    country: one?.country ?? "KR",
    registration_number: one?.registration_number ?? "",
    address: one?.address ?? "",
    web: one?.web ?? "",
    size_class: one?.size_class ?? "",
    activities: one?.activities ?? [],
    hs_codes: one?.hs_codes ?? [],
    technologies: one?.technologies ?? [],
    products: (one?.products ?? []).map(({ language, name, text = "" }) => ({ language, name, text })),
    certificates: (one?.certificates ?? []).map(({ name, issuer = "", valid_until = "" }) => ({
      name,
      issuer,
      valid_until,
    })),
    summaries: one?.summaries ?? [],
    links: (one?.links ?? []).map(({ label = "", url }) => ({ label, url })),
    contact: {
      person: one?.contact?.person ?? "",
      email: one?.contact?.email ?? "",
      phone: one?.contact?.phone ?? "",
    },
    consent: {
      listing: consent?.listing ?? "nobody",
      business: consent?.business ?? "nobody",
      certificates: consent?.certificates ?? "nobody",
      contact: consent?.contact ?? "nobody",
      given_by: consent?.given_by ?? "",
      given_on: consent?.given_on ?? "",
      valid_until: consent?.valid_until ?? "",
    },
  };
}

/** What people type is often without the scheme; the record keeps a whole address. */
const whole = (web: string) => (/^[a-z]+:/i.test(web.trim()) ? web.trim() : `https://${web.trim()}`);

export function contentOf(values: MemberValues): MemberContent {
  const { registration_number, web, size_class, contact, consent, certificates, links, ...rest } = values;
  const { given_on, valid_until, ...given } = consent;
  return {
    ...rest,
    ...(registration_number.trim() && { registration_number }),
    ...(web.trim() && { web: whole(web) }),
    ...(size_class && { size_class }),
    ...((contact.person || contact.email || contact.phone) && { contact }),
    certificates: certificates.map(({ valid_until: until, ...one }) => ({
      ...one,
      ...(until && { valid_until: until }),
    })),
    links: links.map(({ label, url }) => ({ label, url: whole(url) })),
    consent: { ...given, ...(given_on && { given_on }), ...(valid_until && { valid_until }) },
  };
}
