// SPDX-License-Identifier: Apache-2.0
import { Badge, Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A part of a record's page under its own heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** Where a number comes from; that nothing is said of it is said too. */
export function Source({ text }: { text: string }) {
  const { t } = useTranslation();
  if (!text)
    return (
      <Badge variant="light" color="gam" radius="sm" tt="none" mt={4}>
        {t("centre.without_source")}
      </Badge>
    );
  return (
    <Text size="sm" c="dimmed" mt={4}>
      {t("centre.source", { source: text })}
    </Text>
  );
}
