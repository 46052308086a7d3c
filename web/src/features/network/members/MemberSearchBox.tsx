// SPDX-License-Identifier: Apache-2.0
import { Combobox, Group, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedCallback, useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconCpu, IconPackage, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { type Suggestion, suggestionQuery } from "./api";
import { memberCount } from "./labels";

const kIcons = { member: IconBuilding, technology: IconCpu, product: IconPackage };

/** The search of the directory: answers as one types, offers names, technologies and products that begin so. */
export function MemberSearchBox(props: {
  value: string;
  onSearch: (text: string) => void;
  onMember: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(props.value);
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const { data = [] } = useQuery(suggestionQuery(asked));
  const later = useDebouncedCallback((next: string) => props.onSearch(next.trim()), 300);
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing "a " must not lose its blank to the trimmed address
  useEffect(() => {
    if (props.value !== typed.trim()) setTyped(props.value);
  }, [props.value]);
  const choose = (one: Suggestion) => {
    box.closeDropdown();
    if (one.kind === "member") return props.onMember(one.target);
    setTyped(one.text);
    props.onSearch(one.text);
  };
  const offered = typed.trim() === "" ? [] : data;
  return (
    <Combobox
      store={box}
      onOptionSubmit={(at) => {
        const one = offered[Number(at)];
        if (one) choose(one);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          size="lg"
          type="search"
          label={t("network.members.search")}
          placeholder={t("network.members.search_hint")}
          leftSection={<IconSearch size={22} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            later(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Enter" && box.getSelectedOptionIndex() < 0) {
              box.closeDropdown();
              props.onSearch(typed.trim());
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label={t("network.members.suggestions")}>
          {offered.map((one, at) => {
            const Icon = kIcons[one.kind];
            return (
              <Combobox.Option value={String(at)} key={`${one.kind}-${one.target}`}>
                <Group gap="xs" wrap="nowrap">
                  <Icon size={18} aria-hidden style={{ flex: "none" }} />
                  <Text span style={{ flex: 1, overflowWrap: "anywhere" }}>
                    {one.text}
                  </Text>
                  <Text span size="sm" c="dimmed">
                    {one.members === undefined
                      ? t(`network.suggestion.${one.kind}`)
                      : memberCount(t, currentLanguage(), one.members)}
                  </Text>
                </Group>
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
