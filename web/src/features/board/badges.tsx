// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Item, MeetingState } from "./api";

const kStateColours: Record<MeetingState, string> = {
  draft: "gray",
  convened: "blue",
  open: "orange",
  closed: "teal",
  cancelled: "gray",
};
const kItemColours: Record<Item["state"], string> = {
  pending: "gray",
  voting: "orange",
  carried: "teal",
  rejected: "red",
  reported: "blue",
};

export function MeetingBadge({ state }: { state: MeetingState }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kStateColours[state]}>
      {t(`board.state.${state}`)}
    </Badge>
  );
}

export function ItemBadge({ state }: { state: Item["state"] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kItemColours[state]}>
      {t(`board.item_state.${state}`)}
    </Badge>
  );
}
