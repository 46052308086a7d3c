// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  FileButton,
  Group,
  Paper,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconDownload, IconFile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { saveText } from "../../components/chart/download";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type DecompositionWish, useDecompose } from "./api";
import { CityNav, cityCrumbs } from "./CityNav";
import { DecompositionResult } from "./DecompositionResult";
import { regionChoices, useNames } from "./names";

const kTemplate = "period,sector,fuel,activity (bnKRW),energy (ktoe),emissions (ktCO2e)\n";

/** Why energy use or emissions changed: of a table one brings, or of the figures that are kept. */
export function DecomposePage() {
  const { t } = useTranslation();
  const names = useNames();
  const decompose = useDecompose();
  const [way, setWay] = useState<"table" | "region">("table");
  const [table, setTable] = useState("");
  const [region, setRegion] = useState("kr.daegu");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [quantity, setQuantity] = useState<"energy" | "emissions">("energy");
  const [chained, setChained] = useState(false);
  if (decompose.error instanceof ApiError && decompose.error.status === 403) throw decompose.error;
  const wish: DecompositionWish = {
    ...(way === "table" ? { table } : { region }),
    ...(from.trim() && { from: from.trim() }),
    ...(to.trim() && { to: to.trim() }),
    quantity: way === "table" ? quantity : "energy",
    chained,
  };
  const read = async (file: File | null) => {
    if (file) setTable(await file.text());
  };
  return (
    <>
      <PageHeader
        title={t("figures.decompose.title")}
        description={t("figures.decompose.description")}
        crumbs={cityCrumbs(t, t("figures.decompose.title"))}
      />
      <CityNav />
      <Paper
        component="form"
        className="panel no-print"
        p={{ base: "md", sm: "lg" }}
        mb="lg"
        onSubmit={(event) => {
          event.preventDefault();
          decompose.mutate(wish);
        }}
      >
        <Stack>
          <SegmentedControl
            aria-label={t("figures.decompose.title")}
            value={way}
            onChange={(next) => setWay(next as "table" | "region")}
            data={[
              { value: "table", label: t("figures.decompose.from_table") },
              { value: "region", label: t("figures.decompose.from_figures") },
            ]}
            style={{ alignSelf: "flex-start" }}
          />
          {way === "table" ? (
            <>
              <Textarea
                label={t("figures.decompose.table")}
                description={t("figures.decompose.table_hint")}
                rows={8}
                spellCheck={false}
                styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
                value={table}
                onChange={(event) => setTable(event.currentTarget.value)}
              />
              <Group gap="xs">
                <FileButton onChange={(file) => void read(file)} accept=".csv,text/csv">
                  {(props) => (
                    <Button {...props} variant="default" leftSection={<IconFile size={18} aria-hidden />}>
                      {t("figures.decompose.file")}
                    </Button>
                  )}
                </FileButton>
                <Button
                  variant="default"
                  leftSection={<IconDownload size={18} aria-hidden />}
                  onClick={() => saveText(`\ufeff${kTemplate}`, "text/csv", "decomposition.csv")}
                >
                  {t("figures.decompose.template")}
                </Button>
              </Group>
            </>
          ) : (
            names && (
              <Select
                label={t("figures.field.region")}
                maw={260}
                searchable
                allowDeselect={false}
                value={region}
                onChange={(next) => setRegion(next ?? region)}
                data={regionChoices(names)}
              />
            )
          )}
          <Group align="flex-end">
            <TextInput
              label={t("figures.decompose.from")}
              w={110}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label={t("figures.decompose.to")}
              w={110}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            {way === "table" && (
              <Select
                label={t("figures.decompose.quantity")}
                w={130}
                allowDeselect={false}
                value={quantity}
                onChange={(next) => setQuantity(next === "emissions" ? "emissions" : "energy")}
                data={(["energy", "emissions"] as const).map((value) => ({
                  value,
                  label: t(`figures.decompose.${value}`),
                }))}
              />
            )}
            <Switch
              label={t("figures.decompose.chained")}
              checked={chained}
              onChange={(event) => setChained(event.currentTarget.checked)}
              mb={8}
            />
            <Button
              type="submit"
              loading={decompose.isPending}
              disabled={way === "table" && table.trim() === ""}
            >
              {t("figures.decompose.run")}
            </Button>
          </Group>
          <ProblemAlert error={decompose.error} />
        </Stack>
      </Paper>
      {decompose.data && names && !decompose.error && (
        <DecompositionResult
          result={decompose.data}
          names={names}
          ownTable={decompose.variables?.table !== undefined}
        />
      )}
    </>
  );
}
