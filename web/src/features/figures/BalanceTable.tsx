// SPDX-License-Identifier: Apache-2.0
import { Anchor, Paper, ScrollArea, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../energy/lib/format";
import type { Balance } from "./api";
import classes from "./BalanceTable.module.css";
import { type Cell, cellOf } from "./balanceChart";
import { type Names, unitText } from "./names";

/** Sector by source: each known cell leads to its figure, estimates are hatched, the rest says that it is not known. */
export function BalanceTable({ balance, names }: { balance: Balance; names: Names }) {
  const { t } = useTranslation();
  const items = balance.items;
  const hasRest = balance.cells.some((one) => one.estimate && one.item === "");
  const title = `${t("figures.balance.table")} (${unitText(balance.unit, names.language)})`;
  const restOf = (sector: string) =>
    balance.cells.find((one) => one.estimate && one.sector === sector && one.item === "");
  const totalOf = (sector: string) =>
    balance.cells.find(
      (one) => one.flow === "final" && !one.estimate && one.sector === sector && one.item === "",
    );
  const rows: { key: string; label: string; cells: (Cell | undefined)[]; total: Cell | undefined }[] = [
    {
      key: "supply",
      label: t("figures.balance.supply"),
      cells: items.map((item) => cellOf(balance, "", item, "supply")),
      total: cellOf(balance, "", "", "supply"),
    },
    ...[
      ...new Set(balance.cells.filter((one) => one.flow === "transformation").map((one) => one.sector)),
    ].map((plant) => ({
      key: `plant/${plant}`,
      label: `${t("figures.balance.transformation")}: ${names.term("sector", plant)}`,
      cells: items.map((item) => cellOf(balance, plant, item, "transformation")),
      total: undefined,
    })),
    ...balance.sectors.map((sector) => ({
      key: sector,
      label: names.term("sector", sector),
      cells: items.map((item) => cellOf(balance, sector, item)),
      total: totalOf(sector),
    })),
    {
      key: "final",
      label: t("figures.balance.final"),
      cells: items.map((item) => cellOf(balance, "", item)),
      total: totalOf(""),
    },
  ];
  const difference = new Map(balance.statistical_difference.map((one) => [one.item, one.value]));
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h3" mb="md">
        {title}
      </Title>
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0, "aria-label": title }}>
        <Table className="num" aria-label={title} miw={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("figures.field.sector")}</Table.Th>
              {items.map((item) => (
                <Table.Th key={item} scope="col" ta="right">
                  {names.term("item", item)}
                </Table.Th>
              ))}
              {hasRest && (
                <Table.Th scope="col" ta="right">
                  {t("figures.balance.rest")}
                </Table.Th>
              )}
              <Table.Th scope="col" ta="right">
                {t("figures.balance.total")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Th scope="row">{row.label}</Table.Th>
                {row.cells.map((cell, index) => (
                  <Value key={items[index]} cell={cell} names={names} />
                ))}
                {hasRest && <Value cell={restOf(row.key)} names={names} />}
                <Value cell={row.total} names={names} />
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">
                {t("figures.balance.difference")}
                <Text size="xs" c="dimmed" fw={400}>
                  {t("figures.balance.difference_text")}
                </Text>
              </Table.Th>
              {items.map((item) => (
                <Table.Td key={item} ta="right">
                  {difference.has(item)
                    ? formatNumber(difference.get(item), names.language)
                    : t("figures.balance.unknown")}
                </Table.Td>
              ))}
              {hasRest && <Table.Td />}
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Paper>
  );
}

function Value({ cell, names }: { cell: Cell | undefined; names: Names }) {
  const { t } = useTranslation();
  if (!cell)
    return (
      <Table.Td ta="right" c="dimmed">
        {t("figures.balance.unknown")}
      </Table.Td>
    );
  const number = formatNumber(cell.value, names.language, 5);
  return (
    <Table.Td ta="right" className={cell.estimate ? classes.estimate : undefined}>
      {cell.figure ? (
        <Anchor component={Link} to={`/energy/figures/${cell.figure}` as string}>
          {number}
        </Anchor>
      ) : (
        <span className={cell.estimate ? classes.text : undefined}>
          {number}
          <Text size="xs" component="span" ml={6}>
            {t(cell.estimate ? "figures.balance.estimated" : "figures.balance.follows")}
          </Text>
        </span>
      )}
      {cell.others.map((other) => (
        <Anchor
          key={other}
          component={Link}
          to={`/energy/figures/${other}` as string}
          size="xs"
          display="block"
        >
          {t("figures.balance.also")}
        </Anchor>
      ))}
    </Table.Td>
  );
}
