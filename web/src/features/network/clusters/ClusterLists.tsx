// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type RowField, RowsField } from "../../../components/RowsField";
import type { Row } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import { kKinds } from "../../people/api";
import { kLists, type ListName, type Values } from "./clusterForm";

/** Descriptions, contacts, periods, agreements, figures and sources of a cluster. */
export function ClusterLists(props: {
  values: Values;
  set: (name: ListName, rows: Row[]) => void;
  errors: Record<string, ReactNode>;
  secretariat: boolean;
}) {
  const { t } = useTranslation();
  const { values, set, errors, secretariat } = props;
  const label = (list: ListName, field: string) => t(`network.list.${list}.${field}`);
  const fields: Record<ListName, RowField[]> = {
    descriptions: [
      { name: "language", label: label("descriptions", "language"), flex: "0 1 110px" },
      { name: "text", label: label("descriptions", "text"), kind: "area", flex: "1 1 260px" },
    ],
    contacts: [
      { name: "name", label: label("contacts", "name") },
      { name: "duty", label: label("contacts", "duty") },
      { name: "email", label: label("contacts", "email"), type: "email" },
      { name: "phone", label: label("contacts", "phone"), flex: "1 1 120px" },
    ],
    periods: [
      { name: "joined", label: label("periods", "joined"), placeholder: "2018-11-15" },
      { name: "left", label: label("periods", "left"), placeholder: "2022-01-01" },
    ],
    agreements: [
      { name: "title", label: label("agreements", "title"), flex: "2 1 200px" },
      { name: "signed_on", label: label("agreements", "signed_on"), type: "date" },
      { name: "valid_until", label: label("agreements", "valid_until"), type: "date" },
      { name: "parties", label: label("agreements", "parties"), flex: "2 1 200px" },
      { name: "link", label: label("agreements", "link"), type: "url", placeholder: "https://" },
    ],
    figures: [
      { name: "on", label: label("figures", "on"), type: "date" },
      { name: "members", label: label("figures", "members"), type: "number", flex: "1 1 100px" },
      { name: "fte", label: label("figures", "fte"), type: "number", flex: "1 1 100px" },
      {
        name: "kinds",
        label: label("figures", "kinds"),
        kind: "choices",
        flex: "2 1 220px",
        options: kKinds.map((value) => ({ value, label: t(`people.kind.${value}`) })),
      },
      { name: "source", label: label("figures", "source") },
    ],
    sources: [
      { name: "title", label: label("sources", "title"), flex: "2 1 200px" },
      {
        name: "link",
        label: label("sources", "link"),
        type: "url",
        flex: "2 1 200px",
        placeholder: "https://",
      },
    ],
  };
  const blanks: Partial<Record<ListName, Row>> = { descriptions: { language: currentLanguage(), text: "" } };
  const hint = (list: ListName) =>
    list === "periods" || list === "agreements" || list === "figures"
      ? t(`network.list.${list}.hint`)
      : undefined;
  const locked = (list: ListName) => !secretariat && (list === "periods" || list === "agreements");
  return kLists.map((list) => (
    <RowsField
      key={list}
      path={list}
      legend={label(list, "legend")}
      rowName={(number) => t("rows.named", { name: label(list, "one"), number })}
      addLabel={label(list, "add")}
      hint={locked(list) ? t("error.cluster.secretariat_only") : hint(list)}
      fields={fields[list]}
      rows={values[list]}
      blank={blanks[list] ?? {}}
      onChange={(rows) => set(list, rows)}
      errors={errors}
      readOnly={locked(list)}
    />
  ));
}
