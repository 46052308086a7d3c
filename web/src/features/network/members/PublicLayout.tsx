// SPDX-License-Identifier: Apache-2.0
import { Anchor, Box, Button, Container, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../../app/preferences";
import { useSession } from "../../../app/session";
import { Logo } from "../../../components/Logo";

/** The frame of what everyone may see, without a navigation that needs signing in. */
export function PublicLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const { language, changeLanguage } = usePreferences();
  return (
    <>
      <Box
        component="header"
        className="no-print"
        py="sm"
        style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
      >
        <Container size="xl">
          <Group justify="space-between">
            <Anchor component={Link} to="/members" underline="never" aria-label={t("network.public.home")}>
              <Logo />
            </Anchor>
            <Group gap="xs">
              <Button
                variant="default"
                lang={language === "ko" ? "en" : "ko"}
                onClick={() => void changeLanguage(language === "ko" ? "en" : "ko")}
              >
                {language === "ko" ? "English" : "한국어"}
              </Button>
              <Button component={Link} to={session ? "/network/members" : "/sign-in"} variant="default">
                {t(session ? "network.public.inside" : "auth.sign_in")}
              </Button>
            </Group>
          </Group>
        </Container>
      </Box>
      <Container size="xl" component="main" py="lg" id="main">
        {children}
      </Container>
    </>
  );
}
