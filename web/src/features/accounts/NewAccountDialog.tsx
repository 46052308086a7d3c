// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { currentLanguage } from "../../i18n";
import { AccountFields, type AccountValues, RoleFields } from "./AccountFields";
import { type Account, type Role, useCreateAccount, useCreateLink } from "./api";

type Invite = (account: Account, link: Schemas["AccountLink"]) => void;

interface NewValues extends AccountValues {
  roles: Role[];
  email: string;
}

/** Makes an account without a password, and then the link by which its person chooses one. */
export function NewAccountDialog({ onClose, onInvite }: { onClose: () => void; onInvite: Invite }) {
  const { t } = useTranslation();
  const create = useCreateAccount();
  const invite = useCreateLink();
  const keyOf = useContentKey();
  const needed = (value: string) => (value.trim() === "" ? t("auth.required") : null);
  const form = useForm<NewValues>({
    initialValues: { name: "", email: "", roles: ["planner"], language: currentLanguage() },
    validate: { name: needed, email: needed },
  });
  const refusal = useFormProblem(form, create.error);
  const submit = form.onSubmit(({ name, email, roles, language }) => {
    const body = { name, email, roles, language };
    create.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: (account) => {
          notice("teal", t("accounts.created", { name: account.name }));
          // The account is there; without its link it is still to be had on the account's page.
          invite.mutate(account.id, { onSuccess: (link) => onInvite(account, link), onError: onClose });
        },
      },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("accounts.create")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("auth.email")}
            type="email"
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("email")}
          />
          <AccountFields form={form} />
          <RoleFields form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending || invite.isPending}>
              {t("accounts.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
