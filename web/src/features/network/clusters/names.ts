// SPDX-License-Identifier: Apache-2.0
import type { Language } from "../../../i18n";
import type { Name } from "../../people/names";

/** What something is called in the reader's language, else its primary name. */
export function shownName(names: Name[], language: Language): string {
  const own = names.find((one) => one.language.split("-")[0] === language);
  return (own ?? names.find((one) => one.primary) ?? names[0])?.name ?? "";
}

/** The text in the reader's language, else the first. */
export function shownText<T extends { language: string }>(texts: T[], language: Language): T | undefined {
  return texts.find((one) => one.language.split("-")[0] === language) ?? texts[0];
}
