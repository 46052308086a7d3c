// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Marked } from "../../components/Marked";
import { currentLanguage, formatDay } from "../../i18n";
import type { Found } from "./api";
import classes from "./Results.module.css";

/** What is said beside a title: a number, a place, the day. */
export function factsOf(one: Found): string {
  const day = one.day ?? (one.at && formatDay(one.at, currentLanguage()));
  return [one.detail, day].filter(Boolean).join(" · ");
}

export function Results({ items }: { items: Found[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {items.map((one) => (
        <li key={one.id} className={classes.item}>
          <Stack gap={2}>
            <Group gap="xs" align="baseline">
              <Anchor component={Link} to={one.page} fw={600} style={{ overflowWrap: "anywhere" }}>
                <Marked parts={one.title} />
              </Anchor>
              {one.fictitious && (
                <Badge variant="light" color="gam" radius="sm" tt="none">
                  {t("search.fictitious")}
                </Badge>
              )}
              <Text span size="sm" c="dimmed">
                {factsOf(one)}
              </Text>
            </Group>
            {one.excerpt.length > 0 && (
              <Text size="sm" className={classes.excerpt}>
                <Marked parts={one.excerpt} />
              </Text>
            )}
          </Stack>
        </li>
      ))}
    </ul>
  );
}
