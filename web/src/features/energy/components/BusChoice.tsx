// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { BusResult } from "../api/types";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";

/// A few buses stand side by side, many in a list.
export function BusChoice({
  buses,
  value,
  onChange,
}: {
  buses: BusResult[];
  value: string;
  onChange: (bus: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const data = buses.map((bus) => ({ value: bus.name, label: labelOf(bus, language) }));
  if (data.length < 2) return null;
  if (data.length <= 3)
    return <SegmentedControl aria-label={t("run.bus")} value={value} onChange={onChange} data={data} />;
  return (
    <Select
      aria-label={t("run.bus")}
      value={value}
      onChange={(next) => next && onChange(next)}
      data={data}
      searchable
      allowDeselect={false}
      w={240}
    />
  );
}
