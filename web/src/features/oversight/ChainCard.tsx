// SPDX-License-Identifier: Apache-2.0
import { Button, Group, List, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconDownload, IconLink, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sentence } from "../../api/problems";
import { saveText } from "../../components/chart/download";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type AuditChain, auditChainQuery } from "./api";

/** Whether anyone has touched the record, in plain words, computed when asked. */
export function ChainCard() {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(auditChainQuery);
  const whole = data?.status === "whole";
  const Icon = !data ? IconLink : whole ? IconShieldCheck : IconAlertTriangle;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} mb="lg" aria-labelledby="chain">
      <Group gap="md" align="flex-start">
        <ThemeIcon
          size={44}
          radius="xl"
          variant="light"
          color={!data ? undefined : whole ? "teal" : "red"}
          aria-hidden
        >
          <Icon size={24} />
        </ThemeIcon>
        <Stack gap={6} style={{ flex: "1 1 260px" }}>
          <Title order={2} size="h4" id="chain">
            {t(!data ? "audit.chain.title" : whole ? "audit.chain.whole" : "audit.chain.broken")}
          </Title>
          <div role="status">
            {data ? <Verdict chain={data} /> : <Text c="dimmed">{t("audit.chain.text")}</Text>}
          </div>
          <ProblemAlert error={error} onRetry={() => void refetch()} />
        </Stack>
        <Group gap="xs" className="no-print">
          {data?.checkpoint && (
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() =>
                saveText(`${JSON.stringify(data.checkpoint)}\n`, "application/json", "audit-checkpoint.json")
              }
            >
              {t("audit.chain.checkpoint")}
            </Button>
          )}
          <Button variant="light" loading={isFetching} onClick={() => void refetch()}>
            {t(data ? "audit.chain.again" : "audit.chain.verify")}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

function Verdict({ chain }: { chain: AuditChain }) {
  const { t } = useTranslation();
  const { sealed, waiting, erased, findings, at } = chain;
  return (
    <>
      <Text className="num">
        {t("audit.chain.figures", { sealed, waiting, erased, at: formatInstant(at, currentLanguage()) })}
      </Text>
      {findings.length > 0 && (
        <List size="sm" mt={6}>
          {findings.map((finding) => (
            <List.Item key={`${finding.code}${JSON.stringify(finding.params)}`}>
              {sentence(t, finding)}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="sm" c="dimmed" mt={6}>
        {t(findings.length > 0 ? "audit.chain.broken_text" : "audit.chain.whole_text")}
      </Text>
    </>
  );
}
