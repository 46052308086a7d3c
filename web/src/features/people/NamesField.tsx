// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Autocomplete, Button, Fieldset, Group, Input, Radio, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { kNameLanguages, languageName } from "./countries";
import { type Name, withoutName, withPrimary } from "./names";

/** Names in several languages, one of them primary. `errors` are by path: "names", "names.0.name". */
export function NamesField(props: {
  value: Name[];
  onChange: (names: Name[]) => void;
  errors: Record<string, React.ReactNode>;
}) {
  const { t } = useTranslation();
  const { value, onChange, errors } = props;
  const set = (index: number, patch: Partial<Name>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const unused = kNameLanguages.find((tag) => !value.some((one) => one.language === tag)) ?? "";
  return (
    <Fieldset legend={t("people.field.names")}>
      {value.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names have nothing else of their own, and keep their order
        <Group key={index} gap="xs" align="flex-start" mb="xs" wrap="wrap">
          <TextInput
            style={{ flex: "3 1 200px" }}
            label={t("people.names.name", { number: index + 1 })}
            value={one.name}
            error={errors[`names.${index}.name`]}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
            data-autofocus={index === 0 || undefined}
          />
          <Autocomplete
            style={{ flex: "1 1 130px" }}
            label={t("people.names.language", { number: index + 1 })}
            value={one.language}
            error={errors[`names.${index}.language`]}
            onChange={(language) => set(index, { language })}
            data={kNameLanguages}
            comboboxProps={{ withinPortal: false }}
            renderOption={({ option }) =>
              `${languageName(option.value, currentLanguage())} (${option.value})`
            }
          />
          <Group gap="xs" mt={{ base: 0, xs: 30 }} wrap="nowrap">
            <Radio
              label={t("people.names.primary")}
              aria-label={t("people.names.primary_named", { number: index + 1 })}
              checked={one.primary}
              onChange={() => onChange(withPrimary(value, index))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--dure-ink)"
              size={36}
              disabled={value.length === 1}
              aria-label={t("people.names.remove", { number: index + 1 })}
              onClick={() => onChange(withoutName(value, index))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      ))}
      {errors.names && <Input.Error mb="xs">{errors.names}</Input.Error>}
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...value, { language: unused, name: "", primary: false }])}
      >
        {t("people.names.add")}
      </Button>
    </Fieldset>
  );
}
