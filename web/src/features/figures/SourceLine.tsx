// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSourceLine } from "../../components/chart/sourceLine";
import { type Figure, figureQuery } from "./api";

/** Where a figure comes from, in a line: its source with a link to it, its formula, or that it has none. */
export function SourceLine({ one, onOpen }: { one: Figure; onOpen?: (source: string) => void }) {
  const { t } = useTranslation();
  if (one.method === "derived")
    return (
      <Text size="sm" component="span" style={{ overflowWrap: "anywhere" }}>
        {`${t("figures.method.derived")}: ${one.formula}`}
      </Text>
    );
  if (!one.source)
    return (
      <Text size="sm" component="span" c="dimmed">
        {t("figures.no_source")}
      </Text>
    );
  const text = [one.source_document, one.source_publisher, one.source_published].filter(Boolean).join(", ");
  const source = one.source;
  if (onOpen)
    return (
      <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(source)}>
        {text}
      </Anchor>
    );
  return (
    <Anchor component={Link} to={`/energy/sources?open=${source}` as string} size="sm">
      {text}
    </Anchor>
  );
}

const kMostAsked = 12;

/** The figures, and what the derived ones among them are made of: where a chart's numbers were read. */
function useReadFigures(figures: Figure[]): Figure[] {
  const derived = figures.filter(({ method }) => method === "derived").slice(0, kMostAsked);
  const details = useQueries({ queries: derived.map(({ id }) => figureQuery(id)) });
  return [...figures, ...details.flatMap(({ data }) => data?.inputs ?? [])];
}

/** The different sources of a chart's figures, as the line below it and in its files. */
export function useFigureSources(figures: Figure[], more?: string): string {
  const { t } = useTranslation();
  const line = useSourceLine();
  const names = useReadFigures(figures).map((one) =>
    one.source
      ? [one.source_publisher, one.source_published].filter(Boolean).join(" ")
      : t(`figures.method.${one.method}`),
  );
  return line({ names, more });
}

/** The same below what is no chart. */
export function SourcesLine({ figures }: { figures: Figure[] }) {
  return (
    <Text size="sm" c="dimmed" mt="sm" data-source-line>
      {useFigureSources(figures)}
    </Text>
  );
}
