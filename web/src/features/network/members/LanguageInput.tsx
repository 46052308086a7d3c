// SPDX-License-Identifier: Apache-2.0
import { Autocomplete } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { kNameLanguages, languageName } from "../../people/countries";

/** The language of a text, as a tag. */
export function LanguageInput(props: {
  number: number;
  value: string;
  error: React.ReactNode;
  onChange: (language: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Autocomplete
      style={{ flex: "1 1 110px", maxWidth: 170 }}
      label={t("network.field.language", { number: props.number })}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
      data={kNameLanguages}
      renderOption={({ option }) => `${languageName(option.value, currentLanguage())} (${option.value})`}
    />
  );
}
