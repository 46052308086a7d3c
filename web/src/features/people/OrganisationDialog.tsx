// SPDX-License-Identifier: Apache-2.0

import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { currentLanguage } from "../../i18n";
import {
  kKinds,
  type Organisation,
  type OrganisationContent,
  organisationQuery,
  useCreateOrganisation,
  useReplaceOrganisation,
} from "./api";
import { countryChoices } from "./countries";
import { NamesField } from "./NamesField";
import { SimilarAlert } from "./SimilarAlert";

interface Values extends Record<string, unknown> {
  names: OrganisationContent["names"];
  kind: OrganisationContent["kind"];
  country: OrganisationContent["country"];
  registration_number: string;
  address: string;
  web: string;
  note: string;
}

function valuesOf(one?: Organisation): Values {
  return {
    names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
    kind: one?.kind ?? "company",
    country: one?.country ?? "KR",
    registration_number: one?.registration_number ?? "",
    address: one?.address ?? "",
    web: one?.web ?? "",
    note: one?.note ?? "",
  };
}

/** What people type is often without the scheme; the record keeps a whole address. */
function wholeAddress(web: string): string {
  return /^[a-z]+:/i.test(web) ? web : `https://${web}`;
}

function contentOf({ registration_number, web, ...rest }: Values): OrganisationContent {
  return {
    ...rest,
    ...(registration_number.trim() && { registration_number }),
    ...(web.trim() && { web: wholeAddress(web.trim()) }),
  };
}

/** What of it is looked for among the records that exist. */
function draftOf({ names, country, registration_number, web }: Values) {
  return {
    names: names.map(({ name }) => name.trim()).filter(Boolean),
    country,
    ...(registration_number.trim() && { registration_number }),
    ...(web.trim() && { web: wholeAddress(web.trim()) }),
  };
}

/** A new organisation, or the one given. */
export function OrganisationDialog(props: {
  organisation?: Organisation;
  onClose: () => void;
  onSaved?: (saved: Organisation) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shown, setShown] = useState(props.organisation);
  const loadLatest = async (id: string) =>
    setShown(await queries.fetchQuery({ ...organisationQuery(id), staleTime: 0 }));
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t(shown ? "people.organisation.edit" : "people.organisation.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form key={shown?.version ?? 0} {...props} organisation={shown} onLatest={loadLatest} />
    </Modal>
  );
}

function Form(props: {
  organisation: Organisation | undefined;
  onClose: () => void;
  onSaved?: (saved: Organisation) => void;
  onLatest: (id: string) => Promise<void>;
}) {
  const { organisation: one, onClose, onSaved, onLatest } = props;
  const { t } = useTranslation();
  const create = useCreateOrganisation();
  const replace = useReplaceOrganisation();
  const saving = one ? replace : create;
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: valuesOf(one),
    validate: {
      names: (names) => (names.some(({ name }) => name.trim() === "") ? t("error.names.blank") : null),
    },
  });
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const done = (saved: Organisation) => {
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
          <Select
            label={t("people.field.kind")}
            allowDeselect={false}
            data={kKinds.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
            {...form.getInputProps("kind")}
          />
          <Select
            label={t("people.field.country")}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t("people.no_country")}
            data={countryChoices(currentLanguage())}
            {...form.getInputProps("country")}
          />
          <TextInput
            label={t(
              form.values.country === "KR"
                ? "people.field.business_number"
                : "people.field.registration_number",
            )}
            placeholder={form.values.country === "KR" ? "123-45-67891" : ""}
            {...form.getInputProps("registration_number")}
          />
          <TextInput
            label={t("people.field.web")}
            type="url"
            placeholder="https://www.example.org"
            {...form.getInputProps("web")}
          />
        </SimpleGrid>
        <TextInput label={t("people.field.address")} {...form.getInputProps("address")} />
        <Textarea
          label={t("people.field.note")}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps("note")}
        />
        {!one && <SimilarAlert draft={draftOf(form.values)} />}
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
