// SPDX-License-Identifier: Apache-2.0
import { Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Column<Row> {
  key: string;
  title: string;
  /// Numbers stand to the right.
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
  /// What sorting compares; a column without it is not sorted by.
  order?: (row: Row) => number | string | undefined;
}

interface DataTableProps<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  maxHeight?: number;
}

/// A table that sorts by its headings. Wide ones scroll inside their own box, which the keyboard reaches.
export function DataTable<Row>({ caption, columns, rows, rowKey, maxHeight }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<{ key: string; down: boolean } | undefined>();
  const order = columns.find(({ key }) => key === sort?.key)?.order;
  const sorted = order ? [...rows].sort((a, b) => (sort?.down ? -1 : 1) * compare(order(a), order(b))) : rows;
  const turn = (column: Column<Row>) =>
    setSort(
      sort?.key === column.key && !sort.down
        ? undefined
        : { key: column.key, down: sort?.key !== column.key },
    );
  return (
    <Table.ScrollContainer
      minWidth={Math.min(680, 130 * columns.length)}
      {...(maxHeight ? { maxHeight } : {})}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "region", "aria-label": caption } }}
    >
      <Table
        verticalSpacing={6}
        horizontalSpacing="sm"
        highlightOnHover
        stickyHeader={maxHeight !== undefined}
      >
        <Table.Caption
          style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}
        >
          {caption}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => {
              const active = sort?.key === column.key;
              const Arrow = !active ? IconArrowsSort : sort.down ? IconArrowDown : IconArrowUp;
              return (
                <Table.Th
                  key={column.key}
                  ta={column.numeric ? "right" : "left"}
                  aria-sort={active ? (sort.down ? "descending" : "ascending") : "none"}
                >
                  {column.order ? (
                    <UnstyledButton
                      onClick={() => turn(column)}
                      fz="inherit"
                      fw={600}
                      title={t("run.table.sort_by", { column: column.title })}
                    >
                      {column.title}{" "}
                      <Arrow
                        size={13}
                        aria-hidden
                        style={{ verticalAlign: "-2px", opacity: active ? 1 : 0.4 }}
                      />
                    </UnstyledButton>
                  ) : (
                    column.title
                  )}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <Table.Th key={column.key} scope="row" fw={500}>
                    {column.cell(row)}
                  </Table.Th>
                ) : (
                  <Table.Td
                    key={column.key}
                    ta={column.numeric ? "right" : "left"}
                    className={column.numeric ? "num" : ""}
                    style={column.numeric ? { whiteSpace: "nowrap" } : {}}
                  >
                    {column.cell(row)}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function compare(a: number | string | undefined, b: number | string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b));
}
