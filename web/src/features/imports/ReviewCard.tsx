// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Paper, Radio, SimpleGrid, Stack, Tabs, Text, Title } from "@mantine/core";
import { IconDatabaseImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatNumber } from "../energy/lib/format";
import {
  type Import,
  type ImportResource,
  kDecisions,
  useChange,
  useConfirm,
  useKeeping,
  type Which,
} from "./api";
import { RowList } from "./RowList";

/** What the check found: rows to mend, rows that may be there already; and the button that writes. */
export function ReviewCard({ one, resource }: { one: Import; resource: ImportResource }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const change = useChange();
  const confirm = useConfirm();
  const keeping = useKeeping(one) || change.isPending;
  const number = (value: number) => formatNumber(value, language);
  const tabs: { which: Which; count: number }[] = [
    { which: "bad", count: one.bad_rows },
    { which: "twins", count: one.twin_rows },
  ];
  const shown = tabs.filter(({ count }) => count > 0);
  // When the last row of a kind is mended, its tab goes: the other takes its place.
  const [tab, setTab] = useState<string | null>(null);
  const open = shown.find(({ which }) => which === tab) ?? shown[0];
  const rows = one.rows - (one.bad === "skip" ? one.bad_rows : 0);
  const ready = one.actions.includes("confirm_import");
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="review">
      <Stack>
        <Title order={2} size="h3" id="review">
          {t("imports.review.title")}
        </Title>
        <SimpleGrid cols={{ base: 2, sm: 4 }} component="dl" m={0}>
          <Count label={t("imports.review.rows")} value={number(one.rows)} />
          <Count label={t("imports.review.bad_cells")} value={number(one.bad_cells)} />
          <Count label={t("imports.review.bad_rows")} value={number(one.bad_rows)} />
          <Count label={t("imports.review.twin_rows")} value={number(one.twin_rows)} />
        </SimpleGrid>
        {shown.length === 0 && <Text>{t("imports.review.clean")}</Text>}
        {one.twin_rows > 0 && (
          <Radio.Group
            label={t("imports.review.twins")}
            value={one.twins}
            onChange={(twins) => change.mutate({ one, wish: { twins: twins as Import["twins"] } })}
          >
            <Group mt={6} gap="lg">
              {kDecisions.map((value) => (
                <Radio key={value} value={value} label={t(`imports.decision.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
        )}
        {one.bad_rows > 0 && (
          <Checkbox
            label={t("imports.review.skip_bad")}
            checked={one.bad === "skip"}
            onChange={(event) =>
              change.mutate({ one, wish: { bad: event.currentTarget.checked ? "skip" : "refuse" } })
            }
          />
        )}
        <ProblemAlert error={change.error ?? confirm.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t(ready ? "imports.review.nothing_yet" : "imports.review.mend_first")}
          </Text>
          <Button
            leftSection={<IconDatabaseImport size={18} aria-hidden />}
            disabled={!ready || keeping}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ one, wish: undefined })}
          >
            {t("imports.review.confirm", { number: number(rows) })}
          </Button>
        </Group>
        {shown.length > 0 && (
          <Tabs value={open?.which ?? null} onChange={setTab} keepMounted={false}>
            <Tabs.List>
              {shown.map(({ which, count }) => (
                <Tabs.Tab key={which} value={which}>
                  {t(`imports.review.tab.${which}`, { number: number(count) })}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {shown.map(({ which }) => (
              <Tabs.Panel key={which} value={which} pt="md">
                <RowList one={one} resource={resource} which={which} />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Stack>
    </Paper>
  );
}

function Count({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={700} fz="xl" className="num">
        {value}
      </Text>
    </div>
  );
}
