// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What a list shows when it has nothing: why, and what to do next. */
export function EmptyState(props: { icon: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" className="panel" ta="center">
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
        {props.icon}
      </ThemeIcon>
      <Title order={2} size="h3">
        {props.title}
      </Title>
      {props.text && (
        <Text c="dimmed" maw={520}>
          {props.text}
        </Text>
      )}
      {props.action}
    </Stack>
  );
}
