// SPDX-License-Identifier: Apache-2.0
import type { Language } from "./format";

export interface Labelled {
  name: string;
  label_ko?: string | undefined;
  label_en?: string | undefined;
}

/// What people call a part: its label in their language, else in the other, else its name.
export function labelOf(part: Labelled, language: Language): string {
  const [first, second] = language === "ko" ? [part.label_ko, part.label_en] : [part.label_en, part.label_ko];
  return first || second || part.name;
}

export function labelByName(parts: Labelled[], name: string, language: Language): string {
  const part = parts.find((candidate) => candidate.name === name);
  return part ? labelOf(part, language) : name;
}
