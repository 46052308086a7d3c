// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sourceListQuery } from "./api";

/** A source out of those that are there, and a button for a new one. */
export function SourceSelect(props: {
  value: string;
  error: React.ReactNode;
  onChange: (id: string) => void;
  onNew: () => void;
}) {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(sourceListQuery(""));
  const known = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Group align="flex-end" wrap="nowrap">
      <Select
        style={{ flex: 1 }}
        label={t("figures.field.source")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
        data={known.map(({ id, document, publisher, published }) => ({
          value: id,
          label: [document, publisher, published].filter(Boolean).join(", "),
        }))}
        value={props.value || null}
        onChange={(id) => props.onChange(id ?? "")}
        error={props.error}
      />
      <Button variant="default" onClick={props.onNew}>
        {t("figures.source.create")}
      </Button>
    </Group>
  );
}
