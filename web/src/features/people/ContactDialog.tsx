// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { useSession } from "../../app/session";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import {
  type Contact,
  type ContactContent,
  type ContactKind,
  type ContactScope,
  kContactKinds,
  useSaveContact,
} from "./contactsApi";
import { OrganisationSelect } from "./OrganisationSelect";
import { PersonsSelect } from "./PersonsSelect";

interface Values extends Record<string, unknown> {
  kind: ContactKind;
  /** As the field has it: local, without a zone. */
  at: string;
  organisation: string | null;
  persons: string[];
  summary: string;
  next_step: string;
  due: string;
}

/** An instant as a field of date and time has it. */
function localOf(instant: Date): string {
  return new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A new entry of the log of contacts, or the one given. */
export function ContactDialog(props: {
  entry?: Contact;
  scope: ContactScope;
  party: { id: string; name: string };
  onClose: () => void;
}) {
  const { entry, scope, party, onClose } = props;
  const { t } = useTranslation();
  const session = useSession();
  const save = useSaveContact();
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: {
      kind: entry?.kind ?? "call",
      at: localOf(entry ? new Date(entry.at) : new Date()),
      organisation: entry ? (entry.organisation ?? null) : (scope.organisation ?? null),
      persons: entry?.persons.map(({ id }) => id) ?? (scope.person ? [scope.person] : []),
      summary: entry?.summary ?? "",
      next_step: entry?.next_step ?? "",
      due: entry?.due ?? "",
    },
    validate: {
      at: (at) => (at ? null : t("contact.at_needed")),
      summary: (summary) => (summary.trim() ? null : t("contact.summary_needed")),
    },
  });
  const refusal = useFormProblem(form, save.error);
  const submit = form.onSubmit(({ at, organisation, due, ...rest }) => {
    const body: ContactContent = {
      ...rest,
      at: new Date(at).toISOString(),
      accounts: entry?.accounts.map(({ id }) => id) ?? (session ? [session.account.id] : []),
      done: entry?.done ?? false,
      ...(organisation && { organisation }),
      ...(due && { due }),
    };
    save.mutate(
      { key: keyOf(body), body, ...(entry && { old: entry }) },
      {
        onSuccess: () => {
          notice("teal", t("contact.saved"));
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
      title={t(entry ? "contact.edit" : "contact.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t("contact.field.kind")}
              allowDeselect={false}
              data={kContactKinds.map((value) => ({ value, label: t(`contact.kind.${value}`) }))}
              comboboxProps={{ withinPortal: false }}
              {...form.getInputProps("kind")}
            />
            <TextInput type="datetime-local" label={t("contact.field.at")} {...form.getInputProps("at")} />
          </SimpleGrid>
          <OrganisationSelect
            label={t("contact.field.organisation")}
            clearable
            value={form.values.organisation}
            onChange={(organisation) => form.setFieldValue("organisation", organisation)}
            error={form.errors.organisation}
          />
          <PersonsSelect
            label={t("contact.field.persons")}
            value={form.values.persons}
            known={[...(entry?.persons ?? []), party]}
            onChange={(persons) => form.setFieldValue("persons", persons)}
            error={form.errors.persons}
          />
          <Textarea
            label={t("contact.field.summary")}
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps("summary")}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t("contact.field.next_step")} {...form.getInputProps("next_step")} />
            <TextInput type="date" label={t("contact.field.due")} {...form.getInputProps("due")} />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
