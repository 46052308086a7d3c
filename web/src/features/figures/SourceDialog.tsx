// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { FormDialog } from "../../components/FormDialog";
import { notice } from "../../components/notices";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type Source, type SourceContent, useSaveSource } from "./api";

interface Values extends Record<string, unknown> {
  code: string;
  document: string;
  publisher: string;
  page: string;
  published: string;
  read_on: string;
  link: string;
  note: string;
}

const valuesOf = (one?: Source): Values => ({
  code: one?.code ?? "",
  document: one?.document ?? "",
  publisher: one?.publisher ?? "",
  page: one?.page ?? "",
  published: one?.published ?? "",
  read_on: one?.read_on ?? new Date().toISOString().slice(0, 10),
  link: one?.link ?? "",
  note: one?.note ?? "",
});

function contentOf({ published, read_on, link, ...rest }: Values): SourceContent {
  return {
    ...rest,
    ...(published.trim() && { published: published.trim() }),
    ...(read_on.trim() && { read_on: read_on.trim() }),
    ...(link.trim() && { link: link.trim() }),
  };
}

/** A new source, or the one given. */
export function SourceDialog(props: {
  source?: Source;
  onClose: () => void;
  onSaved?: (one: Source) => void;
}) {
  const { t } = useTranslation();
  const { source: one, onClose, onSaved } = props;
  const save = useSaveSource();
  const keyOf = useContentKey();
  const form = useForm<Values>({ initialValues: valuesOf(one) });
  const error = useFormProblem(form, save.error);
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    save.mutate(
      { ...(one && { one }), key: keyOf(body), body },
      {
        onSuccess: (saved) => {
          notice("teal", t("figures.saved"));
          onClose();
          onSaved?.(saved);
        },
      },
    );
  });
  return (
    <FormDialog
      title={t(one ? "figures.source.edit" : "figures.source.create")}
      action={t("figures.save")}
      error={error}
      pending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("figures.field.document")}
        required
        data-autofocus
        {...form.getInputProps("document")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t("figures.field.publisher")} required {...form.getInputProps("publisher")} />
        <TextInput label={t("figures.field.page")} {...form.getInputProps("page")} />
        <TextInput
          label={t("figures.field.published")}
          description={t("figures.source.published_hint")}
          {...form.getInputProps("published")}
        />
        <TextInput
          label={t("figures.field.read_on")}
          description="2026-11-27"
          {...form.getInputProps("read_on")}
        />
      </SimpleGrid>
      <TextInput label={t("figures.field.link")} placeholder="https://" {...form.getInputProps("link")} />
      <TextInput
        label={t("figures.field.code")}
        description={t("figures.source.code_hint")}
        required
        {...form.getInputProps("code")}
      />
      <Textarea label={t("figures.field.note")} autosize minRows={2} {...form.getInputProps("note")} />
    </FormDialog>
  );
}
