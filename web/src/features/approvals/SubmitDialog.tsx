// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Modal,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { fieldSentences } from "../../api/problems";
import { useSession } from "../../app/session";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Approval, peopleQuery, routeQuery, useSubmitApproval } from "./api";
import { type Choice, choicesOf, stepsOf, withStep } from "./chosen";

/** Through whom the document goes: the line's steps with their people, and further ones. */
export function SubmitDialog({ approval: one, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation();
  const route = useQuery(routeQuery(one.kind, one.amount_krw));
  const submit = useSubmitApproval();
  const [choices, setChoices] = useState<Choice[]>();
  useEffect(() => {
    if (route.data) setChoices((now) => now ?? choicesOf(route.data));
  }, [route.data]);
  const errors = submit.error instanceof ApiError ? fieldSentences(t, submit.error.problem.errors) : {};
  const set = (index: number, patch: Partial<Choice>) =>
    setChoices((now) => now?.map((choice, at) => (at === index ? { ...choice, ...patch } : choice)));
  const send = () =>
    submit.mutate(
      { one, steps: stepsOf(choices ?? []) },
      {
        onSuccess: () => {
          notice("teal", t("approval.submit.done"));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("approval.submit.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <ProblemAlert error={route.error ?? submit.error} />
        {route.isPending && <Skeleton h={160} />}
        {route.data && (
          <div>
            <Text size="sm" c="dimmed">
              {t("approval.submit.line")}
            </Text>
            <Text fw={600}>{route.data.name}</Text>
            {route.data.basis && (
              <Text size="sm" c="dimmed">
                {t("approval.submit.basis", { basis: route.data.basis })}
              </Text>
            )}
          </div>
        )}
        {route.data?.fictitious && <Alert color="gam">{t("approval.fictitious_line")}</Alert>}
        {choices?.map((choice, index) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have nothing of their own but their place
            key={index}
            number={index + 1}
            choice={choice}
            error={errors[`steps.${index}.account`] ?? errors[`steps.${index}.task`]}
            onChange={(patch) => set(index, patch)}
            onRemove={() => setChoices(choices.filter((_, at) => at !== index))}
          />
        ))}
        {choices && (
          <Group gap="xs">
            {(["review", "agreement"] as const).map((task) => (
              <Button
                key={task}
                size="compact-md"
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setChoices(withStep(choices, task))}
              >
                {`${t("approval.submit.add")}: ${t(`approval.task.${task}`)}`}
              </Button>
            ))}
          </Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            onClick={send}
            loading={submit.isPending}
            disabled={!choices || choices.some(({ account }) => !account)}
          >
            {t("approval.submit.send")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function StepFields(props: {
  number: number;
  choice: Choice;
  error: React.ReactNode;
  onChange: (patch: Partial<Choice>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { number, choice, error, onChange, onRemove } = props;
  const me = useSession()?.account.id;
  const everyone = useQuery(peopleQuery).data ?? [];
  const people = choice.people ?? everyone.filter(({ account }) => account !== me);
  const title = choice.fixed ? choice.title : t("approval.submit.add");
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      {!choice.fixed && (
        <TextInput
          style={{ flex: "1 1 120px" }}
          label={t("approval.lines.step_title", { number })}
          maxLength={40}
          value={choice.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      )}
      <Select
        style={{ flex: "2 1 220px" }}
        label={t("approval.submit.step", { number, task: t(`approval.task.${choice.task}`), title })}
        placeholder={t("approval.submit.person")}
        searchable
        allowDeselect={false}
        data={people.map(({ account, name }) => ({ value: account, label: name }))}
        value={choice.account || null}
        onChange={(account) => onChange({ account: account ?? "" })}
        error={error || (people.length === 0 ? t("approval.submit.nobody") : undefined)}
      />
      {!choice.fixed && (
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--dure-ink)"
          size={36}
          mb={4}
          aria-label={t("approval.submit.remove", { number })}
          onClick={onRemove}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
