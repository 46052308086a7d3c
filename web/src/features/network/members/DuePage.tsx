// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Skeleton, Table, Tabs, Text } from "@mantine/core";
import { IconCircleCheck, IconCopyCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import stacked from "../../../components/StackedTable.module.css";
import { useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { FictitiousBadge } from "../../people/badges";
import { countryName } from "../../people/countries";
import { NetworkTabs } from "../NetworkTabs";
import { type Duty, dueQuery, kDuties } from "./api";

/** The secretariat's work list: what is not filled, not consented to, or soon over. */
export function DuePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const duty: Duty = kDuties.find((known) => known === search.duty) ?? "incomplete";
  const list = useInfiniteQuery(dueQuery(duty));
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const counts = list.data?.pages[0]?.counts;
  const due = list.data?.pages.flatMap((page) => page.items) ?? [];
  const language = currentLanguage();
  return (
    <>
      <PageHeader
        title={t("network.due.title")}
        description={t("network.due.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("network.members.title"), to: "/network/members" },
          { label: t("network.due.title") },
        ]}
        actions={
          may("list_organisation_doubles") && (
            <Button
              component={Link}
              to="/organisations/doubles"
              variant="default"
              leftSection={<IconCopyCheck size={18} aria-hidden />}
            >
              {t("people.doubles.title")}
            </Button>
          )
        }
      />
      <NetworkTabs />
      <Tabs value={duty} onChange={(next) => update({ duty: next ?? undefined })}>
        <Tabs.List mb="md">
          {kDuties.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`network.due.${one}`)}
              {counts && ` (${counts[one].toLocaleString(language)})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={duty}>
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          {list.isPending && <Skeleton h={320} radius="lg" />}
          {list.data && due.length === 0 && (
            <EmptyState icon={<IconCircleCheck size={32} />} title={t("network.due.nothing")} />
          )}
          {due.length > 0 && (
            <Paper className="panel" style={{ overflow: "hidden" }}>
              <Table className={stacked.table} verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("network.due.member")}</Table.Th>
                    <Table.Th>{t("people.field.country")}</Table.Th>
                    <Table.Th>{t("network.due.filled")}</Table.Th>
                    <Table.Th>
                      {t(duty.endsWith("ending") ? "network.due.day" : "network.due.missing")}
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {due.map((one) => (
                    <Table.Tr key={one.id}>
                      <Table.Td>
                        <Group gap="xs">
                          <Anchor component={Link} to={`/network/members/${one.id}`} fw={600}>
                            {one.name}
                          </Anchor>
                          {one.fictitious && <FictitiousBadge />}
                        </Group>
                      </Table.Td>
                      <Table.Td data-label={t("people.field.country")}>
                        {countryName(one.country, language)}
                      </Table.Td>
                      <Table.Td data-label={t("network.due.filled")} className="num">
                        {one.completeness} %
                      </Table.Td>
                      <Table.Td data-label={t(one.due ? "network.due.day" : "network.due.missing")}>
                        {one.due ?? (
                          <Text size="sm">
                            {one.missing.map((name) => t(`network.missing.${name}`)).join(", ")}
                          </Text>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Paper>
          )}
          {list.hasNextPage && (
            <Group justify="center" mt="md">
              <Button
                variant="default"
                onClick={() => void list.fetchNextPage()}
                loading={list.isFetchingNextPage}
              >
                {t("common.more")}
              </Button>
            </Group>
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
