// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Fieldset, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { fieldSentences } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { FormDialog } from "../../../components/FormDialog";
import { notice } from "../../../components/notices";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { assumptionsQuery } from "../assumptions/api";
import { unitText } from "../assumptions/names";
import { type Scenario, type ScenarioContent, scenariosQuery, useSaveScenario } from "./api";
import { ParameterSelect } from "./ParameterSelect";
import { below } from "./tree";

interface Row {
  key: number;
  at: string;
  value: string;
}

interface Values extends Record<string, unknown> {
  name: string;
  description: string;
  parent: string;
  changes: Row[];
}

const number = (text: string) => Number(text.trim().replaceAll(",", "") || Number.NaN);

const contentOf = ({ name, description, parent, changes }: Values): ScenarioContent => ({
  name: name.trim(),
  description,
  ...(parent && { parent }),
  changes: changes.map(({ at, value }) => ({ at, value: number(value) })),
});

/** A new scenario, or the one given: what it inherits from, and only what it changes. */
export function ScenarioDialog(props: {
  planId: string;
  one?: Scenario;
  parent?: string | undefined;
  onClose: () => void;
}) {
  const { planId, one, onClose } = props;
  const { t } = useTranslation();
  const save = useSaveScenario(planId);
  const keyOf = useContentKey();
  const { data: all = [] } = useQuery(scenariosQuery(planId));
  const { data: numbers } = useQuery(assumptionsQuery(planId));
  const next = useRef(one?.changes.length ?? 0);
  const form = useForm<Values>({
    initialValues: {
      name: one?.name ?? "",
      description: one?.description ?? "",
      parent: one?.parent ?? props.parent ?? "",
      changes: (one?.changes ?? []).map(({ at, value }, key) => ({ key, at, value: String(value) })),
    },
  });
  const error = useFormProblem(form, save.error);
  const refused: Record<string, string> =
    save.error instanceof ApiError
      ? Object.fromEntries(
          save.error.problem.errors.map((fault) => [
            fault.pointer,
            Object.values(fieldSentences(t, [{ ...fault, pointer: "/x" }]))[0] ?? "",
          ]),
        )
      : {};
  const own = one ? below(all, one.id) : new Set<string>();
  const rows = form.values.changes;
  const put = (index: number, patch: Partial<Row>) =>
    form.setFieldValue(
      "changes",
      rows.map((row, at) => (at === index ? { ...row, ...patch } : row)),
    );
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    save.mutate(
      { ...(one && { one }), key: keyOf(body), body },
      {
        onSuccess: () => {
          notice("teal", t("scenario.saved"));
          onClose();
        },
      },
    );
  });
  return (
    <FormDialog
      title={t(one ? "scenario.edit" : "scenario.create")}
      action={t("scenario.save")}
      error={error}
      pending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("scenario.name")} required data-autofocus {...form.getInputProps("name")} />
      <Textarea label={t("scenario.about")} autosize minRows={1} {...form.getInputProps("description")} />
      <Select
        label={t("scenario.parent")}
        allowDeselect={false}
        data={[
          { value: "", label: t("scenario.plan_itself") },
          ...all.filter(({ id }) => !own.has(id)).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps("parent")}
        onChange={(parent) => form.setFieldValue("parent", parent ?? "")}
      />
      <Fieldset legend={t("scenario.changes")}>
        <Stack>
          {rows.length === 0 && (
            <Text size="sm" c="dimmed">
              {t("scenario.no_changes")}
            </Text>
          )}
          {rows.map((row, index) => {
            const unit = numbers?.items.find(({ at }) => at === row.at)?.unit ?? "";
            return (
              <Stack key={row.key} gap={4}>
                <ParameterSelect
                  planId={planId}
                  label={t("scenario.number", { number: index + 1 })}
                  value={row.at}
                  switches
                  error={refused[`/changes/${index}/at`]}
                  onChange={(at) => put(index, { at })}
                />
                <Group align="flex-end" wrap="nowrap">
                  {unit === "switch" ? (
                    <Select
                      style={{ flex: 1 }}
                      label={t("scenario.value")}
                      allowDeselect={false}
                      data={[
                        { value: "1", label: t("assumption.on") },
                        { value: "0", label: t("assumption.off") },
                      ]}
                      value={row.value || null}
                      error={refused[`/changes/${index}/value`]}
                      onChange={(value) => put(index, { value: value ?? "" })}
                    />
                  ) : (
                    <TextInput
                      style={{ flex: 1 }}
                      inputMode="decimal"
                      label={[t("scenario.value"), unitText(unit, t)].filter(Boolean).join(", ")}
                      value={row.value}
                      error={refused[`/changes/${index}/value`]}
                      onChange={(event) => put(index, { value: event.currentTarget.value })}
                    />
                  )}
                  <ActionIcon
                    variant="default"
                    size={36}
                    aria-label={t("scenario.remove_change", { number: index + 1 })}
                    onClick={() =>
                      form.setFieldValue(
                        "changes",
                        rows.filter((_, at) => at !== index),
                      )
                    }
                  >
                    <IconTrash size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              </Stack>
            );
          })}
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              form.setFieldValue("changes", [...rows, { key: next.current, at: "", value: "" }]);
              next.current += 1;
            }}
          >
            {t("scenario.add_change")}
          </Button>
        </Stack>
      </Fieldset>
    </FormDialog>
  );
}
