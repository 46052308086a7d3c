// SPDX-License-Identifier: Apache-2.0
// A new plan: empty, a copy of another, or from files that are dropped here.

import {
  Button,
  Group,
  List,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.css";
import { IconFileImport } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { FoundSelect, isWaiting, useWanted } from "../../../components/FoundSelect";
import { useCreatePlan } from "../api/mutations";
import { planList } from "../api/queries";
import type { NewPlan, PlanSummary } from "../api/types";
import { type Chosen, read, type Selection, select } from "../lib/importFiles";
import { useLanguage } from "../shell";
import { FieldErrors, ProblemNote } from "./problems";

type Way = "empty" | "copy" | "files";

export function NewPlanDialog({
  copyOf,
  onClose,
}: {
  copyOf?: Pick<PlanSummary, "id" | "name">;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const create = useCreatePlan();
  const [way, setWay] = useState<Way>(copyOf ? "copy" : "files");
  const [name, setName] = useState(copyOf ? t("plan.new.copy_name", { name: copyOf.name }) : "");
  const [description, setDescription] = useState("");
  const [source, setSource] = useState<string | null>(copyOf?.id ?? null);
  const [selection, setSelection] = useState<Selection | undefined>();
  const keyOf = useContentKey();
  const complete =
    way === "files"
      ? selection?.ok === true
      : way === "copy"
        ? source !== null && name.trim() !== ""
        : name.trim() !== "";

  const submit = async () => {
    const plan: NewPlan = {
      language,
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(description ? { description } : {}),
    };
    if (way === "copy" && source) plan.copy_of = source;
    if (way === "files" && selection?.ok) plan.files = await read(selection.files);
    create.mutate(
      { plan, key: keyOf(plan) },
      {
        onSuccess: ({ data: made }) => {
          onClose();
          void navigate({ to: `/energy/plans/${made.id}` } as never);
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("plan.new.title")}
      closeButtonProps={{ "aria-label": t("plan.action.close") }}
    >
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          value={way}
          onChange={(next) => setWay(next as Way)}
          aria-label={t("plan.new.way")}
          data={(["files", "copy", "empty"] as Way[]).map((value) => ({
            value,
            label: t(`plan.new.${value}`),
          }))}
        />
        {way === "files" ? <FileDrop selection={selection} onSelect={setSelection} /> : null}
        {way === "copy" ? <PlanChoice value={source} onChange={setSource} /> : null}
        {way === "empty" ? (
          <Text size="sm" c="dimmed">
            {t("plan.new.empty_help")}
          </Text>
        ) : null}
        <TextInput
          label={t("plan.field.plan_name")}
          description={way === "files" ? t("plan.new.name_from_file") : undefined}
          required={way !== "files"}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus={way !== "files" || undefined}
        />
        <Textarea
          label={t("plan.field.description")}
          autosize
          minRows={2}
          value={description}
          maxLength={5000}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {create.error ? (
          <>
            <ProblemNote error={create.error} />
            <FieldErrors error={create.error} />
          </>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("plan.action.cancel")}
          </Button>
          <Button disabled={!complete} loading={create.isPending} onClick={() => void submit()}>
            {t("plan.new.create")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function PlanChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const { wanted, pausing } = useWanted(q);
  const list = useInfiniteQuery(planList({ q: wanted, sort: "name", deleted: false }));
  const plans = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <FoundSelect
      label={t("plan.new.source")}
      onSearchChange={(text) => setQ(plans.some(({ name }) => name === text) ? "" : text)}
      found={plans.map(({ id, name }) => ({ value: id, label: name }))}
      waiting={isWaiting(pausing, list)}
      value={value}
      onChange={onChange}
      nothing={t("plan.list.nothing")}
    />
  );
}

function FileDrop({
  selection,
  onSelect,
}: {
  selection: Selection | undefined;
  onSelect: (selection: Selection) => void;
}) {
  const { t } = useTranslation();
  const take = (files: File[]) => onSelect(select(files.map(chosen)));
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={take}
        onReject={(rejected) => take(rejected.map(({ file }) => file))}
        aria-label={t("plan.new.drop_title")}
        p="lg"
      >
        <Stack align="center" gap={6} style={{ pointerEvents: "none" }}>
          <IconFileImport size={40} stroke={1.5} aria-hidden />
          <Text fw={600}>{t("plan.new.drop_title")}</Text>
          <Text size="sm" c="dimmed" ta="center">
            {t("plan.new.drop_text")}
          </Text>
        </Stack>
      </Dropzone>
      {selection?.ok ? (
        <>
          <Text size="sm" fw={600}>
            {t(`plan.new.recognised.${selection.kind}`, { count: selection.files.length })}
          </Text>
          <List size="sm">
            {selection.files.slice(0, 8).map(({ path }) => (
              <List.Item key={path}>{path}</List.Item>
            ))}
            {selection.files.length > 8 ? <List.Item>…</List.Item> : null}
          </List>
          {selection.ignored.length > 0 ? (
            <Text size="sm" c="dimmed">
              {t("plan.new.ignored", { files: selection.ignored.join(", ") })}
            </Text>
          ) : null}
        </>
      ) : selection ? (
        <Text size="sm" c="red" role="alert">
          {t(`plan.new.refused.${selection.code}`, selection.params)}
        </Text>
      ) : null}
    </Stack>
  );
}

/// A dropped folder's files carry their path; a chosen file has only its name.
function chosen(file: File): Chosen {
  const path = (file as File & { path?: string }).path ?? (file.webkitRelativePath || file.name);
  return { path: path.replace(/^\.?\//, ""), size: file.size, text: () => file.text() };
}
