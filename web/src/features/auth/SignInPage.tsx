// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack, Text, Title } from "@mantine/core";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "../../hooks/usePageTitle";
import { AuthFrame } from "./AuthFrame";
import { SignInForm } from "./SignInForm";

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
        <SignInForm onDone={() => router.history.push(back ?? "/")} />
      </Stack>
    </AuthFrame>
  );
}
