// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List, Paper, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Chart } from "../../components/chart/Chart";
import { useChartTheme, useNarrow } from "../../components/chart/surroundings";
import { formatNumber, formatSigned, formatTiny } from "../energy/lib/format";
import type { Decomposition } from "./api";
import { type Names, unitText } from "./names";
import { useFigureSources } from "./SourceLine";
import { type Step, waterfallOption } from "./waterfall";

/** The effects as a waterfall and a table, or what the series lack. */
export function DecompositionResult(props: { result: Decomposition; names: Names; ownTable: boolean }) {
  const { result } = props;
  return result.status === "incomplete" ? <Missing {...props} /> : <Effects {...props} />;
}

function Missing({ result, names }: { result: Decomposition; names: Names }) {
  const { t } = useTranslation();
  return (
    <Alert color="gam" title={t("figures.decompose.incomplete")}>
      <Stack gap="xs">
        <Text size="sm">{t("figures.decompose.incomplete_text")}</Text>
        <List size="sm">
          {result.missing.slice(0, 40).map((one) => (
            <List.Item key={`${one.indicator}/${one.sector}/${one.item}/${one.period}`}>
              {[
                names.indicator(one.indicator),
                names.part(one) || t("figures.decompose.missing_any"),
                one.period,
              ]
                .filter(Boolean)
                .join(" · ")}
            </List.Item>
          ))}
        </List>
        <Anchor
          component={Link}
          to={"/imports?resource=energy_yearbooks" as string}
          c="inherit"
          underline="always"
        >
          {t("figures.import_table")}
        </Anchor>
      </Stack>
    </Alert>
  );
}

function Effects({ result, names, ownTable }: { result: Decomposition; names: Names; ownTable: boolean }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const { language } = names;
  const unit = result.unit ? unitText(result.unit, language) : t("figures.decompose.no_unit");
  const number = (value: number) => formatNumber(value, language, 5);
  const factor = (name: string) => t(`figures.decompose.factor.${name}`);
  const steps: Step[] = [
    { name: result.from ?? "", value: result.start ?? 0, whole: true },
    ...result.effects.map((one) => ({ name: factor(one.factor), value: one.additive, whole: false })),
    { name: result.to ?? "", value: result.end ?? 0, whole: true },
  ];
  const read = useFigureSources(
    result.figures,
    t("figures.decompose.rests_on", { count: result.figures.length }),
  );
  const source = ownTable ? t("figures.decompose.your_table") : read;
  const title = t("figures.decompose.chart", { from: result.from, to: result.to });
  const sector = (name: string) => (ownTable ? name : names.term("sector", name));
  return (
    <Stack gap="lg">
      <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
        <Chart
          title={`${title} (${unit})`}
          description={t("figures.decompose.chart_text", {
            start: number(result.start ?? 0),
            end: number(result.end ?? 0),
            unit,
            parts: result.effects
              .map((one) => `${factor(one.factor)} ${formatSigned(one.additive, number)}`)
              .join(", "),
          })}
          option={waterfallOption(
            steps,
            { unit, value: (value) => `${number(value)} ${unit}` },
            theme,
            narrow,
          )}
          height={360}
          fileName="decomposition"
          source={source}
          table={() => ({
            columns: [t("figures.decompose.factor_name"), `${t("figures.field.value")} (${unit})`],
            rows: steps.map((one) => [one.name, one.value]),
          })}
        />
      </Paper>
      <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
        <ScrollArea type="auto" viewportProps={{ tabIndex: 0, "aria-label": title }}>
          <Table className="num" aria-label={title} miw={480}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("figures.decompose.factor_name")}</Table.Th>
                <Table.Th scope="col" ta="right">{`${t("figures.decompose.additive")} (${unit})`}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {t("figures.decompose.multiplicative")}
                </Table.Th>
                {result.sectors.map((name) => (
                  <Table.Th key={name} scope="col" ta="right">
                    {sector(name)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {result.effects.map((one) => (
                <Table.Tr key={one.factor}>
                  <Table.Th scope="row">{factor(one.factor)}</Table.Th>
                  <Table.Td ta="right">{formatSigned(one.additive, number)}</Table.Td>
                  <Table.Td ta="right">
                    {one.multiplicative === undefined ? "–" : number(one.multiplicative)}
                  </Table.Td>
                  {one.by_sector.map((part) => (
                    <Table.Td key={part.sector} ta="right">
                      {formatSigned(part.additive, number)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
        <Text size="sm" c="dimmed" mt="sm">
          {t("figures.decompose.residual", { value: formatTiny(result.residual ?? 0, language) })}
        </Text>
      </Paper>
    </Stack>
  );
}
