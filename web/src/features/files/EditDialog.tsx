// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../components/FormDialog";
import { notice } from "../../components/notices";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type Attachment, type Subject, useChangeAttachment } from "./api";

/** Another name and a description of a file. */
export function EditDialog(props: { one: Attachment; subject: Subject; onClose: () => void }) {
  const { t } = useTranslation();
  const { one, subject, onClose } = props;
  const change = useChangeAttachment(subject);
  const form = useForm({
    initialValues: { name: one.name, description: one.description },
    validate: { name: (name) => (name.trim() === "" ? t("auth.required") : null) },
  });
  const refusal = useFormProblem(form, change.error);
  return (
    <FormDialog
      title={t("files.edit")}
      action={t("common.save")}
      error={refusal}
      pending={change.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit((body) =>
        change.mutate(
          { one, body },
          {
            onSuccess: () => {
              notice("teal", t("files.saved"));
              onClose();
            },
          },
        ),
      )}
    >
      <TextInput
        label={t("files.name")}
        description={t("files.name_hint")}
        withAsterisk
        {...form.getInputProps("name")}
      />
      <Textarea
        label={t("files.description")}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps("description")}
      />
    </FormDialog>
  );
}
