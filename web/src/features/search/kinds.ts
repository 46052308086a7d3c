// SPDX-License-Identifier: Apache-2.0
import {
  IconAffiliate,
  IconBolt,
  IconBook,
  IconBuilding,
  IconCalendarStats,
  IconChartLine,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconHeartHandshake,
  IconMessages,
  IconTargetArrow,
  IconTrendingUp,
  IconUser,
  IconUsersGroup,
} from "@tabler/icons-react";

const kIcons: Record<string, typeof IconBolt> = {
  organisation: IconBuilding,
  person: IconUser,
  member: IconUsersGroup,
  cluster: IconAffiliate,
  plan: IconBolt,
  measure: IconTargetArrow,
  energy_programme: IconHeartHandshake,
  centre_year: IconCalendarStats,
  forecast: IconTrendingUp,
  indicator: IconChartLine,
  source: IconBook,
  meeting: IconMessages,
  approval: IconChecklist,
  board_meeting: IconGavel,
};

export const iconOf = (kind: string): typeof IconBolt => kIcons[kind] ?? IconFileText;
