// SPDX-License-Identifier: Apache-2.0
// Which assumptions are uncertain, how far, and what is to be found out.

import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { useCreateEnsemble } from "../api/ensembles";
import type { Plan, Uncertain } from "../api/types";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { FieldErrors, ProblemNote } from "./problems";

interface Choice {
  value: string;
  label: string;
}

/// The weather years that series stand for by their names: "2012" of "wind@2012".
function weatherYearsOf({ series }: Plan): string[] {
  const names = new Set(series.map(({ name }) => name));
  const years = series.map(({ name }) => {
    const at = name.lastIndexOf("@");
    return at > 0 && names.has(name.slice(0, at)) ? name.slice(at + 1) : "";
  });
  return [...new Set(years.filter(Boolean))].sort();
}

/// What can be uncertain: "kind" or "kind target".
function useChoices(plan: Plan): Choice[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = plan;
  const technologies = [...(model.generators ?? []), ...(model.links ?? []), ...(model.stores ?? [])];
  const chosen = technologies.filter((part) => ("e_nom" in part ? part.e_nom : part.p_nom)?.extendable);
  return [
    { value: "demand_factor ", label: t("plan.ensemble.kind.demand_all") },
    ...(model.loads ?? []).map((load) => ({
      value: `demand_factor ${load.name}`,
      label: t("plan.ensemble.kind.demand_factor", { name: labelOf(load, language) }),
    })),
    ...chosen.map((part) => ({
      value: `investment_factor ${part.name}`,
      label: t("plan.ensemble.kind.investment_factor", { name: labelOf(part, language) }),
    })),
    ...technologies.map((part) => ({
      value: `marginal_cost_factor ${part.name}`,
      label: t("plan.ensemble.kind.marginal_cost_factor", { name: labelOf(part, language) }),
    })),
  ];
}

interface Row {
  id: number;
  what: string | null;
  low: number;
  high: number;
  shape: Shape;
}

type Shape = NonNullable<Uncertain["shape"]>;
const kShapes: Shape[] = ["uniform", "triangular"];
const kOwnYear = "own";
const kSlacks = [0.01, 0.05, 0.1];

export function EnsembleDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateEnsemble(plan.id);
  const choices = useChoices(plan);
  const [rows, setRows] = useState<Row[]>([
    { id: 0, what: "demand_factor ", low: 0.9, high: 1.1, shape: "uniform" },
  ]);
  const [samples, setSamples] = useState(200);
  const [seed, setSeed] = useState(1);
  const [regret, setRegret] = useState(true);
  const [slacks, setSlacks] = useState<number[]>([]);
  const [years, setYears] = useState<string[]>([]);
  const knownYears = weatherYearsOf(plan);
  const change = (id: number, patch: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...patch } : row)));
  const parameters = rows
    .filter(({ what }) => what)
    .map(({ what, low, high, shape }): Uncertain => {
      const [kind = "", ...target] = (what ?? "").split(" ");
      return { kind: kind as Uncertain["kind"], target: target.join(" "), low, high, shape };
    });
  const weather_years = years.map((year) => (year === kOwnYear ? "" : year));
  const wish = { parameters, weather_years, samples, seed, regret, slacks };
  const keyOf = useContentKey();
  const submit = () =>
    create.mutate(
      { wish, key: keyOf(wish) },
      { onSuccess: ({ data }) => void navigate({ to: `/energy/ensembles/${data.id}` } as never) },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("plan.ensemble.new")}
      size="xl"
      closeButtonProps={{ "aria-label": t("plan.action.close") }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t("plan.ensemble.help")}</Text>
        {rows.map((row, index) => (
          <Group
            key={row.id}
            align="flex-end"
            gap="xs"
            wrap="wrap"
            role="group"
            aria-label={t("plan.ensemble.row", { number: index + 1 })}
          >
            <Select
              label={t("plan.ensemble.what")}
              data={choices}
              value={row.what}
              searchable
              onChange={(what) => change(row.id, { what })}
              style={{ flex: "1 1 240px" }}
            />
            {(["low", "high"] as const).map((end) => (
              <NumberInput
                key={end}
                label={t(`plan.ensemble.${end}`)}
                value={row[end]}
                min={0}
                step={0.05}
                decimalScale={3}
                w={110}
                onChange={(value) => change(row.id, { [end]: Number(value) })}
              />
            ))}
            <Select
              label={t("plan.ensemble.shape")}
              data={kShapes.map((value) => ({ value, label: t(`plan.ensemble.shapes.${value}`) }))}
              value={row.shape}
              allowDeselect={false}
              w={150}
              onChange={(shape) => shape && change(row.id, { shape: shape as Shape })}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              disabled={rows.length === 1}
              aria-label={t("plan.ensemble.remove", { number: index + 1 })}
              onClick={() => setRows((before) => before.filter(({ id }) => id !== row.id))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          leftSection={<IconPlus size={18} aria-hidden />}
          style={{ alignSelf: "flex-start" }}
          disabled={rows.length >= 20}
          onClick={() =>
            setRows((before) => [
              ...before,
              {
                id: Math.max(...before.map(({ id }) => id)) + 1,
                what: null,
                low: 0.8,
                high: 1.2,
                shape: "uniform",
              },
            ])
          }
        >
          {t("plan.ensemble.add")}
        </Button>
        {knownYears.length > 0 ? (
          <MultiSelect
            label={t("plan.ensemble.weather_years")}
            description={t("plan.ensemble.weather_years_help")}
            data={[
              { value: kOwnYear, label: t("plan.ensemble.own_year") },
              ...knownYears.map((year) => ({ value: year, label: year })),
            ]}
            value={years}
            onChange={setYears}
            clearable
          />
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t("plan.ensemble.samples")}
            value={samples}
            min={1}
            max={10000}
            onChange={(value) => setSamples(Number(value))}
          />
          <NumberInput
            label={t("plan.ensemble.seed")}
            description={t("plan.ensemble.seed_help")}
            inputWrapperOrder={["label", "input", "description"]}
            value={seed}
            onChange={(value) => setSeed(Number(value))}
          />
        </SimpleGrid>
        <Checkbox
          label={t("plan.ensemble.regret")}
          checked={regret}
          onChange={(event) => setRegret(event.currentTarget.checked)}
        />
        <Checkbox.Group
          label={t("plan.ensemble.slacks")}
          value={slacks.map(String)}
          onChange={(chosen) => setSlacks(chosen.map(Number))}
        >
          <Group mt="xs">
            {kSlacks.map((slack) => (
              <Checkbox key={slack} value={String(slack)} label={`${slack * 100} %`} />
            ))}
          </Group>
        </Checkbox.Group>
        {create.error ? (
          <Stack gap="xs">
            <ProblemNote error={create.error} />
            <FieldErrors error={create.error} />
          </Stack>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("plan.action.cancel")}
          </Button>
          <Button
            onClick={submit}
            loading={create.isPending}
            disabled={parameters.length + years.length === 0}
          >
            {t("plan.ensemble.start")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
