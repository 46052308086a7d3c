// SPDX-License-Identifier: Apache-2.0
import { ScrollArea, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import type { ChartTable } from "./csv";

/** More rows than a person reads, and few enough for the browser. */
const kShown = 500;

export function ChartTableView({
  table,
  title,
  height,
}: {
  table: ChartTable;
  title: string;
  height: number;
}) {
  const { t } = useTranslation();
  const format = new Intl.NumberFormat(currentLanguage() === "ko" ? "ko-KR" : "en-GB", {
    maximumSignificantDigits: 6,
  });
  const numeric = table.columns.map((_, column) =>
    table.rows.every((row) => typeof row[column] === "number"),
  );
  const align = (column: number) => (numeric[column] ? ("right" as const) : ("left" as const));
  return (
    <>
      <ScrollArea.Autosize
        mah={Math.max(height, 260)}
        type="auto"
        viewportProps={{ tabIndex: 0, "aria-label": title }}
      >
        <Table stickyHeader striped className="num" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((name, column) => (
                <Table.Th key={name} ta={align(column)} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.slice(0, kShown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of figures have no other name and are never reordered
              <Table.Tr key={index}>
                {row.map((value, column) => (
                  <Table.Td key={table.columns[column]} ta={align(column)}>
                    {typeof value === "number" ? format.format(value) : value}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {table.rows.length > kShown && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("chart.rows_left", { shown: kShown, all: table.rows.length })}
        </Text>
      )}
    </>
  );
}
