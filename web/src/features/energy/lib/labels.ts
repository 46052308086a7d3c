// SPDX-License-Identifier: Apache-2.0
import type { Network, Profile } from "../api/types";
import type { Language } from "./format";

export interface Labelled {
  name: string;
  label_ko?: string | undefined;
  label_en?: string | undefined;
}

/// What people call a part: its label in their language, else in the other, else its name.
export function labelOf(part: Labelled, language: Language): string {
  const [first, second] = language === "ko" ? [part.label_ko, part.label_en] : [part.label_en, part.label_ko];
  return first || second || part.name;
}

export function labelByName(parts: Labelled[], name: string, language: Language): string {
  const part = parts.find((candidate) => candidate.name === name);
  return part ? labelOf(part, language) : name;
}

/// A place of the model that a series fills.
interface SeriesUse {
  part: Labelled;
  /// A key of plan.field_name.
  quantity: string;
  /// The output, where a part has several.
  bus?: string;
  /// What parts of one kind share: the bus of loads, else the carrier.
  group: Labelled | undefined;
}

const kProfiles = [
  "p_mw",
  "p_max_pu",
  "p_min_pu",
  "marginal_cost",
  "co2_t_per_mwh",
  "e_max_pu",
  "e_min_pu",
  "inflow_mw",
] as const;

/// Every place of the model that a series fills, with the name of the series.
function seriesPlaces(model: Network): (SeriesUse & { series: string })[] {
  const places: (SeriesUse & { series: string })[] = [];
  const carrier = (name?: string) => model.carriers?.find((one) => one.name === name);
  const visit = (part: Labelled, group: Labelled | undefined) => {
    const fields = part as Partial<Record<(typeof kProfiles)[number], Profile>>;
    for (const quantity of kProfiles) {
      const series = fields[quantity];
      if (typeof series === "string") places.push({ part, quantity, group, series });
    }
  };
  const along = (
    part: Labelled,
    group: Labelled | undefined,
    quantity: string,
    outputs: { bus: string; profile: Profile | undefined }[],
  ) => {
    for (const { bus, profile } of outputs)
      if (typeof profile === "string")
        places.push({ part, quantity, group, series: profile, ...(outputs.length > 1 && { bus }) });
  };
  for (const load of model.loads ?? [])
    visit(
      load,
      model.buses.find(({ name }) => name === load.bus),
    );
  for (const generator of model.generators ?? []) {
    const group = carrier(generator.carrier);
    visit(generator, group);
    const made = (generator.coproducts ?? []).map(({ bus, ratio }) => ({ bus, profile: ratio }));
    along(generator, group, "ratio", made);
  }
  for (const link of model.links ?? []) {
    const group = carrier(link.carrier);
    visit(link, group);
    const made = link.outputs.map(({ bus, efficiency }) => ({ bus, profile: efficiency }));
    along(link, group, "efficiency", made);
  }
  for (const store of model.stores ?? []) visit(store, carrier(store.carrier));
  return places;
}

/// What people call a series: what uses it, and as what (a key of plan.field_name; "" where it is used as several things).
export interface SeriesLabel {
  label: string;
  quantity: string;
  /// Of a series that stands for another one in the weather of that year.
  year?: string;
}

/// None where nothing uses the series. `more` says that there are so many others.
export function seriesLabel(
  model: Network,
  name: string,
  language: Language,
  more: (first: string, count: number) => string,
): SeriesLabel | undefined {
  const places = seriesPlaces(model);
  const uses = places.filter(({ series }) => series === name);
  const [first] = uses;
  if (!first) {
    const at = name.lastIndexOf("@");
    const whole = at > 0 ? seriesLabel(model, name.slice(0, at), language, more) : undefined;
    return whole && { ...whole, year: name.slice(at + 1) };
  }
  const one = uses.every(({ quantity }) => quantity === first.quantity);
  const quantity = one ? first.quantity : "";
  const parts = new Set(uses.map(({ part }) => part));
  if (parts.size === 1) {
    const label = labelOf(first.part, language);
    const bus = uses.length === 1 ? first.bus : undefined;
    return { label: bus ? `${label} → ${labelByName(model.buses, bus, language)}` : label, quantity };
  }
  // All that the group has of this quantity, and nothing besides: then the group's name says it.
  const { group } = first;
  const whole =
    one && group && places.filter((place) => place.group === group && place.quantity === quantity);
  if (whole && whole.length === uses.length && uses.every((use) => use.group === group))
    return { label: labelOf(group, language), quantity };
  return { label: more(labelOf(first.part, language), parts.size - 1), quantity };
}
