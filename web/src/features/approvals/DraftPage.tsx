// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { useSession } from "../../app/session";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useUnsavedGuard } from "../../components/useUnsavedGuard";
import { useFormProblem } from "../../hooks/useFormProblem";
import {
  type Approval,
  approvalQuery,
  type Content,
  type Desk,
  kDesks,
  peopleQuery,
  useCreateApproval,
  useReplaceApproval,
} from "./api";

interface Values extends Record<string, unknown> {
  desk: Desk;
  title: string;
  body: string;
  amount_krw: number | "";
  readers: string[];
}

function valuesOf(one?: Approval): Values {
  return {
    desk: one?.desk ?? "general",
    title: one?.title ?? "",
    body: one?.body ?? "",
    amount_krw: one?.amount_krw ?? "",
    readers: one?.readers.map(({ account }) => account) ?? [],
  };
}

function contentOf({ amount_krw, ...rest }: Values): Content {
  return { ...rest, ...(amount_krw !== "" && { amount_krw }) };
}

export function NewDraftPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("approval.new")}
        crumbs={[{ label: t("approval.title"), to: "/approvals" }, { label: t("approval.new") }]}
      />
      <DraftForm />
    </>
  );
}

export function EditDraftPage() {
  const { t } = useTranslation();
  const { approvalId: id } = useParams({ from: "/app/approvals/$approvalId/edit" });
  const { data: latest, error, refetch } = useQuery(approvalQuery(id));
  // What is edited stays as it was opened, until the person asks for the latest.
  const [one, setOne] = useState(latest);
  useEffect(() => setOne((now) => now ?? latest), [latest]);
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Skeleton h={320} />;
  return (
    <>
      <PageHeader
        title={t("approval.edit_title")}
        crumbs={[
          { label: t("approval.title"), to: "/approvals" },
          { label: one.title, to: `/approvals/${id}` },
          { label: t("approval.edit_title") },
        ]}
      />
      <DraftForm key={one.version} approval={one} onLatest={async () => setOne((await refetch()).data)} />
    </>
  );
}

function DraftForm({ approval: one, onLatest }: { approval?: Approval; onLatest?: () => Promise<void> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useSession()?.account.id;
  const people = useQuery(peopleQuery).data ?? [];
  const create = useCreateApproval();
  const replace = useReplaceApproval();
  const saving = one ? replace : create;
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: valuesOf(one),
    validate: { title: (title) => (title.trim() === "" ? t("auth.required") : null) },
  });
  const kept = saving.data;
  useUnsavedGuard(form.isDirty() && !kept);
  // The page is left once nothing stands unsaved any more.
  useEffect(() => {
    if (kept) void navigate({ to: `/approvals/${kept.id}` });
  }, [kept, navigate]);
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const done = () => notice("teal", t("approval.saved"));
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    if (one) return replace.mutate({ one, body }, { onSuccess: done });
    create.mutate({ key: keyOf(body), body }, { onSuccess: done });
  });
  const fixed = one?.subject !== undefined;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} maw={960}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {stale && (
            <Alert color="gam" title={t("approval.stale")}>
              <Button variant="default" size="compact-md" onClick={() => void onLatest?.()}>
                {t("people.load_latest")}
              </Button>
            </Alert>
          )}
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("approval.field.title")}
            withAsterisk
            maxLength={200}
            {...form.getInputProps("title")}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t("approval.field.desk")}
              description={t(fixed ? "approval.fixed" : "approval.field.desk_hint")}
              allowDeselect={false}
              disabled={fixed}
              data={kDesks.map((value) => ({ value, label: t(`approval.desk.${value}`) }))}
              {...form.getInputProps("desk")}
            />
            <NumberInput
              label={t("approval.field.amount_krw")}
              description={t(fixed ? "approval.fixed" : "approval.field.amount_hint")}
              thousandSeparator=","
              allowDecimal={false}
              allowNegative={false}
              max={1e15}
              hideControls
              disabled={fixed}
              {...form.getInputProps("amount_krw")}
            />
          </SimpleGrid>
          <Textarea
            label={t("approval.field.body")}
            description={t("approval.field.body_hint")}
            autosize
            minRows={10}
            maxRows={30}
            maxLength={50_000}
            {...form.getInputProps("body")}
          />
          <MultiSelect
            label={t("approval.field.readers")}
            description={t("approval.field.readers_hint")}
            searchable
            data={people
              .filter(({ account }) => account !== me)
              .map(({ account, name }) => ({ value: account, label: name }))}
            {...form.getInputProps("readers")}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => void navigate({ to: one ? `/approvals/${one.id}` : "/approvals" })}
            >
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
