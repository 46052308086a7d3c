// SPDX-License-Identifier: Apache-2.0
// The fields of what technologies stand between: loads, carriers, buses.

import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useEditing } from "./DraftContext";
import { Advanced, Naming, Parts, type Place, Source, useOptions } from "./fieldParts";
import { NumberField, ProfileField, SelectField, SwitchField } from "./fields";

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
