// SPDX-License-Identifier: Apache-2.0
// What the plan must keep to. One card a limit: on or off, its value with its unit, and what it means.

import { Badge, Button, Card, Group, Menu, SimpleGrid, Stack, Switch, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Limit, LimitKind } from "../api/types";
import { freeName } from "../lib/draft";
import { formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { useEditing, useErrorCount } from "./DraftContext";
import { fieldId, NumberField, SelectField, TextField } from "./fields";

const kKinds: LimitKind[] = [
  "co2_cap_share",
  "co2_cap",
  "self_sufficiency",
  "renewable_share",
  "investment_budget",
];

export function LimitsPanel() {
  const { t } = useTranslation();
  const { draft, dispatch, readOnly } = useEditing();
  const limits = draft.present.model.limits ?? [];
  const add = (kind: LimitKind) => {
    const name = freeName(draft.present.model, kind);
    const share = kind !== "co2_cap" && kind !== "investment_budget";
    dispatch({
      type: "add",
      list: "limits",
      item: { name, kind, value: share ? 0.5 : 0, active: true } as Limit,
    });
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Text c="dimmed" maw={640}>
          {t("plan.limits.help")}
        </Text>
        {readOnly ? null : (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default">{t("plan.add.limits")}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {kKinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => add(kind)}>
                  {t(`plan.limit.${kind}.title`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {limits.length === 0 ? <Text>{t("plan.empty.limits")}</Text> : null}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {limits.map((limit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed; the place is what identifies a limit
          <LimitCard key={index} limit={limit} index={index} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function LimitCard({ limit, index }: { limit: Limit; index: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { dispatch, readOnly } = useEditing();
  const pointer = `/model/limits/${index}`;
  const errors = useErrorCount(pointer);
  const active = limit.active !== false;
  const title = labelOf(
    { ...limit, name: limit.label_ko || limit.label_en ? limit.name : t(`plan.limit.${limit.kind}.title`) },
    language,
  );
  return (
    <Card withBorder component="section" aria-label={title} data-active={active}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="h4">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              {t(`plan.limit.${limit.kind}.meaning`)}
            </Text>
            {errors > 0 ? (
              <Badge color="red" variant="light">
                {t("plan.errors_here", { count: errors })}
              </Badge>
            ) : null}
          </div>
          <Switch
            size="md"
            id={fieldId(`${pointer}/active`)}
            aria-label={t("plan.limit.switch", { name: title })}
            checked={active}
            disabled={readOnly}
            onChange={(event) =>
              dispatch({
                type: "set",
                pointer: `${pointer}/active`,
                value: event.currentTarget.checked,
                at: Date.now(),
              })
            }
          />
        </Group>
        <LimitFields limit={limit} pointer={pointer} />
        <Group justify="space-between">
          <Text size="sm" c={active ? undefined : "dimmed"}>
            {active ? <Meaning limit={limit} /> : t("plan.limit.off")}
          </Text>
          {readOnly ? null : (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              onClick={() => dispatch({ type: "remove", list: "limits", index })}
            >
              {t("plan.limit.remove")}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

function LimitFields({ limit, pointer }: { limit: Limit; pointer: string }) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const language = useLanguage();
  const { model } = draft.present;
  const carriers = [...new Set(model.buses.map(({ carrier }) => carrier))].map((name) => ({
    value: name,
    label: labelOf(model.carriers?.find((carrier) => carrier.name === name) ?? { name }, language),
  }));
  const label = t(`plan.limit.${limit.kind}.value`);
  switch (limit.kind) {
    case "co2_cap":
      return (
        <NumberField pointer={`${pointer}/value`} label={label} unit={`t/${t("plan.unit.year")}`} min={0} />
      );
    case "co2_cap_share":
      return (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberField pointer={`${pointer}/value`} label={label} unit="%" scale={100} min={0} />
          <NumberField
            pointer={`${pointer}/reference_t`}
            label={t("plan.limit.reference")}
            unit={`t/${t("plan.unit.year")}`}
            min={0}
          />
        </SimpleGrid>
      );
    case "investment_budget":
      return <NumberField pointer={`${pointer}/value`} label={label} unit={model.currency} min={0} />;
    default:
      return (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberField pointer={`${pointer}/value`} label={label} unit="%" scale={100} min={0} />
          <SelectField pointer={`${pointer}/carrier`} label={t("plan.limit.carrier")} data={carriers} />
        </SimpleGrid>
      );
  }
}

/// A share in the unit that it bounds: 35% of 6.27 Mt are 2.19 Mt.
function Meaning({ limit }: { limit: Limit }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (limit.kind !== "co2_cap_share" || limit.reference_t === undefined) return null;
  return (
    <>
      {t("plan.limit.in_tonnes", { tonnes: formatQuantity(limit.value * limit.reference_t, "t", language) })}
    </>
  );
}

export function LimitNotes({ pointer }: { pointer: string }) {
  const { t } = useTranslation();
  return <TextField pointer={`${pointer}/source`} label={t("plan.field.source")} />;
}
