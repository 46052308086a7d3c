// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { RowsField } from "../../../components/RowsField";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { clusterListQuery } from "../clusters/api";
import { shownName } from "../clusters/names";
import { bodiesQuery, type Meeting, meetingQuery, useSaveMeeting } from "./api";
import { contentOf, type Values, valuesOf } from "./meetingForm";

/** A new meeting, or the one given: invitation before, minutes after. */
export function MeetingDialog(props: {
  meeting?: Meeting;
  onClose: () => void;
  onSaved?: (saved: Meeting) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shown, setShown] = useState(props.meeting);
  const loadLatest = async (id: string) =>
    setShown(await queries.fetchQuery({ ...meetingQuery(id), staleTime: 0 }));
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      title={t(shown ? "network.meetings.edit" : "network.meetings.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form key={shown?.version ?? 0} {...props} meeting={shown} onLatest={loadLatest} />
    </Modal>
  );
}

function Form(props: {
  meeting: Meeting | undefined;
  onClose: () => void;
  onSaved?: (saved: Meeting) => void;
  onLatest: (id: string) => Promise<void>;
}) {
  const { meeting: one, onClose, onSaved, onLatest } = props;
  const { t } = useTranslation();
  const bodies = useQuery(bodiesQuery);
  const saving = useSaveMeeting();
  const keyOf = useContentKey();
  const form = useForm<Values>({ initialValues: valuesOf(one) });
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    saving.mutate(
      { key: keyOf(body), body, ...(one && { meeting: one }) },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.title }));
          onClose();
          onSaved?.(saved);
        },
      },
    );
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {stale && one && (
          <Alert color="gam" title={t("people.stale")}>
            <Button variant="default" size="compact-md" onClick={() => void onLatest(one.id)}>
              {t("people.load_latest")}
            </Button>
          </Alert>
        )}
        <ProblemAlert error={refusal} />
        {bodies.data?.length === 0 && <Alert color="gam">{t("network.bodies.first")}</Alert>}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t("network.meetings.body")}
            data={(bodies.data ?? []).map(({ id, names }) => ({
              value: id,
              label: shownName(names, currentLanguage()),
            }))}
            {...form.getInputProps("body")}
            value={form.values.body || null}
          />
          <TextInput label={t("network.meetings.title_field")} {...form.getInputProps("title")} />
          <TextInput type="date" label={t("network.meetings.day")} {...form.getInputProps("day")} />
          <TextInput type="time" label={t("network.meetings.time")} {...form.getInputProps("time")} />
          <TextInput label={t("network.meetings.place")} {...form.getInputProps("place")} />
          <TextInput
            type="url"
            label={t("network.meetings.link")}
            placeholder="https://"
            {...form.getInputProps("link")}
          />
          <TextInput label={t("network.meetings.language")} {...form.getInputProps("language")} />
        </SimpleGrid>
        <Lists values={form.values} set={form.setFieldValue} errors={form.errors} />
        <Textarea
          label={t("network.meetings.minutes")}
          autosize
          minRows={4}
          maxRows={20}
          {...form.getInputProps("minutes")}
        />
        <Outcome values={form.values} set={form.setFieldValue} errors={form.errors} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={one && !form.isDirty()}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  values: Values;
  set: (name: string, rows: Values["agenda"]) => void;
  errors: Record<string, React.ReactNode>;
}

function Lists({ values, set, errors }: PartProps) {
  const { t } = useTranslation();
  const clusters = useInfiniteQuery(clusterListQuery({ q: "", sort: "name", deleted: false }, 200));
  const options = (clusters.data?.pages.flatMap((page) => page.items) ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <>
      <RowsField
        path="agenda"
        ordered
        legend={t("network.meetings.agenda")}
        rowName={(number) => t("rows.named", { name: t("network.meetings.agenda_item"), number })}
        addLabel={t("network.meetings.agenda_add")}
        fields={[
          { name: "title", label: t("network.meetings.agenda_item"), flex: "1 1 200px" },
          { name: "text", label: t("network.meetings.agenda_text"), flex: "2 1 240px" },
        ]}
        rows={values.agenda}
        blank={{}}
        onChange={(rows) => set("agenda", rows)}
        errors={errors}
      />
      <RowsField
        path="attendance"
        legend={t("network.meetings.attendance")}
        rowName={(number) => t("rows.named", { name: t("network.meetings.attendance_one"), number })}
        addLabel={t("network.meetings.attendance_add")}
        fields={[
          {
            name: "cluster",
            label: t("network.meetings.cluster"),
            kind: "choice",
            options,
            flex: "2 1 220px",
          },
          {
            name: "presence",
            label: t("network.meetings.presence"),
            kind: "choice",
            options: (["present", "online", "excused", "absent"] as const).map((value) => ({
              value,
              label: t(`network.presence.${value}`),
            })),
            flex: "1 1 120px",
          },
          { name: "people", label: t("network.meetings.people"), flex: "1 1 160px" },
        ]}
        rows={values.attendance}
        blank={{ presence: "present" }}
        onChange={(rows) => set("attendance", rows)}
        errors={errors}
      />
    </>
  );
}

function Outcome({ values, set, errors }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <RowsField
        path="decisions"
        ordered
        legend={t("network.meetings.decisions")}
        rowName={(number) => t("rows.named", { name: t("network.meetings.decision"), number })}
        addLabel={t("network.meetings.decision_add")}
        fields={[{ name: "text", label: t("network.meetings.decision"), kind: "area", flex: "1 1 300px" }]}
        rows={values.decisions}
        blank={{}}
        onChange={(rows) => set("decisions", rows)}
        errors={errors}
      />
      <RowsField
        path="tasks"
        legend={t("network.meetings.tasks")}
        rowName={(number) => t("rows.named", { name: t("network.meetings.task"), number })}
        addLabel={t("network.meetings.task_add")}
        fields={[
          { name: "text", label: t("network.meetings.task"), flex: "2 1 240px" },
          { name: "who", label: t("network.meetings.who"), flex: "1 1 120px" },
          { name: "due", label: t("network.meetings.due"), type: "date", flex: "1 1 140px" },
          { name: "done", label: t("network.meetings.done"), kind: "tick", flex: "0 0 auto" },
        ]}
        rows={values.tasks}
        blank={{}}
        onChange={(rows) => set("tasks", rows)}
        errors={errors}
      />
    </>
  );
}
