// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, Select, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
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
    <Modal
      opened
      onClose={onClose}
      title={t("accounts.give.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={give.isPending}>
              {t("accounts.give.open")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
