// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Card,
  Checkbox,
  FileButton,
  Group,
  Select,
  SimpleGrid,
  Text,
  TextInput,
} from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SeriesUnit } from "../api/types";
import { type Draft, fieldsOf, lossesOf, type Use, usesOf, type WishField } from "./wishes";

/** Whether a series is to be made of the file, of what, and with which numbers. `refused`: what the server said of a field. */
export function WishFields(props: {
  draft: Draft;
  unit: SeriesUnit;
  refused: (field: string) => string | undefined;
  onChange: (draft: Draft) => void;
}) {
  const { draft, unit, refused, onChange } = props;
  const { t } = useTranslation();
  const set = (field: WishField, value: string) =>
    onChange({ ...draft, values: { ...draft.values, [field]: value } });
  const uses = usesOf(unit);
  return (
    <Card withBorder padding="sm">
      <Checkbox
        label={t("plan.weather.make", { name: draft.name, use: t(`plan.weather.use.${draft.use}`) })}
        checked={draft.chosen}
        onChange={(event) => onChange({ ...draft, chosen: event.currentTarget.checked })}
      />
      {draft.chosen ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="sm" mt="sm">
            {uses.length > 1 ? (
              <Select
                label={t("plan.weather.use_label")}
                data={uses.map((value) => ({ value, label: t(`plan.weather.use.${value}`) }))}
                value={draft.use}
                allowDeselect={false}
                onChange={(value) => {
                  const use = (value ?? draft.use) as Use;
                  onChange({ ...draft, use, values: { ...draft.values, losses: lossesOf(use) } });
                }}
              />
            ) : null}
            {fieldsOf[draft.use].map((field) => (
              <TextInput
                key={field}
                label={t(`plan.weather.field.${field}`)}
                inputMode="decimal"
                value={draft.values[field]}
                required={field === "annual_mwh"}
                error={refused(field)}
                onChange={(event) => set(field, event.currentTarget.value)}
              />
            ))}
          </SimpleGrid>
          {draft.use === "wind" ? (
            <Group gap="xs" mt="sm">
              <FileButton
                accept=".csv,text/csv,text/plain"
                onChange={(file) => {
                  if (file)
                    void file
                      .text()
                      .then((content) => onChange({ ...draft, curve: { name: file.name, text: content } }));
                }}
              >
                {(button) => (
                  <Button size="compact-sm" variant="default" {...button}>
                    {t("plan.weather.choose_curve")}
                  </Button>
                )}
              </FileButton>
              <Text size="sm" c={refused("power_curve") ? "red" : "dimmed"}>
                {refused("power_curve") ?? draft.curve?.name ?? t("plan.weather.reference_curve")}
              </Text>
            </Group>
          ) : null}
          <Text size="sm" c={refused("use") ? "red" : "dimmed"} mt="xs">
            {refused("use") ?? t(`plan.weather.how.${draft.use}`)}
          </Text>
        </>
      ) : null}
    </Card>
  );
}
