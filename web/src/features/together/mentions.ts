// SPDX-License-Identifier: Apache-2.0
// What a person types behind an "@", and the people that a text mentions.

/** The name that is being typed at the caret, and where its "@" stands; undefined: none is. */
export function typedMention(text: string, caret: number): { at: number; part: string } | undefined {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ""))) return undefined;
  const part = text.slice(at + 1, caret);
  return part.length <= 30 && !/[\n@,.;:!?]/.test(part) ? { at, part } : undefined;
}

/** The text with the name put in the place of what was typed, and where the caret goes. */
export function withMention(text: string, caret: number, at: number, name: string) {
  const put = `@${name} `;
  return { text: text.slice(0, at) + put + text.slice(caret).replace(/^ /, ""), caret: at + put.length };
}

/** Those whose "@name" still stands in the text. */
export function stillThere<T extends { name: string }>(text: string, people: T[]): T[] {
  return people.filter(({ name }) => text.includes(`@${name}`));
}

/** The text in parts, those that mention somebody marked; the longest name first, where one begins another. */
export function parts(text: string, names: string[]): { text: string; mention: boolean; from: number }[] {
  const known = [...names].sort((a, b) => b.length - a.length);
  const found: { text: string; mention: boolean; from: number }[] = [];
  let plain = 0;
  for (let i = 0; i < text.length; i++) {
    const name = text[i] === "@" ? known.find((one) => text.startsWith(one, i + 1)) : undefined;
    if (!name) continue;
    if (i > plain) found.push({ text: text.slice(plain, i), mention: false, from: plain });
    found.push({ text: `@${name}`, mention: true, from: i });
    plain = i + name.length + 1;
    i = plain - 1;
  }
  if (plain < text.length) found.push({ text: text.slice(plain), mention: false, from: plain });
  return found;
}
