// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant, formatNumber } from "../energy/lib/format";
import { type Import, importListQuery, importResourcesQuery } from "./api";
import { StateBadge } from "./StateBadge";
import { UploadCard } from "./UploadCard";

export function ImportsPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const resources = useQuery(importResourcesQuery);
  const list = useInfiniteQuery(importListQuery);
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const imports = list.data?.pages.flatMap((page) => page.items) ?? [];
  const wanted = urlText(search.resource);
  const known = resources.data ?? [];
  const resource = known.find(({ key }) => key === wanted)?.key ?? known[0]?.key ?? "";
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        description={t("imports.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("imports.title") }]}
      />
      <Stack gap="lg">
        <ProblemAlert
          error={resources.error ?? list.error}
          onRetry={() => {
            void resources.refetch();
            void list.refetch();
          }}
        />
        {resources.isPending && <Skeleton h={260} radius="lg" />}
        {resource && (
          <UploadCard resources={known} resource={resource} onResource={(key) => update({ resource: key })} />
        )}
        {imports.length > 0 && (
          <Paper
            className="panel"
            component="section"
            aria-labelledby="earlier"
            style={{ overflow: "hidden" }}
          >
            <Title order={2} size="h3" id="earlier" p={{ base: "md", sm: "lg" }} pb="xs">
              {t("imports.earlier")}
            </Title>
            <Earlier imports={imports} />
          </Paper>
        )}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              onClick={() => void list.fetchNextPage()}
              loading={list.isFetchingNextPage}
            >
              {t("common.more")}
            </Button>
          </Group>
        )}
      </Stack>
    </>
  );
}

function Earlier({ imports }: { imports: Import[] }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("imports.earlier")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("imports.field.file")}</Table.Th>
          <Table.Th scope="col">{t("imports.field.resource")}</Table.Th>
          <Table.Th scope="col">{t("imports.field.state")}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t("imports.field.written")}
          </Table.Th>
          <Table.Th scope="col">{t("imports.field.when")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor
                component={Link}
                to={`/imports/${one.id}`}
                fw={600}
                style={{ overflowWrap: "anywhere" }}
              >
                {one.file_name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {one.owner_name}
              </Text>
            </Table.Td>
            <Table.Td data-label={t("imports.field.resource")}>
              {t(`imports.resource.${one.resource}`)}
            </Table.Td>
            <Table.Td data-label={t("imports.field.state")}>
              <StateBadge state={one.state} />
            </Table.Td>
            <Table.Td data-label={t("imports.field.written")} className="num" ta="right">
              {one.written > 0 ? formatNumber(one.written, language) : "–"}
            </Table.Td>
            <Table.Td data-label={t("imports.field.when")} className="num">
              {formatInstant(one.updated, language)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
