// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/EmptyState";
import { currentLanguage } from "../../i18n";
import type { CalendarItem } from "./calendarApi";
import { hourOf } from "./MonthGrid";
import { placeOf } from "./place";

/** What there is, day by day. */
export function Agenda({ items }: { items: CalendarItem[] }) {
  const { t } = useTranslation();
  if (items.length === 0)
    return <EmptyState icon={<IconCalendarOff size={32} />} title={t("calendar.none")} />;
  const days = [...new Set(items.map(({ day }) => day))];
  const name = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: "full", timeZone: "UTC" });
  return (
    <Stack gap="md">
      {days.map((day) => (
        <Paper key={day} component="section" className="panel" p="md" aria-labelledby={`day-${day}`}>
          <Title order={3} size="h4" id={`day-${day}`} mb="xs">
            {name.format(new Date(`${day}T00:00:00Z`))}
          </Title>
          <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
            {items
              .filter((one) => one.day === day)
              .map((one) => (
                <Group key={`${one.kind}-${one.id}`} component="li" gap="xs">
                  <Badge variant="light" color="gray">
                    {t(`calendar.kind.${one.kind}`)}
                  </Badge>
                  {one.begins && <span className="num">{hourOf(one.begins)}</span>}
                  <Anchor component={Link} {...placeOf(one.path)} style={{ overflowWrap: "anywhere" }}>
                    {one.title}
                  </Anchor>
                  {one.place && (
                    <Text size="sm" c="dimmed">
                      {one.place}
                    </Text>
                  )}
                  {one.done && (
                    <Badge variant="light" color="teal">
                      {t("calendar.done")}
                    </Badge>
                  )}
                </Group>
              ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
