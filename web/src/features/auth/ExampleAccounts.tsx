// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { setupQuery } from "../../app/session";
import classes from "./ExampleAccounts.module.css";

/** The accounts of the example, where the server gives them (on a loopback address): one press fills in the form. */
export function ExampleAccounts({
  onChoose,
}: {
  onChoose: (account: { email: string; password: string }) => void;
}) {
  const { t } = useTranslation();
  const accounts = useQuery(setupQuery).data?.example ?? [];
  if (accounts.length === 0) return null;
  return (
    <Paper p="md" radius="lg" className={classes.box}>
      <Stack gap={8}>
        <Group gap="xs">
          <Text fw={700}>{t("auth.example.title")}</Text>
          <Badge variant="light" color="gam" radius="sm" tt="none">
            {t("app.example")}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {t("auth.example.text")}
        </Text>
        {accounts.map(({ email, password, role }) => (
          <UnstyledButton
            key={email}
            className={classes.account}
            onClick={() => onChoose({ email, password })}
          >
            <span>
              <Text fw={600} size="sm">
                {t(`accounts.roles.${role}`)}
              </Text>
              <Text size="sm" c="dimmed">
                {email}
              </Text>
            </span>
            <IconArrowUp size={18} aria-hidden />
          </UnstyledButton>
        ))}
      </Stack>
    </Paper>
  );
}
