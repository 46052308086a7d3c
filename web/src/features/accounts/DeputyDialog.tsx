// SPDX-License-Identifier: Apache-2.0
import { useForm } from "@mantine/form";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { FormDialog } from "../../components/FormDialog";
import { FoundSelect, isWaiting, useWanted } from "../../components/FoundSelect";
import { notice } from "../../components/notices";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type Account, accountListQuery, useAppointDeputy } from "./api";
import { PeriodFields, type PeriodValues } from "./Period";
import { dayEnd, dayStart, daysFromNow } from "./period";

interface Values extends PeriodValues {
  deputy: string | null;
}

export function DeputyDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const appoint = useAppointDeputy(account.id);
  const keyOf = useContentKey();
  const [typed, setTyped] = useState("");
  const { wanted, pausing } = useWanted(typed);
  const found = useInfiniteQuery(accountListQuery({ state: "active", ...(wanted && { q: wanted }) }));
  const people = (found.data?.pages[0]?.items ?? []).filter(({ id }) => id !== account.id);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const needed = (value: string | null) => (value ? null : t("auth.required"));
  const form = useForm<Values>({
    initialValues: { deputy: null, valid_from: "", valid_until: daysFromNow(7) },
    validate: { deputy: needed, valid_until: needed },
  });
  const refusal = useFormProblem(form, appoint.error);
  const submit = form.onSubmit(({ deputy, valid_from, valid_until }) => {
    if (!deputy) return;
    const body = {
      deputy,
      ...(valid_from && { valid_from: dayStart(valid_from) }),
      valid_until: dayEnd(valid_until),
    };
    appoint.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: ({ deputy_name, account_name }) => {
          const message = t("accounts.deputy.done", { deputy: deputy_name, name: account_name });
          notice("teal", message);
          onClose();
        },
      },
    );
  });
  return (
    <FormDialog
      title={t("accounts.deputy.open")}
      action={t("accounts.deputy.open")}
      error={refusal ?? found.error}
      pending={appoint.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <FoundSelect
        label={t("accounts.deputy.who")}
        description={t("accounts.deputy.who_hint")}
        found={people.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        waiting={isWaiting(pausing, found)}
        onSearchChange={(text) => setTyped(names.size > 0 && text.includes(" · ") ? "" : text)}
        nothing={t("accounts.deputy.nobody")}
        data-autofocus
        {...form.getInputProps("deputy")}
      />
      <PeriodFields form={form} />
    </FormDialog>
  );
}
