// SPDX-License-Identifier: Apache-2.0
import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
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
 * chooses what does not fit any more. `found` holds the one chosen too.
 */
export function FoundSelect(
  props: Omit<SelectProps, "data" | "filter" | "searchable" | "nothingFoundMessage"> & {
    found: Choice[];
    waiting: boolean;
    nothing: string;
  },
) {
  const { t } = useTranslation();
  const { found, waiting, nothing, value, ...rest } = props;
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      clearButtonProps={{ "aria-label": t("people.clear_one") }}
      {...rest}
      value={value}
      searchable
      allowDeselect={false}
      filter={({ options }) => options}
      data={waiting ? found.filter((one) => one.value === value) : found}
      nothingFoundMessage={waiting ? t("common.searching") : nothing}
    />
  );
}
