// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

/** A search field that says what is looked for once the typing rests. */
export function SearchInput(props: {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  const later = useDebouncedCallback((next: string) => props.onSearch(next.trim()), 250);
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing "a " must not lose its blank to the trimmed address
  useEffect(() => {
    if (props.value !== typed.trim()) setTyped(props.value);
  }, [props.value]);
  return (
    <TextInput
      style={{ flex: "1 1 240px" }}
      type="search"
      label={props.label}
      placeholder={props.placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
