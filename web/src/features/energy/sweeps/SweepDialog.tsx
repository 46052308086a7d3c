// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Fieldset,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { FormDialog } from "../../../components/FormDialog";
import type { Plan } from "../api/types";
import { assumptionsQuery } from "../assumptions/api";
import { unitText } from "../assumptions/names";
import { scenariosQuery } from "../scenarios/api";
import { ParameterSelect } from "../scenarios/ParameterSelect";
import { type NewSweep, useCreateSweep } from "./api";
import { listed, stepped } from "./values";

interface Swept {
  at: string;
  from: string;
  to: string;
  steps: string;
  list: string;
}

const kNew: Swept = { at: "", from: "", to: "", steps: "10", list: "" };
const kMost = 400;

function valuesOf({ from, to, steps, list }: Swept): number[] | undefined {
  if (list.trim()) return listed(list);
  const numbers = [from, to, steps].map((text) => Number(text.trim().replaceAll(",", "") || Number.NaN));
  const [first = Number.NaN, last = Number.NaN, count = Number.NaN] = numbers;
  if (!numbers.every(Number.isFinite) || !Number.isInteger(count) || count < 1 || count > 100)
    return undefined;
  return stepped(first, last, count);
}

/** What is computed many times: one or two numbers over their values, or each assumption at its low and high. */
export function SweepDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateSweep(plan.id);
  const keyOf = useContentKey();
  const { data: scenarios = [] } = useQuery(scenariosQuery(plan.id));
  const { data: numbers } = useQuery(assumptionsQuery(plan.id));
  const [kind, setKind] = useState<NewSweep["kind"]>("sweep");
  const [label, setLabel] = useState("");
  const [scenario, setScenario] = useState("");
  const [swept, setSwept] = useState<Swept[]>([kNew]);
  const [tried, setTried] = useState(false);
  const values = swept.map(valuesOf);
  const points = values.reduce((product, one) => product * (one?.length ?? 0), 1);
  const ranged =
    numbers?.items.filter((one) => one.counts && one.low !== undefined && one.high !== undefined) ?? [];
  const complete =
    kind === "tornado" ? ranged.length > 0 : swept.every(({ at }) => at) && points > 0 && points <= kMost;
  const put = (index: number, patch: Partial<Swept>) =>
    setSwept(swept.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    const wish: NewSweep = {
      kind,
      ...(label.trim() && { label: label.trim() }),
      ...(scenario && { scenario }),
      ...(kind === "sweep" && {
        parameters: swept.map(({ at }, index) => ({ at, values: values[index] ?? [] })),
      }),
    };
    create.mutate(
      { wish, key: keyOf(wish) },
      { onSuccess: (made) => void navigate({ to: `/energy/sweeps/${made.id}` } as never) },
    );
  };
  return (
    <FormDialog
      title={t("sweep.create")}
      action={t("sweep.compute")}
      error={create.error}
      pending={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t("sweep.kind_label")}
        data={(["sweep", "tornado"] as const).map((value) => ({ value, label: t(`sweep.kind.${value}`) }))}
        value={kind}
        onChange={(next) => setKind(next as NewSweep["kind"])}
      />
      <Text size="sm" c="dimmed">
        {t(`sweep.about.${kind}`)}
      </Text>
      <TextInput
        label={t("sweep.label")}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Select
        label={t("sweep.of")}
        allowDeselect={false}
        data={[
          { value: "", label: t("scenario.plan_itself") },
          ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={scenario}
        onChange={(next) => setScenario(next ?? "")}
      />
      {kind === "tornado" ? (
        <Alert color={ranged.length > 0 ? "blue" : "orange"} variant="light">
          <Stack gap={4}>
            <Text size="sm">
              {t("sweep.ranged", { count: ranged.length, points: 2 * ranged.length + 1 })}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              component={Link}
              to={`/energy/plans/${plan.id}/assumptions?show=range` as string}
            >
              {t("sweep.see_ranges")}
            </Button>
          </Stack>
        </Alert>
      ) : (
        <>
          {swept.map((one, index) => (
            <Fieldset
              key={index === 0 ? "first" : "second"}
              legend={t("sweep.parameter", { number: index + 1 })}
            >
              <Stack>
                <ParameterSelect
                  planId={plan.id}
                  label={t("sweep.number")}
                  value={one.at}
                  error={tried && !one.at ? t("sweep.choose") : undefined}
                  onChange={(at) => {
                    const known = numbers?.items.find((item) => item.at === at);
                    put(index, { at, from: known?.value === undefined ? one.from : String(known.value) });
                  }}
                />
                <Group grow align="flex-end">
                  {(["from", "to", "steps"] as const).map((key) => (
                    <TextInput
                      key={key}
                      inputMode="decimal"
                      label={t(`sweep.${key}`)}
                      disabled={one.list.trim() !== ""}
                      value={one[key]}
                      onChange={(event) => put(index, { [key]: event.currentTarget.value })}
                    />
                  ))}
                </Group>
                <TextInput
                  label={t("sweep.list")}
                  description={[
                    t("sweep.list_hint"),
                    unitText(numbers?.items.find((item) => item.at === one.at)?.unit ?? "", t),
                  ]
                    .filter(Boolean)
                    .join(" ")}
                  value={one.list}
                  error={tried && !values[index] ? t("sweep.bad_values") : undefined}
                  onChange={(event) => put(index, { list: event.currentTarget.value })}
                />
              </Stack>
            </Fieldset>
          ))}
          <Group justify="space-between">
            <Button
              variant="default"
              onClick={() => setSwept(swept.length === 1 ? [...swept, kNew] : swept.slice(0, 1))}
            >
              {t(swept.length === 1 ? "sweep.add_second" : "sweep.drop_second")}
            </Button>
            <Text size="sm" c={points > kMost ? "red" : "dimmed"}>
              {t("sweep.points", { count: points, most: kMost })}
            </Text>
          </Group>
        </>
      )}
    </FormDialog>
  );
}
