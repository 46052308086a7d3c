// SPDX-License-Identifier: Apache-2.0
import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** A part of an account's page: its heading, what it means, what can be done, and its contents. */
export function Section(props: {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <Paper component="section" className="panel" aria-labelledby={id} style={{ overflow: "hidden" }}>
      <Stack gap="md" py={{ base: "md", sm: "lg" }}>
        <Group px={{ base: "md", sm: "lg" }} justify="space-between" align="flex-start" gap="sm">
          <div style={{ flex: "1 1 280px", minWidth: 0 }}>
            <Title order={2} size="h3" id={id}>
              {props.title}
            </Title>
            {props.text && (
              <Text size="sm" c="dimmed" maw={640}>
                {props.text}
              </Text>
            )}
          </div>
          {props.action && <Box className="no-print">{props.action}</Box>}
        </Group>
        {props.children}
      </Stack>
    </Paper>
  );
}
