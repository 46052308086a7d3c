// SPDX-License-Identifier: Apache-2.0
import {
  IconAddressBook,
  IconAffiliate,
  IconBolt,
  IconBuilding,
  IconBulb,
  IconCalendar,
  IconChecklist,
  IconClockEdit,
  IconGavel,
  IconHeartbeat,
  IconHistory,
  IconListCheck,
  IconMail,
  IconReportMoney,
  IconShieldCheck,
  IconSpeakerphone,
  IconSquareCheck,
  IconTableImport,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

type Icon = ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;

export interface Desk {
  id: "energy" | "innovation" | "network" | "budget";
  icon: Icon;
  colour: string;
  /** Where it is; none: it is still to come, and nothing pretends otherwise. */
  to?: string;
  /** The operation that a person must be allowed to find it open. */
  needs?: string;
}

export const kDesks: Desk[] = [
  { id: "energy", icon: IconBolt, colour: "var(--dure-energy)", to: "/energy/plans", needs: "list_plans" },
  { id: "innovation", icon: IconBulb, colour: "var(--dure-innovation)" },
  {
    id: "network",
    icon: IconAffiliate,
    colour: "var(--dure-network)",
    to: "/network/members",
    needs: "search_members",
  },
  { id: "budget", icon: IconReportMoney, colour: "var(--dure-budget)" },
];

/** What belongs to no desk: the pages for running the institute's Dure. */
export const kOffices: {
  name:
    | "tasks"
    | "calendar"
    | "changes"
    | "approvals"
    | "board"
    | "organisations"
    | "persons"
    | "imports"
    | "mailings"
    | "mails"
    | "jobs"
    | "accounts"
    | "rights"
    | "audit"
    | "upkeep";
  icon: Icon;
  to: string;
  needs?: string;
}[] = [
  { name: "tasks", icon: IconSquareCheck, to: "/tasks", needs: "list_tasks" },
  { name: "calendar", icon: IconCalendar, to: "/calendar", needs: "list_calendar" },
  { name: "approvals", icon: IconChecklist, to: "/approvals", needs: "list_approvals" },
  { name: "board", icon: IconGavel, to: "/board", needs: "list_board_meetings" },
  { name: "organisations", icon: IconBuilding, to: "/organisations", needs: "list_organisations" },
  { name: "persons", icon: IconAddressBook, to: "/persons", needs: "list_persons" },
  { name: "imports", icon: IconTableImport, to: "/imports", needs: "list_imports" },
  { name: "mailings", icon: IconSpeakerphone, to: "/mailings", needs: "list_mailings" },
  { name: "mails", icon: IconMail, to: "/mails", needs: "list_mails" },
  { name: "jobs", icon: IconListCheck, to: "/jobs" },
  { name: "accounts", icon: IconUsers, to: "/accounts", needs: "list_accounts" },
  { name: "changes", icon: IconClockEdit, to: "/changes", needs: "list_recent_changes" },
  { name: "audit", icon: IconHistory, to: "/audit", needs: "list_audit_entries" },
  { name: "rights", icon: IconShieldCheck, to: "/rights", needs: "get_rights" },
  { name: "upkeep", icon: IconHeartbeat, to: "/upkeep", needs: "get_health" },
];
