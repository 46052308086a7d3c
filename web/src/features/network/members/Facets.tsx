// SPDX-License-Identifier: Apache-2.0
import { Accordion, Badge, Checkbox, Group, Pill, Stack, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { type FacetName, kFacets, type MemberFilter, type MemberPage } from "./api";
import { facetLabel } from "./labels";
import classes from "./Members.module.css";

const kShort = 7;

/** What can be chosen, with how many members each choice leaves. */
export function Facets(props: {
  page: MemberPage | undefined;
  filter: MemberFilter;
  onChange: (name: FacetName, values: string[]) => void;
}) {
  const { t } = useTranslation();
  const { page, filter, onChange } = props;
  const shown = kFacets.filter(
    (name) => (page?.facets.find((facet) => facet.name === name)?.values.length ?? 0) > 0,
  );
  return (
    <Accordion multiple defaultValue={["country", "technology", "kind"]} variant="separated" radius="md">
      {shown.map((name) => {
        const values = page?.facets.find((facet) => facet.name === name)?.values ?? [];
        const chosen = filter.values[name] ?? [];
        return (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>
              <Group gap="xs">
                <Text fw={600}>{t(`network.facet.${name}`)}</Text>
                {chosen.length > 0 && (
                  <Badge size="sm" variant="filled">
                    {chosen.length}
                  </Badge>
                )}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <FacetValues
                name={name}
                values={values}
                page={page}
                chosen={chosen}
                onChange={(next) => onChange(name, next)}
              />
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function FacetValues(props: {
  name: FacetName;
  values: MemberPage["facets"][number]["values"];
  page: MemberPage | undefined;
  chosen: string[];
  onChange: (values: string[]) => void;
}) {
  const { t } = useTranslation();
  const { name, values, page, chosen, onChange } = props;
  const [all, setAll] = useState(false);
  const language = currentLanguage();
  const listed = all ? values : values.filter((one, at) => at < kShort || chosen.includes(one.value));
  return (
    <Stack gap={6}>
      {listed.map(({ value, count }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          styles={{ body: { width: "100%" }, labelWrapper: { flex: 1 } }}
          label={
            <span className={classes.value}>
              <span>{facetLabel(t, language, name, value, page)}</span>
              <Text span size="sm" c="dimmed" className="num">
                {count.toLocaleString(language)}
              </Text>
            </span>
          }
          onChange={() =>
            onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
          }
        />
      ))}
      {values.length > listed.length && (
        <UnstyledButton onClick={() => setAll(true)} c="var(--mantine-color-anchor)" fz="sm" mt={4}>
          {t("network.members.all_values", { count: values.length })}
        </UnstyledButton>
      )}
    </Stack>
  );
}

/** What is chosen, each to be let go by itself. */
export function Chosen(props: {
  page: MemberPage | undefined;
  filter: MemberFilter;
  onChange: (name: FacetName, values: string[]) => void;
}) {
  const { t } = useTranslation();
  const { page, filter, onChange } = props;
  const all = kFacets.flatMap((name) => (filter.values[name] ?? []).map((value) => ({ name, value })));
  if (all.length === 0) return null;
  return (
    <Pill.Group mt="sm">
      {all.map(({ name, value }) => {
        const label = facetLabel(t, currentLanguage(), name, value, page);
        return (
          <Pill
            key={`${name}-${value}`}
            size="md"
            withRemoveButton
            removeButtonProps={{
              "aria-label": t("network.members.without", { value: label }),
              "aria-hidden": false,
              tabIndex: 0,
            }}
            onRemove={() =>
              onChange(
                name,
                (filter.values[name] ?? []).filter((one) => one !== value),
              )
            }
          >
            {label}
          </Pill>
        );
      })}
    </Pill.Group>
  );
}
