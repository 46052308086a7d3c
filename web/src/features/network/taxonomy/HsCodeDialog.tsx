// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { rowsOf, sent } from "../../../components/rows";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { NamesField } from "../../people/NamesField";
import { NotesField } from "../growth/FactDialog";
import { type HsCode, useSaveHsCode } from "./api";

export function HsCodeDialog({ one, onClose }: { one?: HsCode; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveHsCode();
  const keyOf = useContentKey();
  const form = useForm({
    initialValues: {
      code: one?.code ?? "",
      names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
      since: one?.since === undefined ? "" : String(one.since),
      notes: rowsOf(one?.notes),
      source: { title: one?.source.title ?? "", link: one?.source.link ?? "" },
    },
  });
  const refusal = useFormProblem(form, save.error);
  const submit = form.onSubmit(({ code, names, since, notes, source }) => {
    const body = {
      code: code.trim(),
      names,
      ...(since && { since: Number(since) }),
      notes: notes.map((row) => sent<{ language: string; text: string }>(row)),
      source: sent<{ title: string; link?: string }>(source),
    };
    save.mutate(
      { key: keyOf(body), body, ...(one && { one }) },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.code }));
          onClose();
        },
      },
    );
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(one ? "network.hs.edit" : "network.hs.add")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <SimpleGrid cols={2}>
            <TextInput
              label={t("network.hs.code")}
              placeholder="8479.50"
              data-autofocus
              {...form.getInputProps("code")}
            />
            <TextInput type="number" label={t("network.hs.since")} {...form.getInputProps("since")} />
          </SimpleGrid>
          <NamesField
            value={form.values.names}
            onChange={(names) => form.setFieldValue("names", names)}
            errors={form.errors}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t("network.hs.source")} {...form.getInputProps("source.title")} />
            <TextInput
              type="url"
              label={t("network.list.sources.link")}
              placeholder="https://"
              {...form.getInputProps("source.link")}
            />
          </SimpleGrid>
          <NotesField
            rows={form.values.notes}
            onChange={(notes) => form.setFieldValue("notes", notes)}
            errors={form.errors}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={one && !form.isDirty()}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
