// SPDX-License-Identifier: Apache-2.0
import { MultiSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWaiting, useWanted } from "../../components/FoundSelect";
import { type PersonLine, personListQuery } from "./personsApi";

const labelOf = ({ name, employments }: PersonLine) =>
  employments[0] ? `${name} (${employments[0].organisation_name})` : name;

/** Chooses persons by a part of a name or of where they work. `known`: those chosen before, by their names. */
export function PersonsSelect(props: {
  label: string;
  value: string[];
  known: { id: string; name: string }[];
  onChange: (ids: string[]) => void;
  error?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { label, value, onChange, error } = props;
  const [typed, setTyped] = useState("");
  const { wanted, pausing } = useWanted(typed);
  const [seen, setSeen] = useState(() => new Map(props.known.map(({ id, name }) => [id, name])));
  const list = useInfiniteQuery(personListQuery({ q: wanted, sort: "name", deleted: false }, 20));
  const choices = new Map(list.data?.pages[0]?.items.map((one) => [one.id, labelOf(one)]));
  for (const id of value) if (!choices.has(id)) choices.set(id, seen.get(id) ?? id);
  const waiting = isWaiting(pausing, list);
  const offered = waiting ? [...choices].filter(([id]) => value.includes(id)) : [...choices];
  return (
    <MultiSelect
      label={label}
      error={error}
      searchable
      value={value}
      onChange={(ids) => {
        setSeen(new Map([...seen, ...choices]));
        onChange(ids);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t(waiting ? "common.searching" : "person.no_match")}
      data={offered.map(([id, name]) => ({ value: id, label: name }))}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
