// SPDX-License-Identifier: Apache-2.0
import { ScrollArea, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "./api";
import { headingLabel } from "./labels";

/** The beginning of the file as it was read. */
export function SampleTable({ one }: { one: Import }) {
  const { t } = useTranslation();
  const width = Math.max(one.headings.length, ...one.sample.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  return (
    <ScrollArea
      type="auto"
      viewportProps={{ tabIndex: 0, role: "region", "aria-label": t("imports.sample") }}
    >
      <Table withTableBorder withColumnBorders fz="sm" aria-label={t("imports.sample")}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((index) => (
              <Table.Th key={index} scope="col" style={{ whiteSpace: "nowrap" }}>
                {headingLabel(one, index)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {one.sample.slice(0, 5).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have nothing but their place
            <Table.Tr key={at}>
              {columns.map((index) => (
                <Table.Td key={index} style={{ whiteSpace: "nowrap", maxWidth: 260 }}>
                  {row[index] ?? ""}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
