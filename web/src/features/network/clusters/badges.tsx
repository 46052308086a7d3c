// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";

const kColours = { met: "teal", not_met: "red", unknown: "gray" } as const;

/** Whether the cluster meets the rule: in words, never by colour alone. */
export function VerdictBadge({ verdict }: { verdict: Schemas["Verdict"] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="default" radius="sm" tt="none" fw={600} leftSection={<Dot colour={kColours[verdict]} />}>
      {t(`network.verdict.${verdict}`)}
    </Badge>
  );
}

export function StandingBadge({ standing }: { standing: Schemas["ClusterStanding"] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="default" radius="sm" tt="none" fw={600}>
      {t(`network.standing.${standing}`)}
    </Badge>
  );
}

function Dot({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden
      style={{
        display: "inline-block",
        width: 10,
        height: 10,
        borderRadius: 5,
        background: `var(--mantine-color-${colour}-6)`,
      }}
    />
  );
}
