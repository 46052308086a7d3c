// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { Round, Step } from "./api";
import classes from "./Stamps.module.css";
import { day } from "./words";

/** The boxes of a round: who drafted, and each step with its decision, 전결 and 대결 marked. */
export function Stamps({ round, drafter }: { round: Round; drafter: string }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.stamps} aria-label={t("approval.stamps")}>
      <li className={classes.box}>
        <div className={classes.head}>{t("approval.task.draft")}</div>
        <div className={classes.body}>
          <span className={classes.name}>{drafter}</span>
          <span className={`${classes.small} num`}>{day(round.submitted)}</span>
        </div>
      </li>
      {round.steps.map((step) => (
        <Box key={step.position} step={step} delegated={round.delegated && step.task === "approval"} />
      ))}
    </ul>
  );
}

function Box({ step, delegated }: { step: Step; delegated: boolean }) {
  const { t } = useTranslation();
  const done = step.state === "approved";
  const shown = [
    classes.box,
    step.state === "current" && classes.current,
    step.state === "rejected" && classes.rejected,
  ]
    .concat(step.decided ? [] : [classes.waiting])
    .filter(Boolean)
    .join(" ");
  return (
    <li className={shown} aria-current={step.state === "current" ? "step" : undefined}>
      <div className={classes.head}>
        {t(`approval.task.${step.task}`)}
        {step.title && <div className={classes.title}>{step.title}</div>}
      </div>
      <div className={classes.body}>
        {delegated && <span className={classes.mark}>{t("approval.mark.delegated")}</span>}
        {step.by_deputy && <span className={classes.mark}>{t("approval.mark.deputy")}</span>}
        <span className={classes.name}>{step.decided_by_name ?? step.account_name}</span>
        {step.by_deputy && (
          <span className={classes.small}>
            {t("approval.mark.deputy_for", { holder: step.account_name, name: step.decided_by_name })}
          </span>
        )}
        {!done && <span className={classes.mark}>{t(`approval.step_state.${step.state}`)}</span>}
        <span className={`${classes.small} num`}>{day(step.decided)}</span>
      </div>
    </li>
  );
}
