// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Avatar,
  Box,
  Button,
  Group,
  Kbd,
  Menu,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import {
  IconBellCog,
  IconCircleHalf2,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Bell } from "../features/together/Bell";
import { kOffices } from "./desks";
import { kSchemes, usePreferences } from "./preferences";
import { useMay, useSession } from "./session";
import { useSignOut } from "./useSignOut";

const kSchemeIcons = { light: IconSun, dark: IconMoon, auto: IconCircleHalf2 };

export function HeaderBar() {
  return (
    <Group gap={2} ml="auto" wrap="nowrap">
      <SearchButton />
      <SignedInBell />
      <LanguageButton />
      <Box visibleFrom="xs">
        <SchemeMenu />
      </Box>
      <PersonMenu />
    </Group>
  );
}

function SignedInBell() {
  const may = useMay();
  return may("list_notifications") ? <Bell /> : null;
}

function SearchButton() {
  const { t } = useTranslation();
  return (
    <>
      <UnstyledButton
        onClick={spotlight.open}
        visibleFrom="lg"
        px="md"
        h={44}
        mr={6}
        style={{ border: "1px solid var(--dure-line)", borderRadius: 99, background: "var(--dure-ground)" }}
      >
        <Group gap="sm" wrap="nowrap">
          <IconSearch size={18} aria-hidden />
          <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
            {t("app.palette.open")}
          </Text>
          <Kbd size="xs">Ctrl K</Kbd>
        </Group>
      </UnstyledButton>
      <ActionIcon
        hiddenFrom="lg"
        variant="subtle"
        color="gray"
        c="var(--dure-ink)"
        size={44}
        onClick={spotlight.open}
        aria-label={t("app.palette.open")}
      >
        <IconSearch size={22} />
      </ActionIcon>
    </>
  );
}

export function LanguageButton() {
  const { language, changeLanguage } = usePreferences();
  const next = language === "ko" ? "en" : "ko";
  return (
    <Button
      variant="subtle"
      color="gray"
      c="var(--dure-ink)"
      h={44}
      px="xs"
      fw={600}
      onClick={() => void changeLanguage(next)}
      lang={next}
      aria-label={next === "ko" ? "한국어" : "English"}
    >
      <IconLanguage size={20} aria-hidden />
      <Text span inherit ml={6} visibleFrom="sm">
        {next === "ko" ? "한국어" : "English"}
      </Text>
    </Button>
  );
}

export function SchemeMenu() {
  const { t } = useTranslation();
  const { scheme, changeScheme } = usePreferences();
  const Icon = kSchemeIcons[scheme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--dure-ink)"
          size={44}
          aria-label={t("app.scheme.label")}
        >
          <Icon size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {kSchemes.map((one) => {
          const Each = kSchemeIcons[one];
          return (
            <Menu.Item
              key={one}
              leftSection={<Each size={18} aria-hidden />}
              onClick={() => changeScheme(one)}
              fw={one === scheme ? 700 : 400}
            >
              {t(`app.scheme.${one}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** On a telephone there is no room for a menu of its own. */
function NarrowSchemes() {
  const { t } = useTranslation();
  const { scheme, changeScheme } = usePreferences();
  return kSchemes.map((one) => {
    const Icon = kSchemeIcons[one];
    return (
      <Menu.Item
        key={one}
        hiddenFrom="xs"
        leftSection={<Icon size={18} aria-hidden />}
        onClick={() => changeScheme(one)}
        fw={one === scheme ? 700 : 400}
      >
        {`${t("app.scheme.label")}: ${t(`app.scheme.${one}`)}`}
      </Menu.Item>
    );
  });
}

function PersonMenu() {
  const { t } = useTranslation();
  const session = useSession();
  const may = useMay();
  const signOut = useSignOut();
  if (!session) return null;
  const { account } = session;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton ml={4} style={{ borderRadius: 99 }}>
          <Avatar name={account.name} color="jjok" variant="filled" size={38} aria-hidden />
          <VisuallyHidden>{t("app.person", { name: account.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={700} c="var(--dure-ink)">
            {account.name}
          </Text>
          <Text size="sm" c="dimmed">
            {account.email}
          </Text>
          <Text size="sm" c="dimmed">
            {account.roles.map((role) => t(`accounts.roles.${role}`)).join(" · ") || t("accounts.no_role")}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        {kOffices
          .filter(({ needs }) => !needs || may(needs))
          .map(({ to, name, icon: Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon size={18} aria-hidden />}>
              {t(`app.pages.${name}`)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/notifications" leftSection={<IconBellCog size={18} aria-hidden />}>
          {t("app.pages.notifications")}
        </Menu.Item>
        <Menu.Item component={Link} to="/security" leftSection={<IconKey size={18} aria-hidden />}>
          {t("app.pages.security")}
        </Menu.Item>
        <NarrowSchemes />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut()}>
          {t("auth.sign_out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
