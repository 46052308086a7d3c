// SPDX-License-Identifier: Apache-2.0
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface Choice {
  value: string;
  label: string;
}

/** What to ask the server for, of what is being typed: `wanted` follows once the typing pauses. */
export function useWanted(typed: string) {
  const [wanted] = useDebouncedValue(typed.trim(), 250);
  return { wanted, pausing: wanted !== typed.trim() };
}

/** Whether an answer to what is typed is still to come; what stands there until then answers something else. */
export const isWaiting = (pausing: boolean, asked: { isPending: boolean; isPlaceholderData: boolean }) =>
  pausing || asked.isPending || asked.isPlaceholderData;

/**
 * A choice that the server searches for. While the answer is to come only the one chosen is on offer, so that no key
 * chooses what does not fit any more. One chosen here stays on offer whatever is typed; one that was chosen before is to
 * stand in `found`.
 */
export function FoundSelect(
  props: Omit<SelectProps, "data" | "filter" | "searchable" | "nothingFoundMessage"> & {
    found: Choice[];
    waiting: boolean;
    nothing: string;
  },
) {
  const { t } = useTranslation();
  const { found, waiting, nothing, value, onChange, ...rest } = props;
  const [last, setLast] = useState<Choice>();
  const missing = last?.value === value && !found.some((one) => one.value === value);
  const known = last && missing ? [last, ...found] : found;
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ "aria-label": t("people.clear_one") }}
      {...rest}
      value={value}
      onChange={(next, option) => {
        setLast(option ?? undefined);
        onChange?.(next, option);
      }}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      data={waiting ? known.filter((one) => one.value === value) : known}
      nothingFoundMessage={waiting ? t("common.searching") : nothing}
    />
  );
}
