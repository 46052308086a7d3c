// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Paper, Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import classes from "./Comments.module.css";
import type { CalendarItem } from "./calendarApi";
import { monthName, weeksOf } from "./month";
import { placeOf } from "./place";
import { today } from "./TaskState";

const kShown = 3;

export const hourOf = (begins: string) =>
  new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Seoul" }).format(
    new Date(begins),
  );

/** A month as a table of weeks. */
export function MonthGrid(props: { month: string; items: CalendarItem[]; onMore: () => void }) {
  const { t } = useTranslation();
  const { month, items, onMore } = props;
  const weeks = weeksOf(month);
  const weekday = new Intl.DateTimeFormat(currentLanguage(), { weekday: "short", timeZone: "UTC" });
  return (
    <Paper className="panel" p="sm" style={{ overflowX: "auto" }}>
      <table
        className={classes.grid}
        aria-label={t("calendar.table", { month: monthName(month, currentLanguage()) })}
      >
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekday.format(new Date(`${day}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  outside={!day.startsWith(month)}
                  items={items.filter((one) => one.day === day)}
                  onMore={onMore}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function Day(props: { day: string; outside: boolean; items: CalendarItem[]; onMore: () => void }) {
  const { t } = useTranslation();
  const { day, outside, items, onMore } = props;
  return (
    <td className={classes.day} data-today={day === today() || undefined}>
      <Text size="sm" className="num" c={outside ? "dimmed" : undefined} fw={day === today() ? 700 : 500}>
        <span aria-hidden>{Number(day.slice(8))}</span>
        <VisuallyHidden>{day}</VisuallyHidden>
      </Text>
      {items.slice(0, kShown).map((one) => (
        <Anchor
          key={`${one.kind}-${one.id}`}
          component={Link}
          {...placeOf(one.path)}
          className={classes.entry}
          title={`${t(`calendar.kind.${one.kind}`)}: ${one.title}`}
          td={one.done ? "line-through" : undefined}
        >
          {`${one.begins ? `${hourOf(one.begins)} ` : ""}${t(`calendar.kind.${one.kind}`)}: ${one.title}`}
        </Anchor>
      ))}
      {items.length > kShown && (
        <Button variant="subtle" size="compact-sm" onClick={onMore}>
          {t("calendar.more", { count: items.length - kShown })}
        </Button>
      )}
    </td>
  );
}
