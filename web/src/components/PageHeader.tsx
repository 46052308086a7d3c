// SPDX-License-Identifier: Apache-2.0
import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "../hooks/usePageTitle";

export interface Crumb {
  label: string;
  to?: string;
}

/** Where one is, the page's one heading, and what can be done here. Also names the browser's tab. */
export function PageHeader(props: {
  title: string;
  crumbs?: Crumb[];
  description?: ReactNode;
  badges?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useTranslation();
  usePageTitle(props.title);
  return (
    <Stack gap={6} mb="lg">
      {props.crumbs && props.crumbs.length > 0 && (
        <nav aria-label={t("app.breadcrumbs")}>
          <Breadcrumbs separator="/" separatorMargin={8} style={{ flexWrap: "wrap" }}>
            {props.crumbs.map(({ label, to }) =>
              to ? (
                <Anchor key={label} component={Link} to={to} size="sm">
                  {label}
                </Anchor>
              ) : (
                <Text key={label} size="sm" c="dimmed">
                  {label}
                </Text>
              ),
            )}
          </Breadcrumbs>
        </nav>
      )}
      <Group justify="space-between" align="flex-end" gap="md">
        <Group gap="sm" align="center">
          <Title order={1}>{props.title}</Title>
          {props.badges}
        </Group>
        {props.actions && (
          <Group gap="xs" className="no-print">
            {props.actions}
          </Group>
        )}
      </Group>
      {props.description && (
        <Text c="dimmed" maw={760}>
          {props.description}
        </Text>
      )}
    </Stack>
  );
}
