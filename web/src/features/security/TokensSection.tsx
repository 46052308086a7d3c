// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { Section } from "../accounts/Section";
import { formatInstant } from "../energy/lib/format";
import { type Token, tokensQuery, useRevokeToken } from "./api";
import { NewTokenDialog } from "./NewTokenDialog";

/** An account's API tokens; only its owner makes them. */
export function TokensSection({ account, own }: { account: string; own?: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(tokensQuery(account));
  const revoke = useRevokeToken(account);
  const [making, setMaking] = useState(false);
  const revokeOne = (token: Token) =>
    revoke.mutate(token, {
      onSuccess: () => notifications.show({ color: "teal", message: t("security.tokens.revoked") }),
    });
  return (
    <Section
      title={t("security.tokens.title")}
      text={own && t("security.tokens.text")}
      action={
        own && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t("security.tokens.open")}
          </Button>
        )
      }
    >
      <ProblemAlert error={error ?? revoke.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={60} mx="lg" />}
      {data?.length === 0 && (
        <Text px={{ base: "md", sm: "lg" }} c="dimmed">
          {t("security.tokens.none")}
        </Text>
      )}
      {data && data.length > 0 && (
        <Table className={classes.table} horizontalSpacing="lg" aria-label={t("security.tokens.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("security.tokens.name")}</Table.Th>
              <Table.Th scope="col">{t("security.tokens.scope")}</Table.Th>
              <Table.Th scope="col">{t("security.tokens.expires")}</Table.Th>
              <Table.Th scope="col">{t("security.tokens.last_used")}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((token) => (
              <TokenRow key={token.id} token={token} pending={revoke.isPending} onRevoke={revokeOne} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {making && <NewTokenDialog account={account} onClose={() => setMaking(false)} />}
    </Section>
  );
}

function TokenRow(props: { token: Token; pending: boolean; onRevoke: (token: Token) => void }) {
  const { t } = useTranslation();
  const { name, scope, expires, last_used } = props.token;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{name}</Text>
      </Table.Td>
      <Table.Td data-label={t("security.tokens.scope")}>{t(`security.tokens.scopes.${scope}`)}</Table.Td>
      <Table.Td data-label={t("security.tokens.expires")} className="num">
        {expires ? formatInstant(expires, currentLanguage()) : "–"}
      </Table.Td>
      <Table.Td data-label={t("security.tokens.last_used")} className="num">
        {last_used ? formatInstant(last_used, currentLanguage()) : t("security.tokens.never")}
      </Table.Td>
      <Table.Td>
        <Button
          variant="default"
          disabled={props.pending}
          onClick={() => props.onRevoke(props.token)}
          aria-label={t("security.tokens.revoke_one", { name })}
        >
          {t("security.tokens.revoke")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
