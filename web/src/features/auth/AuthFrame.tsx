// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageButton, SchemeMenu } from "../../app/HeaderBar";
import { Logo } from "../../components/Logo";
import classes from "./AuthFrame.module.css";

const kThreads = Array.from({ length: 14 }, (_, index) => index);
const kColours = ["#f59a4a", "#b79ae4", "#6fb3ee", "#67c3a0"];

/** Many threads come in from the left, each its own; on the right they run on as one cloth. */
function Weave() {
  return (
    <svg
      className={classes.weave}
      viewBox="0 0 800 900"
      preserveAspectRatio="xMidYMin slice"
      aria-hidden="true"
    >
      <g fill="none" strokeLinecap="round">
        {kThreads.map((index) => {
          const from = 150 + index * 33;
          const to = 330 + index * 9;
          return (
            <path
              key={index}
              d={`M-20 ${from} C 260 ${from}, 330 ${to}, 560 ${to} S 700 ${to}, 840 ${to}`}
              stroke={kColours[index % kColours.length]}
              strokeWidth={index % 3 === 0 ? 5 : 3}
              opacity={0.3 + (index % 4) * 0.12}
            />
          );
        })}
      </g>
    </svg>
  );
}

/** The pages before one is signed in: what Dure is on one side, the form on the other. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <header className={classes.art}>
        <Weave />
        <div className={classes.brand}>
          <Logo size={48} />
          {t("app.name")}
        </div>
        <div className={classes.pitch}>
          <p className={classes.headline} style={{ color: "#fff" }}>
            {t("auth.pitch.title")}
          </p>
          <p>{t("auth.pitch.text")}</p>
        </div>
      </header>
      <div className={classes.side}>
        <div className={classes.tools}>
          <LanguageButton />
          <SchemeMenu />
        </div>
        <main className={classes.form}>{children}</main>
      </div>
    </div>
  );
}
