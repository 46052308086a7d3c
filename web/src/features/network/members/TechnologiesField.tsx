// SPDX-License-Identifier: Apache-2.0
import { Combobox, Input, Pill, PillsInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import type { Member } from "./api";
import { conceptQuery } from "./concepts";
import { labelOf } from "./labels";

/** Concepts of the taxonomy, found by their words in any language. */
export function TechnologiesField(props: {
  value: string[];
  labels: Member["labels"];
  error: React.ReactNode;
  onChange: (value: string[]) => void;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const language = currentLanguage();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const [wanted] = useDebouncedValue(typed.trim(), 150);
  const [known, setKnown] = useState(props.labels ?? {});
  const { data = [] } = useQuery(conceptQuery(wanted));
  const offered = typed.trim() === "" ? [] : data.filter(({ id }) => !value.includes(id));
  return (
    <Combobox
      store={box}
      onOptionSubmit={(id) => {
        const one = data.find((other) => other.id === id);
        if (one) setKnown((before) => ({ ...before, [id]: one.labels }));
        onChange([...value, id]);
        setTyped("");
        box.closeDropdown();
      }}
    >
      <Combobox.DropdownTarget>
        <PillsInput
          label={t("network.profile.technologies")}
          description={t("network.field.technologies_hint")}
          error={props.error}
        >
          <Pill.Group>
            {value.map((id) => (
              <Pill
                key={id}
                withRemoveButton
                removeButtonProps={{
                  tabIndex: 0,
                  "aria-hidden": false,
                  "aria-label": t("network.members.without", { value: labelOf(known[id], id, language) }),
                }}
                onRemove={() => onChange(value.filter((one) => one !== id))}
              >
                {labelOf(known[id], id, language)}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                aria-label={t("network.profile.technologies")}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  box.openDropdown();
                }}
                onBlur={() => box.closeDropdown()}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options
          aria-label={t("network.profile.technologies")}
          mah={260}
          style={{ overflowY: "auto" }}
        >
          {offered.map(({ id, labels }) => (
            <Combobox.Option key={id} value={id}>
              {labelOf(labels, id, language)}
              <Input.Description component="span"> {id}</Input.Description>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
