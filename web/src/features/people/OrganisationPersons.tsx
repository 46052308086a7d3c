// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import type { Organisation } from "./api";
import { FictitiousBadge } from "./badges";
import { PersonDialog } from "./PersonDialog";
import { type PersonLine, personListQuery } from "./personsApi";

/** Who works and worked at an organisation, and as what. */
export function OrganisationPersons({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery(
    personListQuery({ q: "", organisation: organisation.id, sort: "name", deleted: false }),
  );
  const persons = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="persons">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h3" id="persons">
          {t("person.at_organisation")}
        </Title>
        {may("create_person") && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t("person.create")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={80} />}
      {list.data && persons.length === 0 && <Text c="dimmed">{t("person.none_here")}</Text>}
      {persons.length > 0 && (
        <Table className={classes.table} verticalSpacing="sm" aria-label={t("person.at_organisation")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("person.field.names")}</Table.Th>
              <Table.Th scope="col">{t("person.field.job")}</Table.Th>
              <Table.Th scope="col">{t("person.field.period")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {persons.map((one) => (
              <Row key={one.id} person={one} organisation={organisation.id} />
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
      {making && <PersonDialog organisation={organisation.id} onClose={() => setMaking(false)} />}
    </Paper>
  );
}

function Row({ person: one, organisation }: { person: PersonLine; organisation: string }) {
  const { t } = useTranslation();
  const jobs = one.employments.filter((job) => job.organisation === organisation);
  const period = ({ first_day = "", last_day = "" }: PersonLine["employments"][number]) =>
    first_day || last_day ? `${first_day} – ${last_day}` : "–";
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          <Anchor component={Link} to={`/persons/${one.id}`} fw={600}>
            {one.name}
          </Anchor>
          {one.fictitious && <FictitiousBadge />}
        </Group>
      </Table.Td>
      <Table.Td data-label={t("person.field.job")}>{jobs.map(({ job }) => job || "–").join(", ")}</Table.Td>
      <Table.Td data-label={t("person.field.period")} className="num">
        {jobs.map(period).join(", ")}
      </Table.Td>
    </Table.Tr>
  );
}
