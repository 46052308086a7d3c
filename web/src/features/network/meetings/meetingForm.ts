// SPDX-License-Identifier: Apache-2.0
import { type Row, rowsOf, sent } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import type { Meeting, MeetingContent } from "./api";

export interface Values extends Record<string, unknown> {
  body: string;
  title: string;
  language: string;
  day: string;
  time: string;
  place: string;
  link: string;
  minutes: string;
  agenda: Row[];
  attendance: Row[];
  decisions: Row[];
  tasks: Row[];
}

export function valuesOf(one?: Meeting): Values {
  return {
    body: one?.body ?? "",
    title: one?.title ?? "",
    language: one?.language ?? currentLanguage(),
    day: one?.day ?? new Date().toISOString().slice(0, 10),
    time: one?.time ?? "",
    place: one?.place ?? "",
    link: one?.link ?? "",
    minutes: one?.minutes ?? "",
    agenda: rowsOf(one?.agenda),
    attendance: rowsOf(one?.attendance),
    decisions: rowsOf(one?.decisions),
    tasks: rowsOf(one?.tasks),
  };
}

export function contentOf(values: Values): MeetingContent {
  const { agenda, attendance, decisions, tasks, ...head } = values;
  return {
    ...sent<Pick<MeetingContent, "body" | "title" | "language" | "day">>({
      body: head.body,
      title: head.title,
      language: head.language,
      day: head.day,
      time: head.time,
      place: head.place,
      link: head.link,
      minutes: head.minutes,
    }),
    agenda: agenda.map((row) => sent(row)),
    attendance: attendance.map((row) => sent(row)),
    decisions: decisions.map((row) => sent(row)),
    tasks: tasks.map((row) => sent(row)),
  };
}
