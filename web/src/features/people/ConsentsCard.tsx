// SPDX-License-Identifier: Apache-2.0
import {
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  Paper,
  Select,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconChevronDown, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { useFormProblem } from "../../hooks/useFormProblem";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import type { Person } from "./personsApi";
import {
  type Consent,
  type ConsentWay,
  consentsQuery,
  kPurposes,
  kWays,
  type Purpose,
  useGiveConsent,
  useWithdrawConsent,
} from "./privacyApi";

/** What a person has agreed to, what follows from it now, and every consent there was. */
export function ConsentsCard({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(consentsQuery(person.id));
  const [giving, setGiving] = useState(false);
  const inForce = (purpose: Purpose) => data?.some((one) => one.purpose === purpose && one.in_force) ?? false;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="consents">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h3" id="consents">
          {t("consent.title")}
        </Title>
        {person.actions.includes("replace_person") && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setGiving(true)}
          >
            {t("consent.give")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={120} />}
      {data && (
        <Stack gap="xs" role="status">
          {kPurposes.map((purpose) => (
            <Group key={purpose} gap="sm" wrap="nowrap" align="flex-start">
              <Badge
                variant={inForce(purpose) ? "filled" : "default"}
                color="teal.9"
                radius="sm"
                tt="none"
                style={{ flexShrink: 0 }}
              >
                {t(inForce(purpose) ? "consent.yes" : "consent.no")}
              </Badge>
              <Text>{t(`consent.effect.${purpose}_${inForce(purpose) ? "yes" : "no"}`)}</Text>
            </Group>
          ))}
        </Stack>
      )}
      {data && data.length > 0 && <ConsentTable consents={data} />}
      {giving && <GiveDialog person={person} onClose={() => setGiving(false)} />}
    </Paper>
  );
}

function ConsentTable({ consents }: { consents: Consent[] }) {
  const { t } = useTranslation();
  const day = (instant: string) => formatInstant(instant, currentLanguage());
  return (
    <Table className={classes.table} mt="md" verticalSpacing="sm" aria-label={t("consent.all")}>
      <Table.Thead>
        <Table.Tr>
          {(["purpose", "text_version", "given", "expires", "state"] as const).map((field) => (
            <Table.Th key={field} scope="col">
              {t(`consent.field.${field}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {consents.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>{t(`consent.purpose.${one.purpose}`)}</Table.Td>
            <Table.Td data-label={t("consent.field.text_version")}>{one.text_version}</Table.Td>
            <Table.Td data-label={t("consent.field.given")}>
              <div>
                <span className="num">{day(one.given)}</span>
                <Text size="sm" c="dimmed">
                  {`${t(`consent.given_by.${one.given_by}`)} · ${one.owner_name}`}
                </Text>
              </div>
            </Table.Td>
            <Table.Td data-label={t("consent.field.expires")} className="num">
              {day(one.expires)}
            </Table.Td>
            <Table.Td data-label={t("consent.field.state")}>
              <State consent={one} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function State({ consent: one }: { consent: Consent }) {
  const { t } = useTranslation();
  const withdraw = useWithdrawConsent();
  const purpose = t(`consent.purpose.${one.purpose}`);
  if (one.withdrawn)
    return (
      <Text size="sm">
        {t("consent.was_withdrawn", { when: formatInstant(one.withdrawn, currentLanguage()) })}
      </Text>
    );
  const by = (way: ConsentWay) =>
    withdraw.mutate(
      { consent: one, by: way },
      {
        onSuccess: () => notice("teal", t("consent.withdrawn", { purpose })),
        onError: (error) => notice("red", problemSentence(t, error)),
      },
    );
  return (
    <Group gap="xs">
      {t(one.in_force ? "consent.in_force" : "consent.not_in_force")}
      {one.actions.includes("withdraw_consent") && (
        <Menu withinPortal={false}>
          <Menu.Target>
            <Button
              size="compact-md"
              variant="default"
              loading={withdraw.isPending}
              rightSection={<IconChevronDown size={14} aria-hidden />}
              aria-label={t("consent.withdraw_named", { purpose })}
            >
              {t("consent.withdraw")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("consent.how")}</Menu.Label>
            {kWays.map((way) => (
              <Menu.Item key={way} onClick={() => by(way)}>
                {t(`consent.given_by.${way}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

interface Values extends Record<string, unknown> {
  purpose: Purpose;
  text_version: string;
  given: string;
  expires: string;
  given_by: ConsentWay;
}

const dayAfter = (years: number) => {
  const day = new Date();
  day.setFullYear(day.getFullYear() + years);
  return day.toLocaleDateString("sv");
};

function GiveDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGiveConsent(person.id);
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: {
      purpose: "directory",
      text_version: "",
      given: dayAfter(0),
      expires: dayAfter(2),
      given_by: "paper",
    },
    validate: { text_version: (text) => (text.trim() ? null : t("consent.version_needed")) },
  });
  const refusal = useFormProblem(form, give.error);
  const submit = form.onSubmit(({ given, expires, ...rest }) => {
    // Days here: from the first moment of one to the last of the other.
    const end = new Date(`${expires}T00:00:00`);
    end.setDate(end.getDate() + 1);
    const body = {
      ...rest,
      given: new Date(`${given}T00:00:00`).toISOString(),
      expires: end.toISOString(),
    };
    give.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: () => {
          notice("teal", t("consent.saved"));
          onClose();
        },
      },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("consent.give")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <Select
            label={t("consent.field.purpose")}
            allowDeselect={false}
            data={kPurposes.map((value) => ({ value, label: t(`consent.purpose.${value}`) }))}
            comboboxProps={{ withinPortal: false }}
            {...form.getInputProps("purpose")}
          />
          <TextInput
            label={t("consent.field.text_version")}
            description={t("consent.version_text")}
            {...form.getInputProps("text_version")}
          />
          <Select
            label={t("consent.how")}
            allowDeselect={false}
            data={kWays.map((value) => ({ value, label: t(`consent.given_by.${value}`) }))}
            comboboxProps={{ withinPortal: false }}
            {...form.getInputProps("given_by")}
          />
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={t("consent.field.given")}
            {...form.getInputProps("given")}
          />
          <TextInput
            type="date"
            required
            withAsterisk={false}
            label={t("consent.field.expires")}
            {...form.getInputProps("expires")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={give.isPending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
