// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { AccountFields, type AccountValues } from "./AccountFields";
import { type Account, accountQuery, useChangeAccount } from "./api";

export function EditAccountDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(accountQuery(id));
  const change = useChangeAccount();
  const conflict = change.error instanceof ApiError && change.error.status === 412;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("accounts.edit_title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        {conflict && <Alert color="gam">{t("accounts.conflict")}</Alert>}
        <ProblemAlert error={error} />
        {data ? (
          // The latest state after a conflict fills the form anew.
          <EditForm key={data.etag} account={data.data} etag={data.etag} change={change} onClose={onClose} />
        ) : (
          !error && <Skeleton h={260} />
        )}
      </Stack>
    </Modal>
  );
}

function EditForm(props: {
  account: Account;
  etag: string;
  change: ReturnType<typeof useChangeAccount>;
  onClose: () => void;
}) {
  const { account, etag, change, onClose } = props;
  const { t } = useTranslation();
  const form = useForm<AccountValues>({
    initialValues: { name: account.name, language: account.language },
    validate: { name: (value) => (value.trim() === "" ? t("auth.required") : null) },
  });
  const conflict = change.error instanceof ApiError && change.error.status === 412;
  const refusal = useFormProblem(form, conflict ? null : change.error);
  const submit = form.onSubmit(({ name, language }) =>
    change.mutate(
      { id: account.id, etag, body: { name, language } },
      {
        onSuccess: () => {
          notice("teal", t("accounts.changed", { name }));
          onClose();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={refusal} />
        <Text c="dimmed">{account.email}</Text>
        <AccountFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
