// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Group, SegmentedControl, Skeleton, Stack, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { Agenda } from "./Agenda";
import { calendarQuery } from "./calendarApi";
import { FeedCard } from "./FeedCard";
import { MonthGrid } from "./MonthGrid";
import { addMonths, isMonth, monthName, weeksOf } from "./month";
import { today } from "./TaskState";

/** What is due and when people meet, a month at a time. */
export function CalendarPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const narrow = useMediaQuery("(max-width: 48em)") ?? false;
  const asked = urlText(search.month);
  const now = today().slice(0, 7);
  const month = isMonth(asked) ? asked : now;
  const view =
    search.view === "agenda" || search.view === "month" ? search.view : narrow ? "agenda" : "month";
  const days = weeksOf(month).flat();
  const { data, error, refetch } = useQuery(calendarQuery(days[0] ?? "", days.at(-1) ?? ""));
  const go = (to: string) => update({ month: to === now ? undefined : to });
  return (
    <>
      <PageHeader
        title={t("calendar.title")}
        description={t("calendar.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("calendar.title") }]}
      />
      <Group justify="space-between" mb="md">
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t("calendar.previous")}
            onClick={() => go(addMonths(month, -1))}
          >
            <IconChevronLeft size={20} />
          </ActionIcon>
          <Title order={2} size="h3" aria-live="polite" miw={150} ta="center">
            {monthName(month, currentLanguage())}
          </Title>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t("calendar.next")}
            onClick={() => go(addMonths(month, 1))}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
          {month !== now && (
            <Button variant="default" onClick={() => go(now)}>
              {t("calendar.today")}
            </Button>
          )}
        </Group>
        <SegmentedControl
          aria-label={t("calendar.view")}
          value={view}
          onChange={(value) => update({ view: value })}
          data={[
            { value: "month", label: t("calendar.month") },
            { value: "agenda", label: t("calendar.agenda") },
          ]}
        />
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={480} radius="lg" />}
      <Stack gap="lg">
        {data &&
          (view === "month" ? (
            <MonthGrid month={month} items={data} onMore={() => update({ view: "agenda" })} />
          ) : (
            <Agenda items={data.filter(({ day }) => day.startsWith(month))} />
          ))}
        <FeedCard />
      </Stack>
    </>
  );
}
