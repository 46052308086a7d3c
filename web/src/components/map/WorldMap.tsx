// SPDX-License-Identifier: Apache-2.0
import { Box, ScrollArea, Skeleton, Text, UnstyledButton } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { countryName } from "../../features/people/countries";
import { Chart } from "../chart/Chart";
import { useChartTheme, useLanguage, useNarrow } from "../chart/surroundings";
import { type CountryValue, mapOption } from "./mapOption";
import { loadWorld } from "./outline";
import classes from "./WorldMap.module.css";

export type { CountryValue };

export interface WorldMapProps {
  /** What is shown, in a few words. */
  title: string;
  /** The same as a sentence with its main figures. */
  description: string;
  values: CountryValue[];
  /** A number with its unit: "3 clusters". */
  text: (value: number) => string;
  /** What the number is called in the table and in files. */
  column: string;
  fileName: string;
  /** Where the numbers come from, as a sentence. */
  source: string;
  selected?: string;
  /** Countries become buttons; the one chosen again is let go with undefined. */
  onSelect?: (country: string | undefined) => void;
}

/** Numbers by country: a map, and beside it the same as a list for the keyboard and for those who do not see the map. */
export function WorldMap(props: WorldMapProps) {
  const { title, description, values, text, column, fileName, source, selected, onSelect } = props;
  const { t } = useTranslation();
  const theme = useChartTheme();
  const language = useLanguage();
  const narrow = useNarrow();
  const [ready, setReady] = useState<boolean>();
  useEffect(() => {
    let gone = false;
    loadWorld().then(
      () => !gone && setReady(true),
      () => !gone && setReady(false),
    );
    return () => {
      gone = true;
    };
  }, []);
  const nameOf = useMemo(() => (country: string) => countryName(country, language), [language]);
  const sorted = useMemo(() => {
    const order = new Intl.Collator(language).compare;
    return [...values]
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value || order(nameOf(a.country), nameOf(b.country)));
  }, [values, language, nameOf]);
  const option = useMemo(
    () => mapOption({ values: sorted, nameOf, text, selected, theme, narrow, clickable: Boolean(onSelect) }),
    [sorted, nameOf, text, selected, theme, narrow, onSelect],
  );
  const choose = (country: string) => onSelect?.(country === selected ? undefined : country);
  const clicked = (event: unknown) => {
    const { name } = event as { name?: string };
    if (name && sorted.some(({ country }) => country === name)) choose(name);
  };
  const height = narrow ? 200 : 380;
  return (
    <div className={classes.beside}>
      <Box miw={0}>
        {ready && (
          <Chart
            title={title}
            description={description}
            option={option}
            height={height}
            fileName={fileName}
            source={`${source} · ${t("map.outline")}`}
            table={() => ({
              columns: [t("map.country"), column],
              rows: sorted.map(({ country, value }) => [nameOf(country), value]),
            })}
            {...(onSelect && { onEvents: { click: clicked } })}
          />
        )}
        {ready === undefined && <Skeleton h={height + 44} />}
        {ready === false && (
          <Text c="dimmed" py="xl" role="alert">
            {t("chart.broken")}
          </Text>
        )}
      </Box>
      <Countries {...{ title, sorted, nameOf, text, selected, height }} {...(onSelect && { choose })} />
    </div>
  );
}

function Countries(props: {
  title: string;
  sorted: CountryValue[];
  nameOf: (country: string) => string;
  text: (value: number) => string;
  selected: string | undefined;
  height: number;
  choose?: (country: string) => void;
}) {
  const { t } = useTranslation();
  const { title, sorted, nameOf, text, selected, height, choose } = props;
  return (
    <ScrollArea.Autosize
      mah={height + 44}
      type="auto"
      offsetScrollbars="present"
      viewportProps={{ tabIndex: 0, "aria-label": t("map.list", { title }) }}
    >
      <ul className={classes.list}>
        {sorted.map(({ country, value }) => (
          <li key={country}>
            {choose ? (
              <UnstyledButton
                className={classes.row}
                aria-pressed={country === selected}
                onClick={() => choose(country)}
              >
                <span>{nameOf(country)}</span>
                <span className="num">{text(value)}</span>
              </UnstyledButton>
            ) : (
              <div className={classes.row}>
                <span>{nameOf(country)}</span>
                <span className="num">{text(value)}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
}
