// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { OnceField } from "../../components/OnceField";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useCreateToken } from "./api";

export function NewTokenDialog({ account, onClose }: { account: string; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateToken(account);
  const form = useForm<{ name: string; scope: Schemas["TokenScope"]; days: number | string }>({
    initialValues: { name: "", scope: "read", days: 90 },
    validate: { name: (value) => (value.trim() === "" ? t("auth.required") : null) },
  });
  const refusal = useFormProblem(form, create.error);
  const made = create.data?.token;
  const close = { "aria-label": t("common.close") };
  if (made) {
    return (
      <Modal opened onClose={onClose} title={t("security.tokens.made")} closeButtonProps={close}>
        <Stack>
          <Text>{t("security.tokens.once")}</Text>
          <OnceField label={t("security.tokens.title")} value={made} />
        </Stack>
      </Modal>
    );
  }
  const submit = form.onSubmit(({ name, scope, days }) => create.mutate({ name, scope, days: Number(days) }));
  return (
    <Modal opened onClose={onClose} title={t("security.tokens.open")} closeButtonProps={close}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("security.tokens.name")}
            description={t("security.tokens.name_hint")}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Select
            label={t("security.tokens.scope")}
            data={(["read", "write"] as const).map((scope) => ({
              value: scope,
              label: t(`security.tokens.scopes.${scope}`),
            }))}
            allowDeselect={false}
            {...form.getInputProps("scope")}
          />
          <NumberInput
            label={t("security.tokens.days")}
            min={1}
            max={366}
            allowDecimal={false}
            {...form.getInputProps("days")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("security.tokens.open")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
