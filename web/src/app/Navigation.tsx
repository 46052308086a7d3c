// SPDX-License-Identifier: Apache-2.0
import { IconHome } from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { kDesks, kOffices } from "./desks";
import classes from "./Layout.module.css";
import { useMay } from "./session";

/** The four desks. Those to come are named and marked, and are no links. */
function Desks({ icons, onNavigate }: { icons: boolean; onNavigate?: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return kDesks.map(({ id, icon: Icon, to, needs }) => {
    const label = (
      <>
        {icons && <Icon size={20} aria-hidden />}
        {t(`home.desks.${id}.name`)}
      </>
    );
    if (!to) {
      return (
        <span key={id} className={`${classes.item} ${classes.later}`}>
          {label}
          <span className={classes.tag}>{t("app.later")}</span>
        </span>
      );
    }
    return needs && !may(needs) ? null : (
      <Link
        key={id}
        to={to}
        className={classes.item}
        onClick={onNavigate}
        data-here={path.startsWith(`/${id}/`) || undefined}
      >
        {label}
      </Link>
    );
  });
}

/** Across the head on a wide screen. */
export function TopNavigation() {
  const { t } = useTranslation();
  return (
    <nav className={classes.nav} aria-label={t("app.navigation")}>
      <Link to="/" className={classes.item} activeOptions={{ exact: true }}>
        {t("app.pages.home")}
      </Link>
      <Desks icons={false} />
    </nav>
  );
}

/** In the drawer of a narrow screen, with the office pages that wide screens keep in the person's menu. */
export function DrawerNavigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <nav className={classes.drawer} aria-label={t("app.navigation")}>
      <Link to="/" className={classes.item} onClick={onNavigate} activeOptions={{ exact: true }}>
        <IconHome size={20} aria-hidden />
        {t("app.pages.home")}
      </Link>
      <div className={classes.heading}>{t("app.desks")}</div>
      <Desks icons onNavigate={onNavigate} />
      <div className={classes.heading}>{t("app.office")}</div>
      {kOffices
        .filter(({ needs }) => !needs || may(needs))
        .map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className={classes.item} onClick={onNavigate}>
            <Icon size={20} aria-hidden />
            {t(`app.pages.${name}`)}
          </Link>
        ))}
    </nav>
  );
}
