// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Indicator, VisuallyHidden } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { unreadQuery } from "./api";
import { useLiveNotifications } from "./useLiveNotifications";

/** The server counts no further. */
const kMost = 100;

/** How many notifications are unread, as they come, and the way to them. */
export function Bell() {
  const { t } = useTranslation();
  useLiveNotifications();
  const unread = useQuery(unreadQuery).data ?? 0;
  const shown = unread >= kMost ? `${kMost - 1}+` : String(unread);
  const name =
    unread > 0 ? t("notifications.bell_count", { count: shown } as never) : t("notifications.bell");
  return (
    <>
      <Indicator label={shown} size={20} offset={8} disabled={unread === 0} color="red.8">
        <ActionIcon
          component={Link}
          to="/inbox"
          variant="subtle"
          color="gray"
          c="var(--dure-ink)"
          size={44}
          aria-label={name as string}
        >
          <IconBell size={22} />
        </ActionIcon>
      </Indicator>
      <VisuallyHidden role="status">{unread > 0 ? (name as string) : ""}</VisuallyHidden>
    </>
  );
}
