// SPDX-License-Identifier: Apache-2.0
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { assumptionsQuery } from "../assumptions/api";
import { useNumberNames, valueText } from "../assumptions/names";
import { useLanguage } from "../shell";

/** A number of the model by its name, with what stands there now. */
export function ParameterSelect(props: {
  planId: string;
  label: string;
  value: string;
  error?: ReactNode;
  /** Also what is switched on or off. */
  switches?: boolean;
  onChange: (at: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOf } = useNumberNames(props.planId);
  const { data } = useQuery(assumptionsQuery(props.planId));
  const all = (data?.items ?? []).filter(
    (one) => (props.switches || one.unit !== "switch") && (one.series === undefined || one.list === "series"),
  );
  return (
    <Select
      label={props.label}
      searchable
      allowDeselect={false}
      limit={200}
      data={all.map((one) => ({
        value: one.at,
        label: `${nameOf(one)} (${valueText(one.value, one.unit, t, language)})`,
      }))}
      value={props.value || null}
      onChange={(at) => props.onChange(at ?? "")}
      error={props.error}
      nothingFoundMessage={t("app.palette.nothing")}
    />
  );
}
