// SPDX-License-Identifier: Apache-2.0
// One lever: its name, where it stands, the slider, and the way back to the saved plan.

import { ActionIcon, Group, Slider, Stack, Text, Tooltip } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, formatPercent, formatQuantity, formatRate, type Language } from "../lib/format";
import type { Lever } from "../lib/levers";
import { useLanguage } from "../shell";

/// A lever's place as people read it.
export function leverText(lever: Lever, value: number, currency: string, language: Language): string {
  switch (lever.unit) {
    case "t":
      return formatQuantity(value, "t", language);
    case "share":
      return formatPercent(value, language, 0);
    case "factor":
      return `× ${formatNumber(value, language, 3)}`;
    case "money_per_t":
      return formatRate(value, currency, "t", language);
  }
}

export function LeverRow({
  lever,
  value,
  currency,
  disabled,
  children,
  onMove,
  onReset,
}: {
  lever: Lever;
  value: number | undefined;
  currency: string;
  disabled?: boolean;
  children?: ReactNode;
  onMove: (value: number, settled: boolean) => void;
  onReset: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = t(`plan.explore.lever.${lever.id}`);
  const say = (place: number) => leverText(lever, place, currency, language);
  const shown =
    value !== undefined
      ? say(value)
      : lever.saved === undefined
        ? t("plan.explore.no_limit")
        : t("plan.explore.as_saved", { value: say(lever.saved) });
  return (
    <Stack gap={6} role="group" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mih={32}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text
            size="sm"
            {...(value === undefined ? { c: "dimmed" } : { fw: 700 })}
            style={{ fontVariantNumeric: "tabular-nums" }}
          >
            {shown}
          </Text>
          {value === undefined ? null : (
            <Tooltip label={t("plan.explore.reset_one")}>
              <ActionIcon
                variant="subtle"
                size={28}
                onClick={onReset}
                aria-label={t("plan.explore.reset_named", { name })}
              >
                <IconArrowBackUp size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      {children}
      <Slider
        value={value ?? lever.rest}
        min={lever.minimum}
        max={lever.maximum}
        step={lever.step}
        disabled={disabled ?? false}
        label={null}
        thumbLabel={name}
        thumbValueText={say}
        thumbSize={22}
        size="md"
        color={value === undefined ? "gray" : "jjok"}
        onChange={(place) => onMove(place, false)}
        onChangeEnd={(place) => onMove(place, true)}
      />
    </Stack>
  );
}
