// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { usePageTitle } from "../../hooks/usePageTitle";
import { AuthFrame } from "./AuthFrame";
import { linkQuery, useLink } from "./api";
import { NewPasswordFields } from "./NewPasswordFields";

/** Where an invitation or a reset leads: a person chooses their password, once. */
export function LinkPage() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const { data, error } = useQuery(linkQuery(token));
  usePageTitle(t("auth.link.reset"));
  return (
    <AuthFrame>
      <Stack gap="lg">
        {!data && (
          <Title order={1} size="h2">
            {t("auth.link.reset")}
          </Title>
        )}
        <ProblemAlert error={error} />
        {error && <ToSignIn />}
        {!data && !error && <Skeleton h={240} />}
        {data && <Choose token={token} owner={data} />}
      </Stack>
    </AuthFrame>
  );
}

function ToSignIn() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/sign-in" variant="default">
      {t("auth.link.to_sign_in")}
    </Button>
  );
}

function Choose({ token, owner }: { token: string; owner: Schemas["LinkOwner"] }) {
  const { t } = useTranslation();
  const use = useLink();
  const needed = (value: string) => (value === "" ? t("auth.required") : null);
  const form = useForm({
    initialValues: { password: "", repeat: "" },
    validate: {
      password: needed,
      repeat: (value, values) => (value === values.password ? null : t("auth.password_differs")),
    },
  });
  const refusal = useFormProblem(form, use.error);
  const title =
    owner.kind === "invitation" ? t("auth.link.invitation", { name: owner.name }) : t("auth.link.reset");
  if (use.isSuccess) {
    return (
      <>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Alert color="teal">{t("auth.link.done")}</Alert>
        <ToSignIn />
      </>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit(({ password }) => use.mutate({ token, password }))}>
      <Stack gap="md">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{t("auth.link.text", { email: owner.email })}</Text>
        <ProblemAlert error={refusal} />
        <input type="text" autoComplete="username" value={owner.email} readOnly hidden />
        <NewPasswordFields
          label={t("auth.new_password")}
          repeatLabel={t("auth.password_repeat")}
          password={form.getInputProps("password")}
          repeat={form.getInputProps("repeat")}
        />
        <Button type="submit" size="md" loading={use.isPending}>
          {t("auth.link.action")}
        </Button>
      </Stack>
    </form>
  );
}
