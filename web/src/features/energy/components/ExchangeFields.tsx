// SPDX-License-Identifier: Apache-2.0
// By what rate of what day a plan's results may be read in another money.

import { Button, Fieldset, Group, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useEditing, useField } from "./DraftContext";
import { fieldId, NumberField, SelectField, TextField } from "./fields";

const kPointer = "/model/exchange";

export function ExchangeFields() {
  const { t } = useTranslation();
  const { currency } = useEditing().draft.present.model;
  const { value, set, readOnly } = useField(kPointer);
  if (value === undefined)
    return readOnly ? null : (
      <Group>
        <Button
          id={fieldId(kPointer)}
          variant="default"
          size="xs"
          onClick={() =>
            set({
              currency: currency === "KRW" ? "EUR" : "KRW",
              date: new Date().toLocaleDateString("sv-SE"),
              source: "",
            })
          }
        >
          {t("plan.exchange.add")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("plan.exchange.help")}
        </Text>
      </Group>
    );
  return (
    <Fieldset legend={t("plan.exchange.title")} id={fieldId(kPointer)} tabIndex={-1}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <NumberField
          pointer={`${kPointer}/rate`}
          label={t("plan.exchange.rate", { currency })}
          unit={String((value as { currency?: string }).currency ?? "")}
          min={0}
        />
        <SelectField
          pointer={`${kPointer}/currency`}
          label={t("plan.exchange.currency")}
          data={["KRW", "EUR", "USD"]
            .filter((code) => code !== currency)
            .map((code) => ({ value: code, label: code }))}
        />
        <TextField pointer={`${kPointer}/date`} label={t("plan.exchange.date")} type="date" />
        <TextField pointer={`${kPointer}/source`} label={t("plan.exchange.source")} />
      </SimpleGrid>
      <Group mt="sm" justify="space-between">
        <Text size="sm" c="dimmed">
          {t("plan.exchange.help")}
        </Text>
        {readOnly ? null : (
          <Button variant="subtle" size="xs" onClick={() => set(undefined)}>
            {t("plan.exchange.remove")}
          </Button>
        )}
      </Group>
    </Fieldset>
  );
}
