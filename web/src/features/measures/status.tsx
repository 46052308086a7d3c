// SPDX-License-Identifier: Apache-2.0
import { Badge, List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MeasureReason, MeasureStatus } from "./api";

const kColours: Record<MeasureStatus, string> = {
  late: "red",
  at_risk: "gam",
  on_track: "teal",
  planned: "gray",
  done: "blue",
  cancelled: "gray",
};

export function StatusBadge({ status }: { status: MeasureStatus }) {
  const { t } = useTranslation();
  return (
    <Badge
      variant={status === "planned" || status === "cancelled" ? "default" : "light"}
      color={kColours[status]}
      radius="sm"
      tt="none"
      miw="max-content"
    >
      {t(`measure.status.${status}`)}
    </Badge>
  );
}

/** Why the status is what it is, the weightiest first. */
export function Reasons({ reasons, short }: { reasons: MeasureReason[]; short?: boolean }) {
  const { t } = useTranslation();
  const said = reasons.map(({ code, params }) => t(`measure.reason.${code}`, params));
  if (short)
    return (
      <Text size="sm" c="dimmed" component="span">
        {said[0]}
        {said.length > 1 && ` · ${t("measure.more_reasons", { number: said.length - 1 })}`}
      </Text>
    );
  return (
    <List spacing={4}>
      {said.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
