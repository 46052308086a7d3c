// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { setupQuery } from "../../app/session";
import { usePageTitle } from "../../hooks/usePageTitle";
import { currentLanguage } from "../../i18n";
import { AuthFrame } from "./AuthFrame";
import { OpenIdButton } from "./OpenIdButton";
import { SignInForm } from "./SignInForm";

/** Whose Dure it is, and whom to ask: where the administrators have said so. */
function Institute() {
  const { t } = useTranslation();
  const setup = useQuery(setupQuery).data;
  const name = currentLanguage() === "ko" ? setup?.institute_ko : setup?.institute_en;
  return (
    <>
      {name && <Text fw={700}>{name}</Text>}
      {setup?.contact && (
        <Text size="sm" c="dimmed">
          {t("auth.contact", { email: setup.contact })}
        </Text>
      )}
    </>
  );
}

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back } = useSearch({ from: "/sign-in" });
  usePageTitle(t("auth.sign_in"));
  return (
    <AuthFrame>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {t("auth.sign_in")}
          </Title>
          <Text c="dimmed" mt={4}>
            {t("auth.sign_in_text")}
          </Text>
        </div>
        {back && <Alert color="jjok">{t("auth.sign_in_again")}</Alert>}
        <SignInForm onDone={() => router.history.push(back ?? "/")}>
          <OpenIdButton back={back} />
        </SignInForm>
        <Institute />
      </Stack>
    </AuthFrame>
  );
}
