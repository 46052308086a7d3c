// SPDX-License-Identifier: Apache-2.0
import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Language, setLanguage } from "../i18n";

export const kSchemes = ["light", "dark", "auto"] as const;
export type Scheme = (typeof kSchemes)[number];

/** Language and light or dark, remembered in this browser. */
export function usePreferences() {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language: Language = i18n.language === "en" ? "en" : "ko";
  return {
    language,
    changeLanguage: async (next: Language) => {
      await setLanguage(next);
      // Sentences that the server wrote are asked for again in the new language.
      await queries.invalidateQueries();
    },
    scheme: colorScheme as Scheme,
    changeScheme: setColorScheme,
  };
}
