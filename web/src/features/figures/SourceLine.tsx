// SPDX-License-Identifier: Apache-2.0
import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Figure } from "./api";

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

/** The different sources of some figures, as the line below a chart. */
export function useSourcesText(): (figures: Figure[]) => string {
  const { t } = useTranslation();
  return (figures) => {
    const names = [
      ...new Set(
        figures.map((one) =>
          one.source
            ? [one.source_publisher, one.source_published].filter(Boolean).join(" ")
            : t(`figures.method.${one.method}`),
        ),
      ),
    ];
    const shown = names.slice(0, 6).join(", ");
    const more = names.length - 6;
    return t("figures.indicator.sources", {
      list: more > 0 ? `${shown} ${t("figures.indicator.more_sources", { count: more })}` : shown,
    });
  };
}
