// SPDX-License-Identifier: Apache-2.0
import {
  IconAffiliate,
  IconBolt,
  IconBook,
  IconBuilding,
  IconChartLine,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconMessages,
  IconUser,
  IconUsersGroup,
} from "@tabler/icons-react";

const kIcons: Record<string, typeof IconBolt> = {
  organisation: IconBuilding,
  person: IconUser,
  member: IconUsersGroup,
  cluster: IconAffiliate,
  plan: IconBolt,
  indicator: IconChartLine,
  source: IconBook,
  meeting: IconMessages,
  approval: IconChecklist,
  board_meeting: IconGavel,
};

export const iconOf = (kind: string): typeof IconBolt => kIcons[kind] ?? IconFileText;
