// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import type { RoleGrant } from "./api";
import { EndDialog } from "./EndDialog";
import { PeriodBadge, usePeriodText } from "./Period";
import { Section } from "./Section";

type Held = Pick<RoleGrant, "id" | "state" | "valid_from" | "actions"> & { valid_until?: string };

/** What an account holds for a period, a role or a deputy: listed, begun, ended. */
export function HeldSection<T extends Held>(props: {
  /** Its sentences stand in messages under accounts.<words>. */
  words: "held" | "deputy";
  query: UseQueryResult<T[]>;
  heading: string;
  /** The button that begins another one; none: this person may not. */
  open: string | undefined;
  dialog: (onClose: () => void) => ReactNode;
  nameOf: (one: T) => string;
  about?: (one: T) => ReactNode;
  ends: string;
  endText: (one: T) => string;
  end: UseMutationResult<unknown, Error, T>;
}) {
  const { t } = useTranslation();
  const { words, query, open, nameOf, end } = props;
  const { data: list, error, refetch } = query;
  const [beginning, setBeginning] = useState(false);
  const [ending, setEnding] = useState<T>();
  const close = () => setEnding(undefined);
  const confirm = (one: T) =>
    end.mutate(one, {
      onSuccess: () => {
        notice("teal", t(`accounts.${words}.ended`, { role: nameOf(one), name: nameOf(one) }));
        close();
      },
    });
  return (
    <Section
      title={t(`accounts.${words}.title`)}
      text={t(`accounts.${words}.text`)}
      action={
        open && (
          <Button
            {...(words === "deputy" && { variant: "default" })}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setBeginning(true)}
          >
            {open}
          </Button>
        )
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!list && !error && <Skeleton h={100} mx="lg" />}
      {list?.length === 0 && (
        <Text px={{ base: "md", sm: "lg" }} c="dimmed">
          {t(`accounts.${words}.none`)}
        </Text>
      )}
      {list && list.length > 0 && <HeldTable {...props} list={list} onEnd={setEnding} />}
      {beginning && props.dialog(() => setBeginning(false))}
      {ending && (
        <EndDialog
          title={t(`accounts.${words}.end_title`)}
          text={props.endText(ending)}
          action={t("accounts.held.end")}
          error={end.error}
          pending={end.isPending}
          onConfirm={() => confirm(ending)}
          onClose={close}
        />
      )}
    </Section>
  );
}

function HeldTable<T extends Held>(props: {
  words: string;
  heading: string;
  list: T[];
  nameOf: (one: T) => string;
  about?: (one: T) => ReactNode;
  ends: string;
  onEnd: (one: T) => void;
}) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const { words, nameOf, about } = props;
  return (
    <Table className={classes.table} horizontalSpacing="lg" aria-label={t(`accounts.${words}.table`)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{props.heading}</Table.Th>
          <Table.Th scope="col">{t("accounts.held.period")}</Table.Th>
          <Table.Th scope="col">{t("accounts.state")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.list.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Text fw={600}>{nameOf(one)}</Text>
              {about?.(one) && (
                <Text size="sm" c="dimmed">
                  {about(one)}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t("accounts.held.period")}>{periodText(one)}</Table.Td>
            <Table.Td data-label={t("accounts.state")}>
              <PeriodBadge state={one.state} />
            </Table.Td>
            <Table.Td className={classes.actions}>
              {one.actions.includes(props.ends) && (
                <Button
                  variant="default"
                  onClick={() => props.onEnd(one)}
                  aria-label={t(`accounts.${words}.end_one`, { role: nameOf(one), name: nameOf(one) })}
                >
                  {t("accounts.held.end")}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
