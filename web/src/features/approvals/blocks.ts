// SPDX-License-Identifier: Apache-2.0

export type Block = { kind: "heading" | "paragraph"; text: string } | { kind: "list"; items: string[] };

/** A plain text as blocks: "# " heads, "- " lists, empty lines between paragraphs. Nothing else means anything. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const last = blocks.at(-1);
    if (line.trim() === "") {
      open = false;
    } else if (/^#{1,3} /.test(line)) {
      blocks.push({ kind: "heading", text: line.replace(/^#+ /, "").trim() });
      open = false;
    } else if (/^[-*] /.test(line)) {
      const item = line.slice(2).trim();
      if (open && last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
      open = true;
    } else if (open && last?.kind === "paragraph") {
      last.text += `\n${line}`;
    } else {
      blocks.push({ kind: "paragraph", text: line });
      open = true;
    }
  }
  return blocks;
}
