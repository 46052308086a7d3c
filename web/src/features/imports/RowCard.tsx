// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Card, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { type Decision, type Import, type ImportResource, type ImportRow, kDecisions, useMend } from "./api";
import { CellField } from "./CellField";
import { cellLabel } from "./labels";

/** One row of the file: what it says, what is wrong in it and what it may be. */
export function RowCard(props: { one: Import; resource: ImportResource; row: ImportRow }) {
  const { t } = useTranslation();
  const { one, resource, row } = props;
  const mend = useMend(one);
  const [written, setWritten] = useState<Record<string, string>>({});
  const bad = new Set(row.errors.map(({ column }) => column));
  const place = (key: string) => resource.columns.findIndex((column) => column.key === key);
  const send = (body: Parameters<typeof mend.mutate>[0]["body"]) =>
    mend.mutate(
      { number: row.number, body },
      {
        onSuccess: () => setWritten({}),
        onError: (error) => notice("red", problemSentence(t, error)),
      },
    );
  const cells = Object.entries(written).map(([column, text]) => ({ column, text }));
  const said = resource.columns
    .map((column, index) => ({ column, text: cellLabel(t, column, row.cells[index] ?? "") }))
    .filter(({ column, text }) => text && !bad.has(column.key));
  return (
    <Card
      withBorder
      padding="md"
      radius="md"
      component="article"
      aria-label={t("imports.row", { number: row.number })}
    >
      <Stack gap="sm">
        <Group gap="sm">
          <Text fw={700}>{t("imports.row", { number: row.number })}</Text>
          {row.mended && row.errors.length === 0 && (
            <Badge variant="light" color="teal" radius="sm" tt="none">
              {t("imports.mended")}
            </Badge>
          )}
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {said.map(({ text }) => text).join(" · ")}
          </Text>
        </Group>
        {row.errors.map((error) => (
          <CellField
            key={error.column}
            column={resource.columns[place(error.column)]}
            error={error}
            value={written[error.column] ?? row.cells[place(error.column)] ?? ""}
            onChange={(text) => setWritten({ ...written, [error.column]: text })}
            onEnter={() => cells.length > 0 && send({ cells })}
          />
        ))}
        {row.errors.length > 0 && (
          <Group>
            <Button
              size="compact-md"
              disabled={cells.length === 0}
              loading={mend.isPending}
              onClick={() => send({ cells })}
            >
              {t("imports.mend")}
            </Button>
          </Group>
        )}
        {row.errors.length === 0 && row.twins.length > 0 && (
          <>
            {row.twins.map((twin) => (
              <Text key={`${twin.record ?? ""}${twin.row ?? ""}`} size="sm">
                {twin.record ? (
                  <Anchor component={Link} to={`${resource.page}${twin.record}`} target="_blank">
                    {twin.name}
                  </Anchor>
                ) : (
                  t("imports.row", { number: twin.row })
                )}{" "}
                — {t(`imports.reason.${twin.reason}`)}
              </Text>
            ))}
            <SegmentedControl
              aria-label={t("imports.decision_of", { number: row.number })}
              value={row.decision ?? one.twins}
              onChange={(decision) => send({ decision: decision as Decision })}
              data={kDecisions
                .filter((value) => value !== "update" || row.twins.some(({ record }) => record))
                .map((value) => ({ value, label: t(`imports.decision.${value}`) }))}
            />
          </>
        )}
      </Stack>
    </Card>
  );
}
