// SPDX-License-Identifier: Apache-2.0
import { Alert, Box, Burger, Button, Drawer, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconShieldLock, IconUserShare } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Logo } from "../components/Logo";
import { lastDay } from "../features/accounts/period";
import { SessionEnded } from "../features/auth/SessionEnded";
import { currentLanguage } from "../i18n";
import { ConnectionBanner } from "./ConnectionBanner";
import { HeaderBar } from "./HeaderBar";
import classes from "./Layout.module.css";
import { DrawerNavigation, TopNavigation } from "./Navigation";
import { Palette } from "./Palette";
import { type Session, sessionQuery, setupQuery } from "./session";
import { UnsavedDialog } from "./UnsavedDialog";

/** Roles that wait for the second factor, and the way to it. */
function FactorNotice() {
  const { t } = useTranslation();
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <Alert color="red" icon={<IconShieldLock aria-hidden />} mb="md" className="no-print">
      <Stack gap="xs" align="flex-start">
        <span>{t("app.second_factor_needed")}</span>
        {here !== "/security" && (
          <Button component={Link} to="/security" variant="default">
            {t("app.second_factor_open")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** For whom this person acts: what they do now, they may do in someone's place. */
function DeputyNotice({ deputies }: { deputies: Session["deputy_for"] }) {
  const { t } = useTranslation();
  if (deputies.length === 0) return null;
  return (
    <Alert color="gam" icon={<IconUserShare aria-hidden />} mb="md" className="no-print">
      {deputies.map(({ id, account_name, valid_until }) => (
        <div key={id}>
          {t("app.deputy_for", { name: account_name, until: lastDay(valid_until, currentLanguage()) })}
        </div>
      ))}
    </Alert>
  );
}

/** The frame around every page of a person who is signed in. */
export function Layout() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const { data: session } = useQuery(sessionQuery);
  const version = useQuery(setupQuery).data?.version;
  return (
    <>
      <a href="#main" className="skip-link">
        {t("app.skip")}
      </a>
      <header className={`${classes.header} no-print`}>
        <div className={classes.threads} aria-hidden />
        <ConnectionBanner />
        <div className={classes.bar}>
          <Burger opened={open} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t("app.open_menu")} />
          <Link to="/" className={classes.brand}>
            <Logo size={36} />
            {t("app.name")}
          </Link>
          <Box visibleFrom="md">
            <TopNavigation />
          </Box>
          <HeaderBar />
        </div>
      </header>
      <Drawer
        opened={open}
        onClose={close}
        size={300}
        title={t("app.navigation")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <DrawerNavigation onNavigate={close} />
      </Drawer>
      <main id="main" tabIndex={-1} className={classes.main}>
        {session?.second_factor === "needed" && <FactorNotice />}
        {session && <DeputyNotice deputies={session.deputy_for} />}
        <Outlet />
      </main>
      <footer className={`${classes.foot} no-print`}>
        <span>
          {t("app.name")} · {t("app.motto")}
        </span>
        {version && <span>{t("app.version", { version })}</span>}
      </footer>
      <Palette />
      <UnsavedDialog />
      <SessionEnded ended={session === null} />
    </>
  );
}
