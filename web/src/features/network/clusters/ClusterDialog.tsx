// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { countryChoices } from "../../people/countries";
import { NamesField } from "../../people/NamesField";
import { type Cluster, clusterQuery, useSaveCluster } from "./api";
import { ClusterLists } from "./ClusterLists";
import { contentOf, type Values, valuesOf } from "./clusterForm";

/** A new cluster, or the one given. */
export function ClusterDialog(props: {
  cluster?: Cluster;
  onClose: () => void;
  onSaved?: (saved: Cluster) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shown, setShown] = useState(props.cluster);
  const loadLatest = async (id: string) =>
    setShown(await queries.fetchQuery({ ...clusterQuery(id), staleTime: 0 }));
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      title={t(shown ? "network.clusters.edit" : "network.clusters.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form key={shown?.version ?? 0} {...props} cluster={shown} onLatest={loadLatest} />
    </Modal>
  );
}

function Form(props: {
  cluster: Cluster | undefined;
  onClose: () => void;
  onSaved?: (saved: Cluster) => void;
  onLatest: (id: string) => Promise<void>;
}) {
  const { cluster: one, onClose, onSaved, onLatest } = props;
  const { t } = useTranslation();
  const saving = useSaveCluster();
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: valuesOf(one),
    validate: {
      names: (names) => (names.some(({ name }) => name.trim() === "") ? t("error.names.blank") : null),
    },
  });
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const secretariat = !one || one.actions.includes("change_standing");
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    saving.mutate(
      { key: keyOf(body), body, ...(one && { cluster: one }) },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.name }));
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
        <NamesField
          value={form.values.names}
          onChange={(names) => form.setFieldValue("names", names)}
          errors={form.errors}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t("people.field.country")}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t("people.no_country")}
            data={countryChoices(currentLanguage())}
            {...form.getInputProps("country")}
          />
          <TextInput
            label={t("people.field.web")}
            type="url"
            placeholder="https://www.example.org"
            {...form.getInputProps("web")}
          />
          <TextInput label={t("network.field.region")} {...form.getInputProps("region")} />
          <TextInput label={t("network.field.city")} {...form.getInputProps("city")} />
        </SimpleGrid>
        <TextInput label={t("people.field.address")} {...form.getInputProps("address")} />
        <ClusterLists
          values={form.values}
          set={(name, rows) => form.setFieldValue(name, rows)}
          errors={form.errors}
          secretariat={secretariat}
        />
        {secretariat && (
          <Textarea
            label={t("network.field.note")}
            description={t("network.field.note_hint")}
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps("note")}
          />
        )}
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
