// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FoundSelect, isWaiting, useWanted } from "../../components/FoundSelect";
import { organisationListQuery, organisationQuery } from "./api";

/** Chooses an organisation of the directory by a part of any of its names. */
export function OrganisationSelect(props: {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: React.ReactNode;
  description?: React.ReactNode;
  placeholder?: string;
  clearable?: boolean;
  style?: React.CSSProperties;
}) {
  const { t } = useTranslation();
  const { value, onChange, clearable = false, ...rest } = props;
  const [typed, setTyped] = useState("");
  const { wanted, pausing } = useWanted(typed);
  const list = useInfiniteQuery(organisationListQuery({ q: wanted, sort: "name", deleted: false }));
  const chosen = useQuery({ ...organisationQuery(value ?? ""), enabled: Boolean(value) });
  const choices = new Map(list.data?.pages[0]?.items.map(({ id, name }) => [id, name]));
  // The one chosen stays a choice, whatever is being typed.
  if (value) choices.set(value, choices.get(value) ?? chosen.data?.name ?? value);
  return (
    <FoundSelect
      {...rest}
      clearable={clearable}
      value={value}
      onChange={onChange}
      onSearchChange={(text) => {
        if (text !== choices.get(value ?? "")) setTyped(text);
      }}
      nothing={t("people.organisation.no_match")}
      found={[...choices].map(([id, label]) => ({ value: id, label }))}
      waiting={isWaiting(pausing, list)}
    />
  );
}
