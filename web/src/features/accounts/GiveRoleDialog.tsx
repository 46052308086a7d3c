// SPDX-License-Identifier: Apache-2.0
import { Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { FormDialog } from "../../components/FormDialog";
import { notice } from "../../components/notices";
import { useFormProblem } from "../../hooks/useFormProblem";
import { OrganisationSelect } from "../people/OrganisationSelect";
import { type Account, kRoles, type Role, useGiveRole } from "./api";
import { PeriodFields, type PeriodValues } from "./Period";
import { dayEnd, dayStart } from "./period";

interface Values extends PeriodValues {
  role: Role | null;
  organisation: string | null;
}

export function GiveRoleDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const give = useGiveRole(account.id);
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: { role: null, organisation: null, valid_from: "", valid_until: "" },
    validate: { role: (value) => (value ? null : t("auth.required")) },
  });
  const refusal = useFormProblem(form, give.error);
  const submit = form.onSubmit(({ role, organisation, valid_from, valid_until }) => {
    if (!role) return;
    const body = {
      role,
      ...(organisation && { organisation }),
      ...(valid_from && { valid_from: dayStart(valid_from) }),
      ...(valid_until && { valid_until: dayEnd(valid_until) }),
    };
    give.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: () => {
          const message = t("accounts.give.done", { name: account.name, role: t(`accounts.roles.${role}`) });
          notice("teal", message);
          onClose();
        },
      },
    );
  });
  return (
    <FormDialog
      title={t("accounts.give.title")}
      action={t("accounts.give.open")}
      error={refusal}
      pending={give.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t("accounts.give.role")}
        description={form.values.role && t(`accounts.role_hint.${form.values.role}`)}
        data={kRoles.map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
        data-autofocus
        {...form.getInputProps("role")}
      />
      <OrganisationSelect
        label={t("accounts.give.organisation")}
        description={t("accounts.give.organisation_hint")}
        clearable
        value={form.values.organisation}
        onChange={(organisation) => form.setFieldValue("organisation", organisation)}
        error={form.errors.organisation}
      />
      <PeriodFields form={form} untilHint={t("accounts.give.until_hint")} />
    </FormDialog>
  );
}
