// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { notice } from "../components/notices";
import { onConnection, queryClient } from "./queryClient";

/**
 * Says that the server cannot be reached, looks for it every three seconds,
 * and brings everything up to date when it is back.
 */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const gone = () => setLost(true);
    onConnection(setLost);
    window.addEventListener("offline", gone);
    return () => {
      onConnection(() => {});
      window.removeEventListener("offline", gone);
    };
  }, []);
  useEffect(() => {
    if (!lost) return;
    const look = async () => {
      const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
      if (!answer?.ok) return;
      setLost(false);
      notice("teal", t("app.connection.back"));
      await queryClient.invalidateQueries();
    };
    const timer = setInterval(look, 3000);
    return () => clearInterval(timer);
  }, [lost, t]);
  if (!lost) return null;
  return (
    <Group role="alert" bg="gam.8" c="white" px="md" py={8} gap="sm" wrap="nowrap" className="no-print">
      <IconPlugConnectedX size={20} aria-hidden />
      <Text size="sm" fw={600} style={{ flex: 1 }}>
        {t("app.connection.lost")}
      </Text>
      <Button size="compact-sm" variant="white" color="gam.8" onClick={() => window.location.reload()}>
        {t("app.connection.reload")}
      </Button>
    </Group>
  );
}
