// SPDX-License-Identifier: Apache-2.0
import { List, Stack, Text } from "@mantine/core";
import { blocksOf } from "./blocks";

/** A document's text as it is read. */
export function PlainText({ text }: { text: string }) {
  return (
    <Stack gap="sm">
      {blocksOf(text).map((block, index) =>
        block.kind === "list" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have nothing of their own but their place
          <List key={index} spacing={4} pr="md">
            {block.items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: likewise
              <List.Item key={at}>{item}</List.Item>
            ))}
          </List>
        ) : (
          <Text
            // biome-ignore lint/suspicious/noArrayIndexKey: likewise
            key={index}
            fw={block.kind === "heading" ? 700 : undefined}
            style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          >
            {block.text}
          </Text>
        ),
      )}
    </Stack>
  );
}
