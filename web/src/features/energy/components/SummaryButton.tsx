// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function SummaryButton({ run }: { run: string }) {
  const { t } = useTranslation();
  return (
    <Button
      component={Link}
      to={`/energy/runs/${run}/summary`}
      search={((before: { money?: string }) => (before.money ? { money: before.money } : {})) as never}
      variant="default"
      leftSection={<IconFileText size={18} aria-hidden />}
    >
      {t("run.sheet.open")}
    </Button>
  );
}
