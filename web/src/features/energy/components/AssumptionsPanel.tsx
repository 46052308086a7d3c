// SPDX-License-Identifier: Apache-2.0
import { Accordion, Badge, Button, Card, Group, Menu, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { TFunction } from "i18next";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Capacity, Carrier, Generator, Line, Link, Load, Network, Store } from "../api/types";
import { kClassColours, technologyColours } from "../lib/colours";
import type { List } from "../lib/draft";
import { formatPercent, formatQuantity, formatRate, type Language } from "../lib/format";
import { labelByName, labelOf } from "../lib/labels";
import { newPart } from "../lib/newParts";
import { capacitySummary, costSummary, type SummaryWords } from "../lib/summary";
import { useLanguage } from "../shell";
import { useEditing, useErrorCount } from "./DraftContext";
import { ExchangeFields } from "./ExchangeFields";
import { fieldId, NumberField, SelectField, TextField } from "./fields";
import { BusFields, CarrierFields, LoadFields } from "./SystemFields";
import { GeneratorFields, LineFields, LinkFields, StoreFields } from "./TechnologyFields";

const kLists: List[] = ["loads", "generators", "links", "stores", "lines", "carriers", "buses"];

export function AssumptionsPanel({ at }: { at: string | undefined }) {
  const { draft } = useEditing();
  const { model } = draft.present;
  const holder = useRef<HTMLDivElement>(null);
  const target = at?.startsWith("/") ? at : undefined;
  useEffect(() => {
    if (target) focusField(holder.current, `/model${target}`);
  }, [target]);
  return (
    <Stack gap="xl" ref={holder}>
      <General />
      {kLists.map((list) =>
        list === "lines" && (model.lines ?? []).length === 0 ? null : (
          <PartList key={list} list={list} target={target} />
        ),
      )}
    </Stack>
  );
}

/// The field of a pointer, or the nearest one around it that is on the page, is scrolled to and focused.
function focusField(holder: HTMLElement | null, pointer: string) {
  requestAnimationFrame(() => {
    for (let path = pointer; path.length > 1; path = path.slice(0, path.lastIndexOf("/"))) {
      const field = holder?.querySelector<HTMLElement>(`[id="${fieldId(path)}"]`);
      if (!field) continue;
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
      return;
    }
  });
}

function General() {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-labelledby="plan-general">
      <Title order={2} size="h4" id="plan-general" mb="sm">
        {t("plan.group.general")}
      </Title>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
          <TextField pointer="/name" label={t("plan.field.plan_name")} />
          <TextField pointer="/description" label={t("plan.field.description")} long />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
          <NumberField
            pointer="/model/discount_rate"
            label={t("plan.field.discount_rate")}
            unit="%"
            scale={100}
            min={0}
          />
          <NumberField
            pointer="/model/co2_price_per_t"
            label={t("plan.field.co2_price")}
            unit={`${useMoney()}/t`}
            min={0}
            placeholder="0"
          />
          <SelectField
            pointer="/model/currency"
            label={t("plan.field.currency")}
            data={["KRW", "EUR", "USD"].map((value) => ({ value, label: value }))}
          />
          <NumberField pointer="/model/price_year" label={t("plan.field.price_year")} ungrouped />
        </SimpleGrid>
        <ExchangeFields />
      </Stack>
    </Card>
  );
}

function useMoney(): string {
  return useEditing().draft.present.model.currency;
}

function PartList({ list, target }: { list: List; target: string | undefined }) {
  const { t } = useTranslation();
  const { draft, dispatch, readOnly } = useEditing();
  const { model } = draft.present;
  const parts = (model[list as keyof Network] ?? []) as { name: string }[];
  const wanted = target?.startsWith(`/${list}/`) ? target.split("/")[2] : undefined;
  const [open, setOpen] = useState<string[]>(wanted ? [wanted] : []);
  useEffect(() => {
    if (wanted) setOpen((before) => [...new Set([...before, wanted])]);
  }, [wanted]);

  const add = () => {
    dispatch({ type: "add", list, item: newPart(list, model, t(`plan.new_name.${list}`)) });
    setOpen((before) => [...before, String(parts.length)]);
  };

  return (
    <section aria-labelledby={`list-${list}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={`list-${list}`}>
          {t(`plan.part.${list}`)}
          <Text span c="dimmed" ml={8} fw={400}>
            {parts.length}
          </Text>
        </Title>
        {readOnly ? null : (
          <Button variant="default" size="xs" onClick={add}>
            {t(`plan.add.${list}`)}
          </Button>
        )}
      </Group>
      {parts.length === 0 ? (
        <Text c="dimmed">{t(`plan.empty.${list}`)}</Text>
      ) : (
        <Accordion
          multiple
          variant="separated"
          className="parts"
          styles={{ item: { background: "var(--dure-surface)", border: "1px solid var(--dure-line)" } }}
          value={open}
          onChange={setOpen}
        >
          {parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed; the place is what identifies a part
            <Accordion.Item key={index} value={String(index)}>
              <PartHeader list={list} index={index} />
              <Accordion.Panel>
                {open.includes(String(index)) ? (
                  <PartBody list={list} index={index} name={part.name} />
                ) : null}
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </section>
  );
}

function PartHeader({ list, index }: { list: List; index: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { draft } = useEditing();
  const { model } = draft.present;
  const part = ((model[list as keyof Network] ?? []) as { name: string }[])[index];
  const errors = useErrorCount(`/model/${list}/${index}`);
  if (!part) return null;
  return (
    <Accordion.Control>
      <Group gap="sm" wrap="nowrap" align="center">
        <Dot model={model} list={list} name={part.name} />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {labelOf(part, language)}
            {errors > 0 ? (
              <Badge color="red" variant="light" ml={8}>
                {t("plan.errors_here", { count: errors })}
              </Badge>
            ) : null}
          </Text>
          <Text size="sm" c="dimmed">
            <Summary model={model} list={list} part={part} />
          </Text>
        </div>
      </Group>
    </Accordion.Control>
  );
}

function Dot({ model, list, name }: { model: Network; list: List; name: string }) {
  if (list === "loads" || list === "carriers" || list === "buses") return null;
  const colour = modelColours(model).get(name) ?? kClassColours.other;
  return (
    <span aria-hidden style={{ flex: "none", width: 12, height: 12, borderRadius: 4, background: colour }} />
  );
}

export function modelColours(model: Network): Map<string, string> {
  return technologyColours([
    ...(model.generators ?? []).map((part) => ({ kind: "generator", ...part })),
    ...(model.links ?? []).map((part) => ({ kind: "link", ...part })),
    ...(model.stores ?? []).map((part) => ({ kind: "store", ...part })),
    ...(model.lines ?? []).map((part) => ({ kind: "line", ...part })),
  ]);
}

function Summary({ model, list, part }: { model: Network; list: List; part: { name: string } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words: SummaryWords = {
    year: t("plan.unit.year"),
    years: t("plan.unit.years_short"),
    new_from: "",
    unlimited: t("plan.field.no_limit"),
  };
  const capital = (capacity: Capacity | undefined, unit: string) => [
    capacitySummary(capacity, unit, language, words),
    costSummary(capacity?.capital_cost, model.currency, unit, language, words),
  ];
  const pieces = summaryPieces(model, list, part, language, capital, t);
  return <>{pieces.filter(Boolean).join(" · ")}</>;
}

function summaryPieces(
  model: Network,
  list: List,
  part: { name: string },
  language: Language,
  capital: (capacity: Capacity | undefined, unit: string) => string[],
  t: TFunction,
): string[] {
  const busName = (name: string) => labelByName(model.buses, name, language);
  switch (list) {
    case "generators": {
      const { bus, p_nom, marginal_cost } = part as Generator;
      const running =
        typeof marginal_cost === "number"
          ? formatRate(marginal_cost, model.currency, "MWh", language)
          : marginal_cost;
      return [busName(bus), ...capital(p_nom, "MW"), running ?? ""];
    }
    case "links": {
      const { bus0, outputs, p_nom } = part as Link;
      return [
        `${busName(bus0)} → ${outputs.map(({ bus }) => busName(bus)).join(", ")}`,
        ...capital(p_nom, "MW"),
      ];
    }
    case "stores": {
      const { bus, e_nom, p_nom, max_hours } = part as Store;
      const energy = max_hours === undefined ? capital(e_nom, "MWh") : [`${max_hours} h`];
      return [busName(bus), ...(p_nom ? capital(p_nom, "MW") : []), ...energy];
    }
    case "lines": {
      const { bus0, bus1, s_nom } = part as Line;
      return [`${busName(bus0)} – ${busName(bus1)}`, ...capital(s_nom, "MVA")];
    }
    case "loads": {
      const { bus, annual_mwh, growth, p_mw } = part as Load;
      return [
        busName(bus),
        annual_mwh === undefined
          ? ""
          : `${formatQuantity(annual_mwh, "MWh", language)}/${t("plan.unit.year")}`,
        growth !== undefined && growth !== 1 ? `× ${formatPercent(growth, language)}` : "",
        typeof p_mw === "string" ? t("plan.field.by_series", { name: p_mw }) : `${p_mw} MW`,
      ];
    }
    case "carriers": {
      const { co2_t_per_mwh, renewable } = part as Carrier;
      return [co2_t_per_mwh ? `${co2_t_per_mwh} t/MWh` : "", renewable ? t("plan.field.renewable") : ""];
    }
    default:
      return [];
  }
}

function PartBody({ list, index, name }: { list: List; index: number; name: string }) {
  const { t } = useTranslation();
  const { draft, dispatch, readOnly } = useEditing();
  const pointer = `/model/${list}/${index}`;
  return (
    <Stack gap="md">
      <PartFields list={list} index={index} model={draft.present.model} pointer={pointer} />
      {readOnly ? null : (
        <Group justify="flex-end">
          <Menu>
            <Menu.Target>
              <Button variant="subtle" color="red" size="xs">
                {t("plan.remove_part")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item color="red" onClick={() => dispatch({ type: "remove", list, index })}>
                {t("plan.remove_part_confirm", { name })}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
    </Stack>
  );
}

function PartFields({
  list,
  index,
  model,
  pointer,
}: {
  list: List;
  index: number;
  model: Network;
  pointer: string;
}) {
  switch (list) {
    case "generators": {
      const generator = model.generators?.[index];
      return generator ? <GeneratorFields pointer={pointer} generator={generator} /> : null;
    }
    case "links": {
      const link = model.links?.[index];
      return link ? <LinkFields pointer={pointer} link={link} /> : null;
    }
    case "stores":
      return <StoreFields pointer={pointer} />;
    case "lines":
      return <LineFields pointer={pointer} />;
    case "loads":
      return <LoadFields pointer={pointer} />;
    case "carriers":
      return <CarrierFields pointer={pointer} />;
    case "buses":
      return <BusFields pointer={pointer} />;
    default:
      return null;
  }
}
