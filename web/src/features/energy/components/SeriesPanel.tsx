// SPDX-License-Identifier: Apache-2.0
import {
  Badge,
  Button,
  Card,
  Checkbox,
  FileButton,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { type ChartTable, toCsv } from "../../../components/chart/csv";
import { saveText } from "../../../components/chart/download";
import { usePutSeries } from "../api/mutations";
import { seriesQuery } from "../api/queries";
import type { Plan, SeriesInfo, SeriesOrigin, SeriesSummary, SeriesUnit } from "../api/types";
import { wallTime, wallToInstant } from "../lib/clock";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import { SeriesChanges } from "../weather/SeriesChanges";
import { WeatherDialog } from "../weather/WeatherDialog";
import { FieldErrors, ProblemNote } from "./problems";
import { Sparkline } from "./Sparkline";

const kUnits: SeriesUnit[] = ["MW", "per_unit", "currency_per_mwh", "cop", "t_per_mwh", "hours"];
const kOrigins: SeriesOrigin[] = ["measured", "reanalysis", "synthetic", "imported"];

export function OriginBadge({ origin }: { origin: SeriesOrigin }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={origin === "synthetic" ? "orange" : "blue"}>
      {t(`plan.origin.${origin}`)}
    </Badge>
  );
}

/// `blocked`: the draft holds changes that are not saved; a new series would make them stale.
export function SeriesPanel({
  plan,
  etag,
  blocked,
  readOnly,
  onSaved,
}: {
  plan: Plan;
  etag: string;
  blocked: boolean;
  readOnly: boolean;
  onSaved: (plan: Plan) => void;
}) {
  const { t } = useTranslation();
  const [upload, setUpload] = useState<{ info?: SeriesInfo } | undefined>();
  const [weather, setWeather] = useState(false);
  const infos = plan.model.series ?? [];
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw={640}>
          {t("plan.series.help")}
        </Text>
        {readOnly ? null : (
          <Group gap="xs">
            <Button variant="default" disabled={blocked} onClick={() => setUpload({})}>
              {t("plan.series.add")}
            </Button>
            <Button variant="default" disabled={blocked} onClick={() => setWeather(true)}>
              {t("plan.weather.open")}
            </Button>
          </Group>
        )}
      </Group>
      {blocked ? <Text size="sm">{t("plan.series.save_first")}</Text> : null}
      {infos.length === 0 ? <Text>{t("plan.series.empty")}</Text> : null}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {infos.map((info) => (
          <SeriesCard
            key={info.name}
            plan={plan}
            info={info}
            summary={plan.series.find(({ name }) => name === info.name)}
            {...(readOnly || blocked ? {} : { onReplace: () => setUpload({ info }) })}
          />
        ))}
      </SimpleGrid>
      <SeriesChanges plan={plan} etag={etag} blocked={blocked || readOnly} onSaved={onSaved} />
      {weather ? (
        <WeatherDialog plan={plan} etag={etag} onClose={() => setWeather(false)} onSaved={onSaved} />
      ) : null}
      {upload ? (
        <UploadDialog
          plan={plan}
          etag={etag}
          info={upload.info}
          onClose={() => setUpload(undefined)}
          onSaved={onSaved}
        />
      ) : null}
    </Stack>
  );
}

function SeriesCard({
  plan,
  info,
  summary,
  onReplace,
}: {
  plan: Plan;
  info: SeriesInfo;
  summary: SeriesSummary | undefined;
  onReplace?: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: values } = useQuery({
    ...seriesQuery(plan.id, info.name, plan.version),
    enabled: summary !== undefined,
  });
  const unit = t(`plan.series_unit.${info.unit}`, { currency: plan.model.currency });
  return (
    <Card withBorder component="article" aria-label={info.name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h5" style={{ overflowWrap: "anywhere" }}>
            {info.name}
          </Title>
          <OriginBadge origin={info.origin} />
        </Group>
        <div style={{ height: 44 }}>
          {values ? <Sparkline values={values} label={t("plan.series.curve", { name: info.name })} /> : null}
        </div>
        <Text size="sm">
          {summary
            ? t("plan.series.numbers", {
                count: summary.length,
                minimum: formatNumber(summary.minimum, language),
                maximum: formatNumber(summary.maximum, language),
                mean: formatNumber(summary.sum / Math.max(1, summary.length), language),
                unit,
              })
            : t("plan.series.missing")}
        </Text>
        {info.method ? (
          <Text size="sm" c="dimmed" lineClamp={4}>
            {t("plan.series.method", { method: info.method })}
          </Text>
        ) : null}
        {info.source ? (
          <Text size="sm" c="dimmed" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
            {t("plan.series.source", { source: info.source })}
          </Text>
        ) : null}
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!values}
            aria-label={t("plan.series.download_named", { name: info.name })}
            onClick={() =>
              saveText(toCsv(seriesTable(plan, info, values ?? [])), "text/csv", `${info.name}.csv`)
            }
          >
            {t("plan.series.download")}
          </Button>
          {onReplace ? (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={onReplace}
              aria-label={t("plan.series.replace_named", { name: info.name })}
            >
              {t("plan.series.replace")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Card>
  );
}

function seriesTable(plan: Plan, info: SeriesInfo, values: number[]): ChartTable {
  const { start, time_zone, hours_per_period } = plan.model.time;
  const clock = {
    start: wallToInstant(start, time_zone),
    timeZone: time_zone,
    hoursPerPeriod: hours_per_period ?? 1,
  };
  return {
    columns: ["time", info.name],
    rows: values.map((value, period) => [
      new Date(wallTime(clock, period)).toISOString().slice(0, 16),
      value,
    ]),
  };
}

/// Whether a refusal offers to fill gaps.
function gapsOf(error: unknown) {
  return error instanceof ApiError && error.problem.errors.some(({ code }) => code === "gaps.ask");
}

function UploadDialog({
  plan,
  etag,
  info,
  onClose,
  onSaved,
}: {
  plan: Plan;
  etag: string;
  info: SeriesInfo | undefined;
  onClose: () => void;
  onSaved: (plan: Plan) => void;
}) {
  const { t } = useTranslation();
  const put = usePutSeries(plan.id);
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState(info?.name ?? "");
  const [column, setColumn] = useState("");
  const [unit, setUnit] = useState<SeriesUnit>(info?.unit ?? "MW");
  const [origin, setOrigin] = useState<SeriesOrigin>("measured");
  const [method, setMethod] = useState("");
  const [source, setSource] = useState("");
  const [fill, setFill] = useState(false);
  const gaps = gapsOf(put.error);

  const send = async () => {
    if (!file) return;
    const csv = await file.text();
    const upload = { csv, unit, origin, method, source, ...(column ? { column } : {}), fill_gaps: fill };
    put.mutate(
      { name, upload, etag },
      {
        onSuccess: ({ data: saved }) => {
          onSaved(saved);
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={info ? t("plan.series.replace_title", { name: info.name }) : t("plan.series.add")}
      closeButtonProps={{ "aria-label": t("plan.action.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("plan.series.format", { periods: plan.model.time.periods })}</Text>
        <Group>
          <FileButton
            onChange={(chosen) => {
              setFile(chosen);
              setFill(false);
              put.reset();
            }}
            accept=".csv,text/csv,text/plain"
          >
            {(props) => (
              <Button variant="default" {...props}>
                {t("plan.series.choose")}
              </Button>
            )}
          </FileButton>
          <Text size="sm">{file ? file.name : t("plan.series.none_chosen")}</Text>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={t("plan.series.name")}
            value={name}
            readOnly={info !== undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t("plan.series.column")}
            description={t("plan.series.column_help")}
            value={column}
            onChange={(event) => setColumn(event.currentTarget.value)}
          />
          <Select
            label={t("plan.series.unit")}
            data={kUnits.map((value) => ({
              value,
              label: t(`plan.series_unit.${value}`, { currency: plan.model.currency }),
            }))}
            value={unit}
            allowDeselect={false}
            onChange={(value) => setUnit((value ?? "MW") as SeriesUnit)}
          />
          <Select
            label={t("plan.series.origin")}
            data={kOrigins.map((value) => ({ value, label: t(`plan.origin.${value}`) }))}
            value={origin}
            allowDeselect={false}
            onChange={(value) => setOrigin((value ?? "measured") as SeriesOrigin)}
          />
        </SimpleGrid>
        <Textarea
          label={t("plan.series.method_label")}
          autosize
          minRows={2}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
        />
        <TextInput
          label={t("plan.series.source_label")}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {put.error ? (
          <>
            <ProblemNote error={put.error} />
            <FieldErrors error={put.error} file={file?.name} />
          </>
        ) : null}
        {gaps || fill ? (
          <Checkbox
            label={t("plan.series.fill")}
            description={t("plan.series.fill_help")}
            checked={fill}
            onChange={(event) => setFill(event.currentTarget.checked)}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("plan.action.cancel")}
          </Button>
          <Button onClick={() => void send()} disabled={!file || !name} loading={put.isPending}>
            {t("plan.series.save")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
