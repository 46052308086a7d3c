// SPDX-License-Identifier: Apache-2.0
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "../../messages/en.json";
import ko from "../../messages/ko.json";

export type Language = "ko" | "en";
const kStored = "dure.language";

export function preferredLanguage(): Language {
  const stored = localStorage.getItem(kStored);
  if (stored === "ko" || stored === "en") return stored;
  return navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "ko";
}

export async function setLanguage(language: Language) {
  localStorage.setItem(kStored, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export function startI18n(language: Language = preferredLanguage()) {
  document.documentElement.lang = language;
  return i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { ko: { translation: ko }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

/** The day of an instant, here. */
export function formatDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", { dateStyle: "medium" }).format(
    new Date(instant),
  );
}
