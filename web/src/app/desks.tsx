// SPDX-License-Identifier: Apache-2.0
import { IconAffiliate, IconBolt, IconBulb, IconReportMoney } from "@tabler/icons-react";
import type { ComponentType } from "react";

export interface Desk {
  id: "energy" | "innovation" | "network" | "budget";
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  colour: string;
  /** Where it is; none: it is still to come, and nothing pretends otherwise. */
  to?: string;
}

export const kDesks: Desk[] = [
  { id: "energy", icon: IconBolt, colour: "var(--dure-energy)", to: "/energy/plans" },
  { id: "innovation", icon: IconBulb, colour: "var(--dure-innovation)" },
  { id: "network", icon: IconAffiliate, colour: "var(--dure-network)" },
  { id: "budget", icon: IconReportMoney, colour: "var(--dure-budget)" },
];
