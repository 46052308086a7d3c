// SPDX-License-Identifier: Apache-2.0
import { Button, Group, NumberInput, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { IconListSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Import, type ImportResource, useChange, useCheck } from "./api";
import { columnLabel } from "./labels";
import { MappingTable } from "./MappingTable";
import { SampleTable } from "./SampleTable";

const kEncodings = ["UTF-8", "CP949", "UTF-16LE", "UTF-16BE"];
const kSeparators = [",", ";", "\t", "|"];

/** How the file is read, and which of its columns means what. */
export function MappingCard({ one, resource }: { one: Import; resource: ImportResource }) {
  const { t } = useTranslation();
  const change = useChange();
  const check = useCheck();
  const missing = resource.columns.filter(
    ({ required, key }) => required && !one.mapping.some(({ column }) => column === key),
  );
  const busy = change.isPending || check.isPending;
  const set = (wish: Parameters<typeof change.mutate>[0]["wish"]) => change.mutate({ one, wish });
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="mapping">
      <Stack>
        <Title order={2} size="h3" id="mapping">
          {t("imports.mapping.title")}
        </Title>
        <Group align="flex-start" gap="sm">
          {one.sheets.length > 1 && (
            <Select
              label={t("imports.mapping.sheet")}
              allowDeselect={false}
              value={one.sheet}
              onChange={(sheet) => sheet && set({ sheet })}
              data={[...new Set(one.sheets)]}
              w={200}
            />
          )}
          {one.format === "csv" && (
            <>
              <Select
                label={t("imports.mapping.encoding")}
                allowDeselect={false}
                value={one.encoding}
                onChange={(encoding) => encoding && set({ encoding })}
                data={kEncodings}
                w={140}
              />
              <Select
                label={t("imports.mapping.separator")}
                allowDeselect={false}
                value={one.separator}
                onChange={(separator) => separator && set({ separator })}
                data={kSeparators.map((value) => ({
                  value,
                  label: t(`imports.separator.${kSeparators.indexOf(value)}`),
                }))}
                w={150}
              />
            </>
          )}
          <NumberInput
            label={t("imports.mapping.head_row")}
            description={t("imports.mapping.head_row_text")}
            inputWrapperOrder={["label", "input", "description"]}
            min={1}
            max={1000}
            allowDecimal={false}
            value={one.head_row}
            onBlur={(event) => {
              const row = Number(event.currentTarget.value);
              if (row >= 1 && row !== one.head_row) set({ head_row: row, head_rows: 1 });
            }}
            w={170}
          />
        </Group>
        <SampleTable one={one} />
        <MappingTable one={one} resource={resource} onChange={(mapping) => set({ mapping })} />
        <ProblemAlert error={change.error ?? check.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" maw={520}>
            {missing.length > 0
              ? t("imports.mapping.missing", {
                  items: missing.map((column) => columnLabel(t, column)).join(", "),
                })
              : t("imports.mapping.text")}
          </Text>
          {one.actions.includes("check_import") && (
            <Button
              leftSection={<IconListSearch size={18} aria-hidden />}
              variant={one.state === "checked" ? "default" : "filled"}
              loading={busy}
              disabled={missing.length > 0}
              onClick={() => check.mutate({ one, wish: undefined })}
            >
              {t(one.state === "checked" ? "imports.mapping.check_again" : "imports.mapping.check")}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
