// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { useMay } from "../../../app/session";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { RowsField } from "../../../components/RowsField";
import { type Row, sent } from "../../../components/rows";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { History } from "../../oversight/History";
import { languageName } from "../../people/countries";
import {
  type Concept,
  conceptHistoryQuery,
  conceptQuery,
  kLanguages,
  useDeleteConcept,
  useRestoreConcept,
  useSaveConcept,
} from "./api";
import { ReviewTable } from "./ReviewTable";

/** A concept with its terms: to read, to write, to review. */
export function ConceptDialog({ id, onClose }: { id?: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={id ?? t("network.taxonomy.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {id ? <Known id={id} onClose={onClose} /> : <Form onClose={onClose} />}
    </Modal>
  );
}

function Known({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay();
  const one = useQuery(conceptQuery(id));
  const history = useInfiniteQuery({ ...conceptHistoryQuery(id), enabled: may("list_concept_history") });
  if (one.error) return <ProblemAlert error={one.error} onRetry={() => void one.refetch()} />;
  if (!one.data) return <Skeleton h={300} />;
  return (
    <Stack>
      <ReviewTable concept={one.data} />
      {one.data.actions.includes("replace_concept") && (
        <Form key={one.data.version} known={one.data} onClose={onClose} />
      )}
      {may("list_concept_history") && <History query={history} />}
    </Stack>
  );
}

interface Values extends Record<string, unknown> {
  id: string;
  terms: Row[];
}

function valuesOf(known?: Concept): Values {
  const terms = known?.terms.map(({ language, term, origin }) => ({ language, term, origin }));
  return { id: known?.id ?? "", terms: terms ?? [{ language: "ko" }, { language: "en" }] };
}

function Form({ known, onClose }: { known?: Concept; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveConcept();
  const keyOf = useContentKey();
  const form = useForm<Values>({ initialValues: valuesOf(known) });
  const refusal = useFormProblem(form, save.error);
  const submit = form.onSubmit(({ id, terms }) => {
    const body = {
      id: id.trim(),
      terms: terms.map((row) => ({ language: "", term: "", origin: "", ...sent<object>(row) })),
    };
    save.mutate(
      { key: keyOf(body), body, ...(known && { known }) },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.id }));
          if (!known) onClose();
        },
      },
    );
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={refusal} />
        {!known && (
          <TextInput
            label={t("network.taxonomy.id")}
            description={t("network.taxonomy.id_hint")}
            placeholder="robotics.gripper"
            data-autofocus
            {...form.getInputProps("id")}
          />
        )}
        <RowsField
          path="terms"
          ordered
          legend={t("network.taxonomy.terms")}
          hint={t("network.taxonomy.terms_hint")}
          rowName={(number) => t("rows.named", { name: t("network.taxonomy.term"), number })}
          addLabel={t("network.taxonomy.term_add")}
          fields={[
            {
              name: "language",
              label: t("network.list.descriptions.language"),
              kind: "choice",
              flex: "0 1 150px",
              options: kLanguages.map((value) => ({ value, label: languageName(value, currentLanguage()) })),
            },
            { name: "term", label: t("network.taxonomy.term"), flex: "2 1 180px" },
            { name: "origin", label: t("network.taxonomy.origin"), flex: "1 1 150px" },
          ]}
          rows={form.values.terms}
          blank={{ language: currentLanguage() }}
          onChange={(terms) => form.setFieldValue("terms", terms)}
          errors={form.errors}
        />
        <Group justify="space-between">
          {known ? <Remove known={known} onClose={onClose} /> : <Text />}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common.close")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={known && !form.isDirty()}>
              {t("common.save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function Remove({ known, onClose }: { known: Concept; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteConcept();
  const restore = useRestoreConcept();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() =>
        remove.mutate(known, {
          onSuccess: () => {
            onClose();
            undoNotice({
              id: `deleted-${known.id}`,
              message: t("people.was_deleted", { name: known.id }),
              undo: t("people.undo"),
              onUndo: () => restore.mutateAsync(known.id).catch(fail),
            });
          },
          onError: fail,
        })
      }
    >
      {t("people.delete")}
    </Button>
  );
}
