// SPDX-License-Identifier: Apache-2.0
// What the fields of several kinds of parts have in common: size, cost, names, source, and the rest behind "advanced".

import { Accordion, Fieldset, SegmentedControl, SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CapitalCost, Network } from "../api/types";
import { currencyWord } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { useEditing, useField } from "./DraftContext";
import { NumberField, SwitchField, TextField } from "./fields";

export function useOptions(model: Network) {
  const language = useLanguage();
  return {
    buses: model.buses.map((bus) => ({ value: bus.name, label: labelOf(bus, language) })),
    carriers: (model.carriers ?? []).map((carrier) => ({
      value: carrier.name,
      label: labelOf(carrier, language),
    })),
    money: currencyWord(model.currency, language),
  };
}

export interface Place {
  pointer: string;
}

export function CapacityFields({
  pointer,
  unit,
  title,
}: Place & { unit: "MW" | "MWh" | "MVA"; title?: string }) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { money } = useOptions(draft.present.model);
  const extendable = useField(`${pointer}/extendable`).value === true;
  return (
    <Fieldset legend={title ?? t("plan.group.capacity")} variant="unstyled">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <NumberField
            pointer={`${pointer}/nominal`}
            label={t("plan.field.existing")}
            unit={unit}
            min={0}
            placeholder="0"
          />
          {extendable ? (
            <>
              <NumberField
                pointer={`${pointer}/minimum`}
                label={t("plan.field.minimum")}
                unit={unit}
                min={0}
                placeholder="0"
              />
              <NumberField
                pointer={`${pointer}/maximum`}
                label={t("plan.field.maximum")}
                unit={unit}
                min={0}
                placeholder={t("plan.field.no_limit")}
              />
            </>
          ) : null}
        </SimpleGrid>
        <SwitchField
          pointer={`${pointer}/extendable`}
          label={t("plan.field.extendable")}
          description={t("plan.field.extendable_help")}
        />
        <CostFields pointer={`${pointer}/capital_cost`} money={money} unit={unit} />
      </Stack>
    </Fieldset>
  );
}

export function CostFields({ pointer, money, unit }: Place & { money: string; unit: string }) {
  const { t } = useTranslation();
  const { value, set, readOnly } = useField(pointer);
  const cost = (value ?? {}) as CapitalCost;
  const yearly = cost.annual !== undefined || cost.investment === undefined;
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="sm"
        value={yearly ? "annual" : "investment"}
        readOnly={readOnly}
        aria-label={t("plan.field.cost_basis")}
        data={[
          { value: "annual", label: t("plan.field.cost_annual") },
          { value: "investment", label: t("plan.field.cost_investment") },
        ]}
        onChange={(next) =>
          set(next === "annual" ? { annual: 0 } : { investment: 0, lifetime_years: 20, fixed_om_share: 0.02 })
        }
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {yearly ? (
          <NumberField
            pointer={`${pointer}/annual`}
            label={t("plan.field.annual")}
            unit={`${money}/${unit}·${t("plan.unit.year")}`}
            min={0}
            placeholder="0"
          />
        ) : (
          <>
            <NumberField
              pointer={`${pointer}/investment`}
              label={t("plan.field.investment")}
              unit={`${money}/${unit}`}
              min={0}
            />
            <NumberField
              pointer={`${pointer}/lifetime_years`}
              label={t("plan.field.lifetime")}
              unit={t("plan.unit.years")}
              min={0}
            />
            <NumberField
              pointer={`${pointer}/fixed_om_share`}
              label={t("plan.field.fixed_om")}
              unit={`%/${t("plan.unit.year")}`}
              scale={100}
              min={0}
              placeholder="0"
            />
          </>
        )}
      </SimpleGrid>
    </Stack>
  );
}

export function Advanced({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Accordion
      variant="default"
      chevronPosition="left"
      styles={{ item: { border: 0 }, control: { paddingInline: 0 }, content: { paddingInline: 0 } }}
    >
      <Accordion.Item value="advanced">
        <Accordion.Control>{t("plan.group.advanced")}</Accordion.Control>
        <Accordion.Panel>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
            {children}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

export function Naming({ pointer }: Place) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        pointer={`${pointer}/name`}
        label={t("plan.field.name")}
        description={t("plan.field.name_help")}
      />
      <TextField pointer={`${pointer}/label_ko`} label={t("plan.field.label_ko")} />
      <TextField pointer={`${pointer}/label_en`} label={t("plan.field.label_en")} />
    </>
  );
}

export function Source({ pointer }: Place) {
  const { t } = useTranslation();
  return (
    <TextField
      pointer={`${pointer}/source`}
      label={t("plan.field.source")}
      description={t("plan.field.source_help")}
      long
    />
  );
}

export function Running({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t("plan.group.operation")} variant="unstyled">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

export function Parts({ children }: { children: React.ReactNode }) {
  return <Stack gap="md">{children}</Stack>;
}
