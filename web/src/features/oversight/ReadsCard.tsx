// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { personalReadsQuery } from "../people/privacyApi";

/** Who read whose personal data: kept apart from the audit, which is of changes. */
export function ReadsCard() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(personalReadsQuery());
  const reads = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} mt="lg" aria-labelledby="reads">
      <Title order={2} size="h3" id="reads">
        {t("audit.reads.title")}
      </Title>
      <Text c="dimmed" mb="md">
        {t("audit.reads.text")}
      </Text>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={120} />}
      {list.data && reads.length === 0 && <Text>{t("audit.reads.none")}</Text>}
      {reads.length > 0 && (
        <Table className={classes.table} verticalSpacing="sm" aria-label={t("audit.reads.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("audit.when")}</Table.Th>
              <Table.Th scope="col">{t("audit.actor")}</Table.Th>
              <Table.Th scope="col">{t("audit.what")}</Table.Th>
              <Table.Th scope="col">{t("audit.reads.whose")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reads.map((read) => (
              <Table.Tr key={read.number}>
                <Table.Td className="num">{formatInstant(read.at, currentLanguage())}</Table.Td>
                <Table.Td data-label={t("audit.actor")}>{read.account_name}</Table.Td>
                <Table.Td data-label={t("audit.what")}>
                  {t(`rights.operation.${read.operation}`, read.operation)}
                </Table.Td>
                <Table.Td data-label={t("audit.reads.whose")}>
                  {!read.person && t("audit.reads.many", { count: read.count })}
                  {read.person &&
                    (read.person_name ? (
                      <Anchor component={Link} to={`/persons/${read.person}`}>
                        {read.person_name}
                      </Anchor>
                    ) : (
                      t("person.erased")
                    ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
    </Paper>
  );
}
