// SPDX-License-Identifier: Apache-2.0
import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionBanner } from "./ConnectionBanner";
import { HeaderBar } from "./HeaderBar";
import { Navigation } from "./Navigation";
import { Palette } from "./Palette";
import { sessionQuery } from "./session";

/** The frame around every page of a person who is signed in. */
export function Layout() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure(false);
  const navigate = useNavigate();
  const here = useLocation({ select: ({ href }) => href });
  const { data: session } = useQuery(sessionQuery);

  useEffect(() => {
    if (session === null) void navigate({ to: "/sign-in", search: { back: here, ended: true } });
  }, [session, navigate, here]);

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 256, breakpoint: "md", collapsed: { mobile: !open } }}
      padding={{ base: "md", sm: "xl" }}
      layout="alt"
    >
      <a href="#main" className="skip-link">
        {t("app.skip")}
      </a>
      <AppShell.Header bg="var(--dure-surface)" style={{ borderColor: "var(--dure-line)" }}>
        <Group h="100%" px={{ base: "sm", sm: "xl" }} gap="sm" wrap="nowrap">
          <Burger
            opened={open}
            onClick={toggle}
            hiddenFrom="md"
            size="sm"
            aria-label={t("app.navigation")}
            aria-expanded={open}
          />
          <HeaderBar />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar withBorder={false} style={{ overflowY: "auto" }}>
        <Burger
          opened
          onClick={close}
          hiddenFrom="md"
          size="sm"
          color="white"
          aria-label={t("common.close")}
          style={{ position: "absolute", right: 14, top: 20, display: open ? undefined : "none" }}
        />
        <Navigation onNavigate={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} style={{ outline: "none" }}>
        <ConnectionBanner />
        <Outlet />
      </AppShell.Main>
      <Palette />
    </AppShell>
  );
}
