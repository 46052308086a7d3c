// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { IconChecklist } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countsQuery } from "./api";

/** What waits for the person's decision; nothing where nothing does. */
export function WaitingSection() {
  const { t } = useTranslation();
  const counts = useQuery(countsQuery).data;
  if (!counts || counts.waiting === 0) return null;
  return (
    <Group className="panel" p="md" gap="sm">
      <IconChecklist size={24} aria-hidden />
      <Anchor component={Link} to="/approvals" fw={600}>
        {`${t("approval.home.title")} ${t("approval.home.waiting", { count: counts.waiting })}`}
      </Anchor>
      {counts.overdue > 0 && (
        <Text c="var(--mantine-color-error)" fw={600}>
          {t("approval.home.overdue", { count: counts.overdue })}
        </Text>
      )}
    </Group>
  );
}
