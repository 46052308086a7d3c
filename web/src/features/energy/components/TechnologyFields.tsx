// SPDX-License-Identifier: Apache-2.0
// The fields of one technology: what exists and may be built, what it costs, how it runs; the rest behind "advanced".

import { Divider } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Generator, Link } from "../api/types";
import { useEditing, useField } from "./DraftContext";
import {
  Advanced,
  CapacityFields,
  Naming,
  Parts,
  type Place,
  Running,
  Source,
  useOptions,
} from "./fieldParts";
import { NumberField, ProfileField, SelectField, SwitchField } from "./fields";

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
