// SPDX-License-Identifier: Apache-2.0
// The fields of one technology: what exists and may be built, what it costs, how it runs; the rest behind "advanced".

import { Accordion, Divider, Fieldset, SegmentedControl, SimpleGrid, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CapitalCost, Generator, Link, Network } from "../api/types";
import { currencyWord } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { useEditing, useField } from "./DraftContext";
import { NumberField, ProfileField, SelectField, SwitchField, TextField } from "./fields";

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

interface Place {
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

function CostFields({ pointer, money, unit }: Place & { money: string; unit: string }) {
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

function Advanced({ children }: { children: React.ReactNode }) {
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

function Naming({ pointer }: Place) {
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

function Source({ pointer }: Place) {
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

function Running({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t("plan.group.operation")} variant="unstyled">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}

function Parts({ children }: { children: React.ReactNode }) {
  return <Stack gap="md">{children}</Stack>;
}

export function GeneratorFields({ pointer, generator }: Place & { generator: Generator }) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { buses, carriers, money } = useOptions(draft.present.model);
  return (
    <Parts>
      <CapacityFields pointer={`${pointer}/p_nom`} unit="MW" />
      <Divider />
      <Running>
        <ProfileField
          pointer={`${pointer}/marginal_cost`}
          label={t("plan.field.marginal_cost")}
          unit={`${money}/MWh`}
          units={["currency_per_mwh"]}
          otherwise={0}
        />
        <ProfileField
          pointer={`${pointer}/p_max_pu`}
          label={t("plan.field.availability")}
          unit="%"
          units={["per_unit"]}
          otherwise={1}
          scale={100}
        />
        <NumberField
          pointer={`${pointer}/efficiency`}
          label={t("plan.field.efficiency")}
          unit="%"
          scale={100}
          min={0}
          placeholder="100"
        />
        <SwitchField
          pointer={`${pointer}/imported`}
          label={t("plan.field.imported")}
          description={t("plan.field.imported_help")}
        />
      </Running>
      <Source pointer={pointer} />
      <Advanced>
        <Naming pointer={pointer} />
        <SelectField pointer={`${pointer}/bus`} label={t("plan.field.bus")} data={buses} />
        <SelectField
          pointer={`${pointer}/carrier`}
          label={t("plan.field.carrier")}
          data={carriers}
          clearable
        />
        <ProfileField
          pointer={`${pointer}/p_min_pu`}
          label={t("plan.field.p_min_pu")}
          unit="%"
          units={["per_unit"]}
          otherwise={0}
          scale={100}
        />
        <ProfileField
          pointer={`${pointer}/co2_t_per_mwh`}
          label={t("plan.field.co2_output")}
          description={t("plan.field.co2_output_help")}
          unit="t/MWh"
          units={["t_per_mwh"]}
          otherwise={0}
        />
        {(generator.coproducts ?? []).map((coproduct, index) => (
          <ProfileField
            key={coproduct.bus}
            pointer={`${pointer}/coproducts/${index}/ratio`}
            label={t("plan.field.coproduct", {
              bus: buses.find(({ value }) => value === coproduct.bus)?.label ?? coproduct.bus,
            })}
            unit="MWh/MWh"
            units={["per_unit"]}
            otherwise={1}
          />
        ))}
      </Advanced>
    </Parts>
  );
}

export function LinkFields({ pointer, link }: Place & { link: Link }) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { buses, carriers, money } = useOptions(draft.present.model);
  return (
    <Parts>
      <CapacityFields pointer={`${pointer}/p_nom`} unit="MW" title={t("plan.group.capacity_input")} />
      <Divider />
      <Running>
        {link.outputs.map((output, index) => (
          <ProfileField
            key={`${output.bus}-${String(index)}`}
            pointer={`${pointer}/outputs/${index}/efficiency`}
            label={t("plan.field.efficiency_to", {
              bus: buses.find(({ value }) => value === output.bus)?.label ?? output.bus,
            })}
            unit="%"
            units={["cop", "per_unit"]}
            otherwise={1}
            scale={100}
          />
        ))}
        <ProfileField
          pointer={`${pointer}/marginal_cost`}
          label={t("plan.field.marginal_cost_input")}
          unit={`${money}/MWh`}
          units={["currency_per_mwh"]}
          otherwise={0}
        />
      </Running>
      <Source pointer={pointer} />
      <Advanced>
        <Naming pointer={pointer} />
        <SelectField pointer={`${pointer}/bus0`} label={t("plan.field.bus_from")} data={buses} />
        {link.outputs.map((output, index) => (
          <SelectField
            key={`${output.bus}-${String(index)}`}
            pointer={`${pointer}/outputs/${index}/bus`}
            label={t("plan.field.bus_to")}
            data={buses}
          />
        ))}
        <SelectField
          pointer={`${pointer}/carrier`}
          label={t("plan.field.carrier")}
          data={carriers}
          clearable
        />
        <ProfileField
          pointer={`${pointer}/p_max_pu`}
          label={t("plan.field.availability")}
          unit="%"
          units={["per_unit"]}
          otherwise={1}
          scale={100}
        />
        <ProfileField
          pointer={`${pointer}/p_min_pu`}
          label={t("plan.field.p_min_pu")}
          unit="%"
          units={["per_unit"]}
          otherwise={0}
          scale={100}
        />
        <ProfileField
          pointer={`${pointer}/co2_t_per_mwh`}
          label={t("plan.field.co2_input")}
          unit="t/MWh"
          units={["t_per_mwh"]}
          otherwise={0}
        />
      </Advanced>
    </Parts>
  );
}

export function StoreFields({ pointer }: Place) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { buses, carriers, money } = useOptions(draft.present.model);
  const power = useField(`${pointer}/p_nom`);
  const hours = useField(`${pointer}/max_hours`).value;
  return (
    <Parts>
      {typeof hours === "number" ? null : (
        <CapacityFields pointer={`${pointer}/e_nom`} unit="MWh" title={t("plan.group.energy")} />
      )}
      {power.value === undefined ? null : (
        <CapacityFields pointer={`${pointer}/p_nom`} unit="MW" title={t("plan.group.power")} />
      )}
      <Divider />
      <Running>
        <NumberField
          pointer={`${pointer}/efficiency_store`}
          label={t("plan.field.efficiency_store")}
          unit="%"
          scale={100}
          min={0}
          max={100}
          placeholder="100"
        />
        <NumberField
          pointer={`${pointer}/efficiency_dispatch`}
          label={t("plan.field.efficiency_dispatch")}
          unit="%"
          scale={100}
          min={0}
          max={100}
          placeholder="100"
        />
        <NumberField
          pointer={`${pointer}/standing_loss`}
          label={t("plan.field.standing_loss")}
          unit={`%/${t("plan.unit.hour")}`}
          scale={100}
          min={0}
          max={100}
          placeholder="0"
        />
      </Running>
      <Source pointer={pointer} />
      <Advanced>
        <Naming pointer={pointer} />
        <SelectField pointer={`${pointer}/bus`} label={t("plan.field.bus")} data={buses} />
        <SelectField
          pointer={`${pointer}/carrier`}
          label={t("plan.field.carrier")}
          data={carriers}
          clearable
        />
        <NumberField
          pointer={`${pointer}/max_hours`}
          label={t("plan.field.max_hours")}
          description={t("plan.field.max_hours_help")}
          unit="h"
          min={0}
        />
        <NumberField
          pointer={`${pointer}/marginal_cost_store`}
          label={t("plan.field.marginal_cost_store")}
          unit={`${money}/MWh`}
          placeholder="0"
        />
        <NumberField
          pointer={`${pointer}/marginal_cost_dispatch`}
          label={t("plan.field.marginal_cost_dispatch")}
          unit={`${money}/MWh`}
          placeholder="0"
        />
        <ProfileField
          pointer={`${pointer}/inflow_mw`}
          label={t("plan.field.inflow")}
          unit="MW"
          units={["MW"]}
          otherwise={0}
        />
        <NumberField
          pointer={`${pointer}/e_initial_mwh`}
          label={t("plan.field.initial")}
          unit="MWh"
          min={0}
          placeholder="0"
        />
        <SwitchField
          pointer={`${pointer}/cyclic`}
          label={t("plan.field.cyclic")}
          description={t("plan.field.cyclic_help")}
          otherwise
        />
      </Advanced>
    </Parts>
  );
}

export function LineFields({ pointer }: Place) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { buses } = useOptions(draft.present.model);
  return (
    <Parts>
      <CapacityFields pointer={`${pointer}/s_nom`} unit="MVA" />
      <Advanced>
        <Naming pointer={pointer} />
        <SelectField pointer={`${pointer}/bus0`} label={t("plan.field.bus_from")} data={buses} />
        <SelectField pointer={`${pointer}/bus1`} label={t("plan.field.bus_to")} data={buses} />
        <NumberField pointer={`${pointer}/x_ohm`} label={t("plan.field.reactance")} unit="Ω" />
        <NumberField pointer={`${pointer}/r_ohm`} label={t("plan.field.resistance")} unit="Ω" />
        <NumberField
          pointer={`${pointer}/s_max_pu`}
          label={t("plan.field.s_max_pu")}
          unit="%"
          scale={100}
          placeholder="100"
        />
      </Advanced>
    </Parts>
  );
}

export function LoadFields({ pointer }: Place) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { buses } = useOptions(draft.present.model);
  return (
    <Parts>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <ProfileField
          pointer={`${pointer}/p_mw`}
          label={t("plan.field.load_shape")}
          unit="MW"
          units={["MW", "per_unit"]}
          otherwise={0}
        />
        <NumberField
          pointer={`${pointer}/annual_mwh`}
          label={t("plan.field.annual_mwh")}
          description={t("plan.field.annual_mwh_help")}
          unit="MWh"
          min={0}
          placeholder={t("plan.field.as_series")}
        />
        <NumberField
          pointer={`${pointer}/growth`}
          label={t("plan.field.growth")}
          description={t("plan.field.growth_help")}
          unit="%"
          scale={100}
          min={0}
          placeholder="100"
        />
      </SimpleGrid>
      <Source pointer={pointer} />
      <Advanced>
        <Naming pointer={pointer} />
        <SelectField pointer={`${pointer}/bus`} label={t("plan.field.bus")} data={buses} />
      </Advanced>
    </Parts>
  );
}

export function CarrierFields({ pointer }: Place) {
  const { t } = useTranslation();
  return (
    <Parts>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <NumberField
          pointer={`${pointer}/co2_t_per_mwh`}
          label={t("plan.field.co2_fuel")}
          description={t("plan.field.co2_fuel_help")}
          unit="t/MWh"
          min={0}
          placeholder="0"
        />
        <SwitchField pointer={`${pointer}/renewable`} label={t("plan.field.renewable")} />
      </SimpleGrid>
      <Advanced>
        <Naming pointer={pointer} />
      </Advanced>
    </Parts>
  );
}

export function BusFields({ pointer }: Place) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { carriers, money } = useOptions(draft.present.model);
  return (
    <Parts>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <NumberField
          pointer={`${pointer}/value_of_lost_load`}
          label={t("plan.field.lost_load")}
          description={t("plan.field.lost_load_help")}
          unit={`${money}/MWh`}
          min={0}
          placeholder={t("plan.field.no_shedding")}
        />
        <SelectField pointer={`${pointer}/carrier`} label={t("plan.field.carrier")} data={carriers} />
      </SimpleGrid>
      <Advanced>
        <Naming pointer={pointer} />
      </Advanced>
    </Parts>
  );
}
