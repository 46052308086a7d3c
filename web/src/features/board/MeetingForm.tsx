// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Alert,
  Button,
  Fieldset,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useUnsavedGuard } from "../../components/useUnsavedGuard";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type ItemContent, type Meeting, meetingQuery, membersQuery, useSaveMeeting } from "./api";
import { instantOf, localTime } from "./time";

interface Values extends Record<string, unknown> {
  title: string;
  place: string;
  begins: string;
  notice: string;
  chair: string;
  items: ItemContent[];
}

const kNewItem: ItemContent = { title: "", proposal: "", ballot: "open", majority: "simple" };

function valuesOf(one?: Meeting): Values {
  return {
    title: one?.title ?? "",
    place: one?.place ?? "",
    begins: one ? localTime(one.begins) : "",
    notice: one?.notice ?? "",
    chair: one?.chair ?? "",
    items: one?.agenda.map(({ title, proposal, ballot, majority }) => ({
      title,
      proposal: proposal ?? "",
      ballot,
      majority,
    })) ?? [kNewItem],
  };
}

export function NewMeetingPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("board.new")}
        crumbs={[{ label: t("board.title"), to: "/board" }, { label: t("board.new") }]}
      />
      <MeetingForm />
    </>
  );
}

export function EditMeetingPage() {
  const { t } = useTranslation();
  const { meetingId: id } = useParams({ from: "/app/board/$meetingId/edit" });
  const { data: latest, error, refetch } = useQuery(meetingQuery(id));
  // What is edited stays as it was opened, until the person asks for the latest.
  const [one, setOne] = useState(latest);
  useEffect(() => setOne((now) => now ?? latest), [latest]);
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Skeleton h={320} />;
  return (
    <>
      <PageHeader
        title={t("board.edit_title")}
        crumbs={[
          { label: t("board.title"), to: "/board" },
          { label: one.title, to: `/board/${id}` },
          { label: t("board.edit_title") },
        ]}
      />
      <MeetingForm key={one.version} meeting={one} onLatest={async () => setOne((await refetch()).data)} />
    </>
  );
}

function MeetingForm({ meeting, onLatest }: { meeting?: Meeting; onLatest?: () => Promise<void> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const members = useQuery(membersQuery);
  const save = useSaveMeeting();
  const keyOf = useContentKey();
  const needed = (value: string) => (value.trim() === "" ? t("auth.required") : null);
  const form = useForm<Values>({
    initialValues: valuesOf(meeting),
    validate: { title: needed, begins: needed, chair: needed, items: { title: needed } },
  });
  const kept = save.data;
  useUnsavedGuard(form.isDirty() && !kept);
  // The page is left once nothing stands unsaved any more.
  useEffect(() => {
    if (kept) void navigate({ to: `/board/${kept.id}` });
  }, [kept, navigate]);
  const stale = save.error instanceof ApiError && save.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : save.error);
  const submit = form.onSubmit((values) => {
    const body = { ...values, begins: instantOf(values.begins) };
    save.mutate(
      { ...(meeting && { meeting }), key: keyOf(body), body },
      {
        onSuccess: () => notice("teal", t("approval.saved")),
      },
    );
  });
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} maw={960}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {stale && (
            <Alert color="gam" title={t("approval.stale")}>
              <Button variant="default" size="compact-md" onClick={() => void onLatest?.()}>
                {t("people.load_latest")}
              </Button>
            </Alert>
          )}
          {members.data?.length === 0 && <Alert color="orange">{t("board.no_chair")}</Alert>}
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("board.field.title")}
            withAsterisk
            maxLength={200}
            {...form.getInputProps("title")}
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput
              type="datetime-local"
              label={t("board.field.begins")}
              withAsterisk
              {...form.getInputProps("begins")}
            />
            <TextInput label={t("board.field.place")} maxLength={300} {...form.getInputProps("place")} />
            <Select
              label={t("board.field.chair")}
              withAsterisk
              searchable
              allowDeselect={false}
              data={members.data?.map(({ account, name }) => ({ value: account, label: name })) ?? []}
              {...form.getInputProps("chair")}
              value={form.values.chair || null}
            />
          </SimpleGrid>
          <Textarea
            label={t("board.field.notice")}
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps("notice")}
          />
          <Agenda
            items={form.values.items}
            errors={form.errors}
            onChange={(items) => form.setFieldValue("items", items)}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => void navigate({ to: meeting ? `/board/${meeting.id}` : "/board" })}
            >
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Agenda(props: {
  items: ItemContent[];
  errors: Record<string, React.ReactNode>;
  onChange: (items: ItemContent[]) => void;
}) {
  const { t } = useTranslation();
  const { items, errors, onChange } = props;
  const set = (index: number, patch: Partial<ItemContent>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...patch } : item)));
  return (
    <Stack>
      {items.map((item, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have nothing of their own but their place
          <Fieldset key={index} legend={t("board.item", { number })}>
            <Stack gap="sm">
              <Group align="flex-end" wrap="nowrap" gap="xs">
                <TextInput
                  style={{ flex: 1 }}
                  label={t("board.item_title", { number })}
                  maxLength={200}
                  value={item.title}
                  error={errors[`items.${index}.title`]}
                  onChange={(event) => set(index, { title: event.currentTarget.value })}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  c="var(--dure-ink)"
                  size={36}
                  mb={4}
                  aria-label={t("board.item_remove", { number })}
                  onClick={() => onChange(items.filter((_, at) => at !== index))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </Group>
              <Textarea
                label={t("board.item_proposal", { number })}
                autosize
                minRows={2}
                maxRows={12}
                value={item.proposal ?? ""}
                onChange={(event) => set(index, { proposal: event.currentTarget.value })}
              />
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <Select
                  label={t("board.item_ballot", { number })}
                  allowDeselect={false}
                  data={(["open", "secret", "report"] as const).map((value) => ({
                    value,
                    label: t(`board.ballot.${value}`),
                  }))}
                  value={item.ballot}
                  onChange={(ballot) => set(index, { ballot: ballot as ItemContent["ballot"] })}
                />
                {item.ballot !== "report" && (
                  <Select
                    label={t("board.item_majority", { number })}
                    allowDeselect={false}
                    data={(["simple", "two_thirds"] as const).map((value) => ({
                      value,
                      label: t(`board.majority.${value}`),
                    }))}
                    value={item.majority}
                    onChange={(majority) => set(index, { majority: majority as ItemContent["majority"] })}
                  />
                )}
              </SimpleGrid>
            </Stack>
          </Fieldset>
        );
      })}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...items, kNewItem])}
        >
          {t("board.item_add")}
        </Button>
      </Group>
    </Stack>
  );
}
