// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Group, Menu, Tooltip } from "@mantine/core";
import { IconChartBar, IconDownload, IconTable } from "@tabler/icons-react";
import type { EChartsCoreOption } from "echarts/core";
import { useTranslation } from "react-i18next";
import { notice } from "../notices";
import { type ChartTable, toCsv } from "./csv";
import { type ImageKind, saveImage, saveText } from "./download";

interface Props {
  title: string;
  asTable: boolean;
  onAsTable: (asTable: boolean) => void;
  table: () => ChartTable;
  fileName: string;
  /** Where the figures come from. */
  source: string | undefined;
  option: () => EChartsCoreOption;
  size: () => { width: number; height: number };
}

/** Chart or table, and the files. */
export function ChartTools({ title, asTable, onAsTable, table, fileName, source, option, size }: Props) {
  const { t } = useTranslation();
  const image = (kind: ImageKind) => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
    const frame = {
      title,
      source,
      text: colour("--dure-ink", "#17202b"),
      background: colour("--dure-surface", "#ffffff"),
      family: getComputedStyle(document.body).fontFamily || "sans-serif",
    };
    saveImage(kind, option(), size(), frame, fileName).catch(() => notice("red", t("chart.broken")));
  };
  const other = asTable ? t("chart.as_chart") : t("chart.as_table");
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      <Tooltip withinPortal={false} label={other}>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--dure-dim)"
          size={40}
          aria-label={`${title}: ${other}`}
          onClick={() => onAsTable(!asTable)}
        >
          {asTable ? <IconChartBar size={20} /> : <IconTable size={20} />}
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-dim)"
            size={40}
            aria-label={t("chart.download", { name: title })}
          >
            <IconDownload size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => image("png")}>{t("chart.png")}</Menu.Item>
          <Menu.Item onClick={() => image("svg")}>{t("chart.svg")}</Menu.Item>
          <Menu.Item
            onClick={() => saveText(toCsv(table(), source), "text/csv;charset=utf-8", `${fileName}.csv`)}
          >
            {t("chart.csv")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
