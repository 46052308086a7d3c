// SPDX-License-Identifier: Apache-2.0
import { IconHome, IconListCheck, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Logo } from "../components/Logo";
import { kDesks } from "./desks";
import classes from "./Navigation.module.css";
import { setupQuery, useMay } from "./session";

export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const version = useQuery(setupQuery).data?.version;
  return (
    <nav className={classes.frame} aria-label={t("app.navigation")}>
      <Link to="/" className={classes.brand} onClick={onNavigate}>
        <Logo size={38} />
        <span style={{ color: "inherit" }}>
          <strong>{t("app.name")}</strong>
          <span>{t("app.motto")}</span>
        </span>
      </Link>
      <Link to="/" className={classes.item} onClick={onNavigate} activeOptions={{ exact: true }}>
        <IconHome size={20} aria-hidden />
        {t("app.pages.home")}
      </Link>
      <div className={classes.heading}>{t("app.desks")}</div>
      {kDesks.map(({ id, icon: Icon, to }) =>
        to ? (
          <Link key={id} to={to} className={classes.item} onClick={onNavigate}>
            <Icon size={20} aria-hidden />
            {t(`home.desks.${id}.name`)}
          </Link>
        ) : (
          <div key={id} className={`${classes.item} ${classes.later}`}>
            <Icon size={20} aria-hidden />
            {t(`home.desks.${id}.name`)}
            <span className={classes.tag}>{t("app.later")}</span>
          </div>
        ),
      )}
      <div className={classes.heading}>{t("app.office")}</div>
      <Link to="/jobs" className={classes.item} onClick={onNavigate}>
        <IconListCheck size={20} aria-hidden />
        {t("app.pages.jobs")}
      </Link>
      {may("list_accounts") && (
        <Link to="/accounts" className={classes.item} onClick={onNavigate}>
          <IconUsers size={20} aria-hidden />
          {t("app.pages.accounts")}
        </Link>
      )}
      <div className={classes.foot}>{version && t("app.version", { version })}</div>
    </nav>
  );
}
