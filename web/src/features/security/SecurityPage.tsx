// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { Section } from "../accounts/Section";
import { LinkedSection } from "./LinkedSection";
import { SecondFactorSection } from "./SecondFactorSection";
import { SessionsSection } from "./SessionsSection";
import { TokensSection } from "./TokensSection";

/** One's own ways in. */
export function SecurityPage() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <>
      <PageHeader
        title={t("security.title")}
        description={t("security.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("security.title") }]}
      />
      {session && (
        <Stack gap="lg">
          <SecondFactorSection />
          <Section
            title={t("security.password.title")}
            text={t("security.password.text")}
            action={
              <Button component={Link} to="/password" variant="default">
                {t("auth.change_password")}
              </Button>
            }
          />
          <LinkedSection account={session.account} />
          <SessionsSection account={session.account.id} own />
          <TokensSection account={session.account.id} own />
        </Stack>
      )}
    </>
  );
}
