// SPDX-License-Identifier: Apache-2.0
import { Group, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { useSession } from "../../app/session";
import { FormDialog } from "../../components/FormDialog";
import { notice } from "../../components/notices";
import { useFormProblem } from "../../hooks/useFormProblem";
import type { RecordReader, Subject } from "./api";
import { PersonSelect } from "./PersonSelect";
import { replace, type Task, type TaskContent, useCreateTask, useTaskChange } from "./tasksApi";

interface Values extends Record<string, unknown> {
  title: string;
  note: string;
  due: string;
  owner: RecordReader | null;
}

/** Gives a task, or changes one. */
export function TaskDialog(props: { task?: Task; subject?: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { task, onClose } = props;
  const subject = task?.subject ?? props.subject;
  const me = session ? { account: session.account.id, name: session.account.name } : null;
  const form = useForm<Values>({
    initialValues: {
      title: task?.title ?? "",
      note: task?.note ?? "",
      due: task?.due ?? "",
      owner: task ? { account: task.owner, name: task.owner_name } : me,
    },
  });
  const create = useCreateTask();
  const change = useTaskChange(({ one, body }: { one: Task; body: TaskContent }) => replace(one, body));
  const keyOf = useContentKey();
  const error = useFormProblem(form, create.error ?? change.error);
  const submit = ({ title, note, due, owner }: Values) => {
    const content = { title, note, owner: owner?.account ?? "", ...(due && { due }) };
    if (task)
      return change.mutate(
        { one: task, body: content },
        {
          onSuccess: () => {
            notice("teal", t("tasks.changed"));
            onClose();
          },
        },
      );
    const body = { ...content, ...(subject && { subject_kind: subject.kind, subject_id: subject.id }) };
    create.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: (made) => {
          notice("teal", t("tasks.made", { owner: made.owner_name }));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t(task ? "tasks.edit" : "tasks.new")}
      action={t(task ? "common.save" : "tasks.give")}
      error={error}
      pending={create.isPending || change.isPending}
      onSubmit={form.onSubmit(submit)}
      onClose={onClose}
    >
      <TextInput
        label={t("tasks.field.title")}
        maxLength={200}
        data-autofocus
        {...form.getInputProps("title")}
      />
      <Group grow align="flex-start">
        <PersonSelect
          label={t("tasks.field.owner")}
          description={t("tasks.owner_hint")}
          {...(subject && { subject: { kind: subject.kind, id: subject.id } })}
          value={form.values.owner}
          onChange={(owner) => form.setFieldValue("owner", owner)}
          error={form.errors.owner}
        />
        <TextInput
          type="date"
          label={t("tasks.field.due")}
          description={t("tasks.due_hint")}
          {...form.getInputProps("due")}
        />
      </Group>
      <Textarea
        label={t("tasks.field.note")}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  );
}
