// SPDX-License-Identifier: Apache-2.0
import { Text } from "@mantine/core";

/** One line of what is known of a record: within a list of terms (dl). */
export function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={500} style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
        {children}
      </Text>
    </div>
  );
}
