// SPDX-License-Identifier: Apache-2.0
// The model at a glance: each bus is a rail; what feeds it stands above, what draws on it below, conversions between the rails.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Network } from "../api/types";
import { kClassColours, technologyClass } from "../lib/colours";
import { type Labelled, labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import classes from "./SystemDiagram.module.css";

interface Chip {
  key: string;
  part: Labelled;
  colour: string;
  note?: string;
}

export function SystemDiagram({ model }: { model: Network }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const buses = orderedBuses(model);
  return (
    <div className={classes.system}>
      {buses.map((bus) => {
        const label = labelOf(bus, language);
        return (
          <section key={bus.name} className={classes.bus} aria-label={label}>
            <Row title={t("plan.diagram.supply")} chips={supply(model, bus.name)} side="above" />
            <div className={classes.rail}>
              <Text span fw={700}>
                {label}
              </Text>
            </div>
            <Row title={t("plan.diagram.use")} chips={use(model, bus.name, language)} side="below" />
          </section>
        );
      })}
    </div>
  );
}

function Row({ title, chips, side }: { title: string; chips: Chip[]; side: "above" | "below" }) {
  const language = useLanguage();
  if (chips.length === 0) return null;
  return (
    <ul className={side === "above" ? classes.above : classes.below} aria-label={title}>
      {chips.map(({ key, part, colour, note }) => (
        <li key={key} className={classes.chip}>
          <span className={classes.dot} style={{ background: colour }} aria-hidden />
          <span>
            {labelOf(part, language)}
            {note ? <span className={classes.note}> {note}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/// Buses that feed others come first, so that energy runs downwards.
function orderedBuses(model: Network) {
  const targets = new Set(
    (model.links ?? []).flatMap(({ bus0, outputs }) =>
      outputs.map(({ bus }) => bus).filter((bus) => bus !== bus0),
    ),
  );
  return [...model.buses].sort((a, b) => Number(targets.has(a.name)) - Number(targets.has(b.name)));
}

function colourOf(kind: string, part: { name: string; carrier?: string | undefined }): string {
  return kClassColours[technologyClass({ kind, name: part.name, carrier: part.carrier })];
}

function supply(model: Network, bus: string): Chip[] {
  const generators = (model.generators ?? []).filter(
    (part) => part.bus === bus || part.coproducts?.some((output) => output.bus === bus),
  );
  const links = (model.links ?? []).filter(({ outputs }) => outputs.some((output) => output.bus === bus));
  return [
    ...generators.map((part) => ({ key: `g/${part.name}`, part, colour: colourOf("generator", part) })),
    ...links.map((part) => ({ key: `l/${part.name}`, part, colour: colourOf("link", part) })),
  ];
}

function use(model: Network, bus: string, language: "ko" | "en"): Chip[] {
  const other = (name: string) => {
    const found = model.buses.find((candidate) => candidate.name === name);
    return found ? labelOf(found, language) : name;
  };
  return [
    ...(model.loads ?? [])
      .filter((part) => part.bus === bus)
      .map((part) => ({ key: `d/${part.name}`, part, colour: "var(--mantine-color-text)" })),
    ...(model.stores ?? [])
      .filter((part) => part.bus === bus)
      .map((part) => ({ key: `s/${part.name}`, part, colour: colourOf("store", part), note: "⇅" })),
    ...(model.links ?? [])
      .filter(({ bus0 }) => bus0 === bus)
      .map((part) => ({
        key: `l/${part.name}`,
        part,
        colour: colourOf("link", part),
        note: `→ ${part.outputs.map((output) => other(output.bus)).join(", ")}`,
      })),
    ...(model.lines ?? [])
      .filter(({ bus0, bus1 }) => bus0 === bus || bus1 === bus)
      .map((part) => ({
        key: `n/${part.name}`,
        part,
        colour: kClassColours.line,
        note: `↔ ${other(part.bus0 === bus ? part.bus1 : part.bus0)}`,
      })),
  ];
}
