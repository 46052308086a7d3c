// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Alert,
  Button,
  Fieldset,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { currentLanguage } from "../../i18n";
import { kNameLanguages, languageName } from "./countries";
import { NamesField } from "./NamesField";
import { OrganisationSelect } from "./OrganisationSelect";
import {
  type Person,
  type PersonContent,
  personQuery,
  useCreatePerson,
  useReplacePerson,
} from "./personsApi";

interface Job {
  organisation: string;
  job: string;
  first_day: string;
  last_day: string;
}

interface Values extends Record<string, unknown> {
  names: PersonContent["names"];
  title: string;
  email: string;
  telephone: string;
  languages: string[];
  employments: Job[];
  note: string;
}

function valuesOf(one: Person | undefined, organisation: string | undefined): Values {
  return {
    names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
    title: one?.title ?? "",
    email: one?.email ?? "",
    telephone: one?.telephone ?? "",
    languages: one?.languages ?? [],
    employments:
      one?.employments.map(({ organisation: at, job, first_day = "", last_day = "" }) => ({
        organisation: at,
        job,
        first_day,
        last_day,
      })) ?? (organisation ? [{ organisation, job: "", first_day: "", last_day: "" }] : []),
    note: one?.note ?? "",
  };
}

function contentOf({ email, telephone, employments, ...rest }: Values): PersonContent {
  return {
    ...rest,
    ...(email.trim() && { email: email.trim() }),
    ...(telephone.trim() && { telephone: telephone.trim() }),
    employments: employments.map(({ organisation, job, first_day, last_day }) => ({
      organisation,
      job,
      ...(first_day && { first_day }),
      ...(last_day && { last_day }),
    })),
  };
}

/** A new person (at an organisation, if given), or the one given. */
export function PersonDialog(props: {
  person?: Person;
  organisation?: string;
  onClose: () => void;
  onSaved?: (saved: Person) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shown, setShown] = useState(props.person);
  const loadLatest = async (id: string) =>
    setShown(await queries.fetchQuery({ ...personQuery(id), staleTime: 0 }));
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t(shown ? "person.edit" : "person.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form key={shown?.version ?? 0} {...props} person={shown} onLatest={loadLatest} />
    </Modal>
  );
}

function Form(props: {
  person: Person | undefined;
  organisation?: string;
  onClose: () => void;
  onSaved?: (saved: Person) => void;
  onLatest: (id: string) => Promise<void>;
}) {
  const { person: one, organisation, onClose, onSaved, onLatest } = props;
  const { t } = useTranslation();
  const create = useCreatePerson();
  const replace = useReplacePerson();
  const saving = one ? replace : create;
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: valuesOf(one, organisation),
    validate: {
      names: (names) => (names.some(({ name }) => name.trim() === "") ? t("error.names.blank") : null),
    },
  });
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const done = (saved: Person) => {
    notice("teal", t("people.saved", { name: saved.name }));
    onClose();
    onSaved?.(saved);
  };
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    if (one) return replace.mutate({ id: one.id, version: one.version, body }, { onSuccess: done });
    create.mutate({ key: keyOf(body), body }, { onSuccess: done });
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
        <NamesField
          value={form.values.names}
          onChange={(names) => form.setFieldValue("names", names)}
          errors={form.errors}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t("person.field.title")} {...form.getInputProps("title")} />
          <TagsInput
            label={t("person.field.languages")}
            description={t("person.languages_text")}
            data={kNameLanguages}
            renderOption={({ option }) =>
              `${languageName(option.value, currentLanguage())} (${option.value})`
            }
            comboboxProps={{ withinPortal: false }}
            {...form.getInputProps("languages")}
            error={
              form.errors.languages ??
              Object.entries(form.errors).find(([at]) => at.startsWith("languages."))?.[1]
            }
          />
          <TextInput type="email" label={t("person.field.email")} {...form.getInputProps("email")} />
          <TextInput type="tel" label={t("person.field.telephone")} {...form.getInputProps("telephone")} />
        </SimpleGrid>
        <Jobs
          value={form.values.employments}
          onChange={(employments) => form.setFieldValue("employments", employments)}
          errors={form.errors}
        />
        <Textarea
          label={t("people.field.note")}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("note")}
        />
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

/** Where the person works and worked. `errors` are by path: "employments.0.last_day". */
function Jobs(props: {
  value: Job[];
  onChange: (jobs: Job[]) => void;
  errors: Record<string, React.ReactNode>;
}) {
  const { t } = useTranslation();
  const { value, onChange, errors } = props;
  const set = (index: number, patch: Partial<Job>) =>
    onChange(value.map((job, at) => (at === index ? { ...job, ...patch } : job)));
  return (
    <Fieldset legend={t("person.field.employments")}>
      {value.map((job, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: jobs have nothing else of their own, and keep their order
        <Group key={index} gap="xs" align="flex-start" mb="sm" wrap="wrap">
          <OrganisationSelect
            style={{ flex: "2 1 220px" }}
            label={t("person.job.organisation", { number: index + 1 })}
            value={job.organisation || null}
            error={errors[`employments.${index}.organisation`]}
            onChange={(organisation) => set(index, { organisation: organisation ?? "" })}
          />
          <TextInput
            style={{ flex: "1 1 160px" }}
            label={t("person.job.job", { number: index + 1 })}
            value={job.job}
            error={errors[`employments.${index}.job`]}
            onChange={(event) => set(index, { job: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("person.job.first_day", { number: index + 1 })}
            value={job.first_day}
            onChange={(event) => set(index, { first_day: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("person.job.last_day", { number: index + 1 })}
            value={job.last_day}
            error={errors[`employments.${index}.last_day`]}
            onChange={(event) => set(index, { last_day: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-ink)"
            size={36}
            mt={{ base: 0, xs: 26 }}
            aria-label={t("person.job.remove", { number: index + 1 })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...value, { organisation: "", job: "", first_day: "", last_day: "" }])}
      >
        {t("person.job.add")}
      </Button>
    </Fieldset>
  );
}
