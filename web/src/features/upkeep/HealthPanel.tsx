// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { healthQuery } from "./api";

const kColours = { good: "teal", warning: "gam", trouble: "red" };

/** How the installation fares, each finding with what to do. */
export function HealthPanel() {
  const { t } = useTranslation();
  const { data, error, refetch, isFetching } = useQuery(healthQuery);
  return (
    <Stack gap="md">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={320} radius="lg" />}
      {data && (
        <>
          <Alert
            color={kColours[data.state]}
            icon={data.state === "good" ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
            title={t(`upkeep.health.state.${data.state}`)}
          >
            <Group justify="space-between" gap="sm">
              <Text size="sm">
                {t("upkeep.health.checked", {
                  at: formatInstant(data.at, currentLanguage()),
                  version: data.version,
                })}
              </Text>
              <Button
                variant="default"
                leftSection={<IconRefresh size={18} aria-hidden />}
                loading={isFetching}
                onClick={() => void refetch()}
              >
                {t("upkeep.health.again")}
              </Button>
            </Group>
          </Alert>
          <Paper className="panel" component="ul" p={0} m={0} aria-label={t("upkeep.health.table")}>
            {data.checks.map((check, index) => (
              <Group
                key={check.name}
                component="li"
                wrap="nowrap"
                gap="md"
                p={{ base: "md", sm: "lg" }}
                style={index > 0 ? { borderTop: "1px solid var(--mantine-color-default-border)" } : undefined}
              >
                <Badge color={kColours[check.state]} style={{ flex: "none" }}>
                  {t(`upkeep.health.badge.${check.state}`)}
                </Badge>
                <Text>{t(`upkeep.health.${check.name}.${check.state}`, check.params)}</Text>
              </Group>
            ))}
          </Paper>
        </>
      )}
    </Stack>
  );
}
