// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { technologyColours } from "../energy/lib/colours";
import { labelOf } from "../energy/lib/labels";
import { yearQuery } from "./api";
import classes from "./Hero.module.css";
import { weave } from "./weave";

const kWidth = 1200;
const kHeight = 190;
/** Threads thinner than this share of the cloth cannot be seen, and are not named. */
const kVisible = 0.003;
const kLegend = 8;

/** The first days of the months that lie in the run, as shares of its length. */
function months(start: string, timeZone: string, hours: number): { at: number; name: string }[] {
  const language = currentLanguage() === "ko" ? "ko-KR" : "en-GB";
  const format = new Intl.DateTimeFormat(language, { month: "short", timeZone });
  const begin = Date.parse(start);
  const found: { at: number; name: string }[] = [];
  for (let hour = 0; hour < hours; hour += 24) {
    const name = format.format(begin + hour * 3_600_000);
    if (found.at(-1)?.name !== name) found.push({ at: hour / hours, name });
  }
  return found.length <= 12 ? found : found.slice(0, 12);
}

/** How the city was supplied through the year in a run, from its hourly results. */
export function YearWeave({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { data } = useQuery(yearQuery(runId));
  const cloth = useMemo(() => (data ? weave(data.dispatch, kWidth, kHeight) : null), [data]);
  if (!data || !cloth) return <div className={classes.weave_space} />;
  const { bus, dispatch } = data;
  const colours = technologyColours(cloth.ribbons);
  const colour = (name: string) => colours.get(name) ?? "#8fa3b8";
  const all = cloth.ribbons.reduce((sum, { mean }) => sum + mean, 0);
  const largest = cloth.ribbons.filter(({ mean }) => mean > all * kVisible).sort((a, b) => b.mean - a.mean);
  const names = {
    bus: labelOf(bus, language),
    list: largest.map((ribbon) => labelOf(ribbon, language)).join(", "),
  };
  const hours = (dispatch.to - dispatch.from) * dispatch.hours_per_period;
  return (
    <figure className={classes.weave} aria-label={t("home.weave.title", names)}>
      <figcaption className={classes.weave_title}>{t("home.weave.title", names)}</figcaption>
      <svg
        viewBox={`0 0 ${kWidth} ${kHeight}`}
        preserveAspectRatio="none"
        className={classes.cloth}
        role="img"
        aria-label={t("home.weave.description", names)}
      >
        {cloth.ribbons.map(({ name, path }) => (
          <path key={name} d={path} fill={colour(name)} stroke="#0c2340" strokeWidth={0.6} />
        ))}
        <path
          d={cloth.demand}
          fill="none"
          stroke="#ffffff"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className={classes.months} aria-hidden>
        {months(dispatch.start, dispatch.time_zone, hours).map(({ at, name }) => (
          <span key={name} style={{ left: `${at * 100}%` }}>
            {name}
          </span>
        ))}
      </div>
      <ul className={classes.legend}>
        <li>
          <i className={classes.demand_mark} />
          {t("home.weave.demand")}
        </li>
        {largest.slice(0, kLegend).map((ribbon) => (
          <li key={ribbon.name}>
            <i style={{ background: colour(ribbon.name) }} />
            {labelOf(ribbon, language)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
