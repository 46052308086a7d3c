// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { FoundSelect, isWaiting, useWanted } from "../../components/FoundSelect";
import { type RecordReader, readersQuery, type Subject } from "./api";

/** Chooses who has a task, by a part of the name: only those who may read what it is about. */
export function PersonSelect(props: {
  label: string;
  description?: string;
  subject?: Subject;
  value: RecordReader | null;
  onChange: (person: RecordReader | null) => void;
  error?: ReactNode;
  clearable?: boolean;
}) {
  const { t } = useTranslation();
  const { label, description, subject, value, onChange, error, clearable = false } = props;
  const [typed, setTyped] = useState(value?.name ?? "");
  const chosen = typed === value?.name;
  const { wanted, pausing } = useWanted(chosen ? "" : typed);
  const readers = useQuery({
    ...readersQuery("task", wanted, subject),
    placeholderData: keepPreviousData,
  });
  const { data = [] } = readers;
  const known = value && !data.some(({ account }) => account === value.account) ? [value, ...data] : data;
  return (
    <FoundSelect
      label={label}
      description={description}
      error={error}
      clearable={clearable}
      value={value?.account ?? null}
      onChange={(account) => onChange(known.find((one) => one.account === account) ?? null)}
      searchValue={typed}
      onSearchChange={setTyped}
      nothing={t("tasks.nobody")}
      found={known.map(({ account, name }) => ({ value: account, label: name }))}
      waiting={isWaiting(pausing, readers)}
    />
  );
}
