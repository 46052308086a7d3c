// SPDX-License-Identifier: Apache-2.0
import { Anchor, Paper, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import stacked from "../../components/StackedTable.module.css";
import type { Balance } from "./api";
import { type Names, periodText, textIn, valueText } from "./names";
import { SourcesLine } from "./SourceLine";

/** The emissions of what is known, by factors with their sources; what has no factor is named. */
export function BalanceEmissions({ balance, names }: { balance: Balance; names: Names }) {
  const { t } = useTranslation();
  const figure = new Map(balance.figures.map((one) => [one.id, one]));
  const title = t("figures.balance.ghg");
  const without = balance.without_factor.map((item) =>
    item === "" ? t("figures.balance.rest") : names.term("item", item),
  );
  return (
    <Paper component="section" className="panel" style={{ overflow: "hidden" }} p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <Text c="dimmed" mb="sm">
        {t(balance.emissions.length > 0 ? "figures.balance.ghg_text" : "figures.balance.ghg_none")}
      </Text>
      {balance.emissions.length > 0 && (
        <Table className={stacked.table} aria-label={title} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("figures.field.item")}</Table.Th>
              <Table.Th scope="col">{title}</Table.Th>
              <Table.Th scope="col">{t("figures.field.kind")}</Table.Th>
              <Table.Th scope="col">{t("figures.balance.ghg_factor")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {balance.emissions.map((one) => {
              const factor = figure.get(one.factor);
              return (
                <Table.Tr key={`${one.sector}/${one.item}`}>
                  <Table.Td>{names.part(one)}</Table.Td>
                  <Table.Td className="num" data-label={title}>
                    {`${valueText(one.value, "ktCO2e", names.language)}${one.estimate ? ` (${t("figures.balance.estimated")})` : ""}`}
                  </Table.Td>
                  <Table.Td data-label={t("figures.field.kind")}>
                    {t(one.indirect ? "figures.balance.ghg_indirect" : "figures.balance.ghg_direct")}
                  </Table.Td>
                  <Table.Td data-label={t("figures.balance.ghg_factor")}>
                    {factor && (
                      <Anchor
                        style={{ flex: 1 }}
                        component={Link}
                        to={`/energy/figures/${factor.id}` as string}
                        size="sm"
                      >
                        {[
                          valueText(factor.value, factor.unit, names.language),
                          periodText(factor.period, names.language, t("figures.undated")),
                          textIn(factor.basis_ko, factor.basis_en, names.language),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </Anchor>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {without.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("figures.balance.ghg_without", { list: without.join(", ") })}
        </Text>
      )}
      {balance.emissions.length > 0 && (
        <SourcesLine figures={balance.figures.filter((one) => one.indicator === "factor.emission")} />
      )}
    </Paper>
  );
}
