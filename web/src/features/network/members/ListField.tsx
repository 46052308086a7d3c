// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Fieldset, Group } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { wrapping } from "../../../components/wrapping";

/** Entries of one kind, added and removed one by one. */
export function ListField<T>(props: {
  legend: string;
  add: string;
  remove: (number: number) => string;
  values: T[];
  fresh: () => T;
  onChange: (values: T[]) => void;
  children: (value: T, set: (patch: Partial<T>) => void, index: number) => ReactNode;
}) {
  const { values, onChange } = props;
  return (
    <Fieldset legend={props.legend}>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have nothing else of their own, and keep their order
        <Group key={index} gap="xs" align="flex-start" mb="sm" wrap="nowrap">
          <Group gap="xs" align="flex-start" style={{ flex: 1 }}>
            {props.children(
              value,
              (patch) => onChange(values.map((one, at) => (at === index ? { ...one, ...patch } : one))),
              index,
            )}
          </Group>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-ink)"
            size={36}
            mt={26}
            aria-label={props.remove(index + 1)}
            onClick={() => onChange(values.filter((_, at) => at !== index))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-md"
        {...wrapping}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...values, props.fresh()])}
      >
        {props.add}
      </Button>
    </Fieldset>
  );
}
