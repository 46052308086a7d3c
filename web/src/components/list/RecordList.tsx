// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Paper, Skeleton, Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { ProblemAlert } from "../ProblemAlert";
import stacked from "../StackedTable.module.css";
import { type BulkAction, BulkBar } from "./BulkBar";
import { type ListColumn, nextSort, shownColumns } from "./columns";
import { type DownloadForm, ListTools } from "./ListTools";
import classes from "./RecordList.module.css";
import { onRowKeys } from "./rowKeys";
import { useSelection } from "./useSelection";

const kRowHeight = 61;
/** How many rows before the end the next page is asked for. */
const kAhead = 30;

export interface RecordListProps<T> {
  /** Names the list in saved views: "organisations". */
  list: string;
  label: string;
  columns: ListColumn<T>[];
  query: UseInfiniteQueryResult<{ pages: { items: T[] }[] }>;
  idOf: (item: T) => string;
  nameOf: (item: T) => string;
  /** What `sort` is when the address does not say. */
  sort: string;
  bulk?: BulkAction<T>[];
  /** What can be done with one record, at the end of its row. */
  rowMenu?: (item: T) => ReactNode;
  downloadUrl?: (form: DownloadForm, columns: string[]) => string;
  /** Called when records were changed by a bulk action. */
  onChanged?: () => void;
  empty: ReactNode;
}

/** A list of records: its tools, its rows as far as they are in sight, the next pages as they are needed. */
export function RecordList<T>(props: RecordListProps<T>) {
  const { list, columns, query, idOf, downloadUrl, bulk = [], empty } = props;
  const [search, update] = useUrlState();
  const shown = shownColumns(columns, search.columns);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(items, idOf);
  return (
    <>
      <ListTools
        list={list}
        columns={columns}
        shown={shown}
        onColumns={(address) => update({ columns: address })}
        {...(downloadUrl && {
          downloadUrl: (form: DownloadForm) =>
            downloadUrl(
              form,
              shown.map(({ key }) => key),
            ),
        })}
      />
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton h={320} radius="lg" />}
      {query.data && items.length === 0 && empty}
      {bulk.length > 0 && (
        <BulkBar
          chosen={selection.chosen}
          actions={bulk}
          onClear={selection.clear}
          onChanged={() => props.onChanged?.()}
        />
      )}
      {items.length > 0 && <Rows {...props} shown={shown} items={items} selection={selection} />}
    </>
  );
}

function Rows<T>(
  props: RecordListProps<T> & {
    shown: ListColumn<T>[];
    items: T[];
    selection: ReturnType<typeof useSelection<T>>;
  },
) {
  const { t } = useTranslation();
  const { label, shown, items, query, idOf, nameOf, selection, rowMenu, bulk = [] } = props;
  const [search, update] = useUrlState();
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list comes and goes.
  useLayoutEffect(() => {
    const now = (place.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(now - top) > 1) setTop(now);
  });
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => kRowHeight,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => idOf(items[index] as T),
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;
  useEffect(() => {
    if (last >= items.length - kAhead && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [last, items.length, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const before = rows[0] ? rows[0].start - virtual.options.scrollMargin : 0;
  const after = virtual.getTotalSize() - ((rows.at(-1)?.end ?? 0) - virtual.options.scrollMargin);
  const width = shown.length + (bulk.length > 0 ? 1 : 0) + (rowMenu ? 1 : 0);
  return (
    <>
      <Paper className="panel" style={{ overflow: "hidden" }} ref={place}>
        <Table
          className={`${stacked.table} ${classes.table}`}
          verticalSpacing="sm"
          horizontalSpacing="lg"
          aria-label={label}
          aria-rowcount={hasNextPage ? -1 : items.length + 1}
          onKeyDown={onRowKeys}
        >
          <Table.Thead>
            <Table.Tr aria-rowindex={1}>
              {bulk.length > 0 && (
                <Table.Th scope="col" w={52}>
                  <Checkbox
                    aria-label={t("list.bulk.all")}
                    checked={selection.ids.size > 0 && selection.chosen.length === items.length}
                    indeterminate={selection.ids.size > 0 && selection.chosen.length < items.length}
                    onChange={(event) => selection.all(event.currentTarget.checked)}
                  />
                </Table.Th>
              )}
              {shown.map((column) => (
                <Heading
                  key={column.key}
                  column={column}
                  now={urlText(search.sort) || props.sort}
                  onSort={(sort) => update({ sort: sort === props.sort ? undefined : sort })}
                />
              ))}
              {rowMenu && <Table.Td />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Gap height={before} width={width} />
            {rows.map(({ index, key }) => {
              const item = items[index] as T;
              const id = idOf(item);
              return (
                <Table.Tr
                  key={String(key)}
                  ref={virtual.measureElement}
                  data-index={index}
                  aria-rowindex={index + 2}
                  data-selected={selection.ids.has(id) || undefined}
                >
                  {bulk.length > 0 && (
                    <Table.Td className={classes.tick}>
                      <Checkbox
                        aria-label={t("list.bulk.one", { name: nameOf(item) })}
                        checked={selection.ids.has(id)}
                        onChange={(event) =>
                          selection.toggle(
                            index,
                            event.currentTarget.checked,
                            (event.nativeEvent as MouseEvent).shiftKey === true,
                          )
                        }
                      />
                    </Table.Td>
                  )}
                  {shown.map((column) => (
                    <Table.Td
                      key={column.key}
                      {...(!column.always && { "data-label": column.label })}
                      {...(column.numeric && { className: "num" })}
                    >
                      {column.cell(item)}
                    </Table.Td>
                  ))}
                  {rowMenu && <Table.Td className={stacked.actions}>{rowMenu(item)}</Table.Td>}
                </Table.Tr>
              );
            })}
            <Gap height={after} width={width} />
          </Table.Tbody>
        </Table>
      </Paper>
      {hasNextPage && (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Where rows stand that are out of sight. */
function Gap({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={width} style={{ height, padding: 0 }} />
    </tr>
  );
}

function Heading<T>(props: { column: ListColumn<T>; now: string; onSort: (sort: string) => void }) {
  const { column, now, onSort } = props;
  const { sort, label } = column;
  if (!sort) return <Table.Th scope="col">{label}</Table.Th>;
  const way = now === sort.up ? "ascending" : now === sort.down ? "descending" : "none";
  const Icon = way === "ascending" ? IconArrowUp : way === "descending" ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th scope="col" aria-sort={way}>
      <UnstyledButton onClick={() => onSort(nextSort(sort, now))} className={classes.heading}>
        {label}
        <Icon size={16} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
