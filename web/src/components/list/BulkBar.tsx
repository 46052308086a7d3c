// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Progress, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../notices";

/** Something done to many records, one after the other; those for which it was refused stay as they are. */
export interface BulkAction<T> {
  key: string;
  label: string;
  icon?: ReactNode;
  can: (item: T) => boolean;
  run: (item: T) => Promise<unknown>;
  undo?: (item: T) => Promise<unknown>;
  /** Says what was done: "12 deleted". */
  done: (count: number) => string;
  undone?: (count: number) => string;
}

interface Outcome<T> {
  done: T[];
  refused: unknown[];
}

async function each<T>(items: T[], act: (item: T) => Promise<unknown>, tell: (count: number) => void) {
  const outcome: Outcome<T> = { done: [], refused: [] };
  for (const [index, item] of items.entries()) {
    try {
      await act(item);
      outcome.done.push(item);
    } catch (reason) {
      outcome.refused.push(reason);
    }
    tell(index + 1);
  }
  return outcome;
}

/** Stands over the list while records are ticked. */
export function BulkBar<T>(props: {
  chosen: T[];
  actions: BulkAction<T>[];
  onClear: () => void;
  /** After each change: the list is read again. */
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const { chosen, actions, onClear, onChanged } = props;
  const [at, setAt] = useState<{ done: number; of: number }>();
  const perform = async (items: T[], act: (item: T) => Promise<unknown>) => {
    setAt({ done: 0, of: items.length });
    const outcome = await each(items, act, (done) => setAt({ done, of: items.length }));
    setAt(undefined);
    onChanged();
    if (outcome.refused.length > 0)
      notice(
        "red",
        t("list.bulk.refused", {
          number: outcome.refused.length,
          reason: problemSentence(t, outcome.refused[0]),
        }),
      );
    return outcome.done;
  };
  const start = async (action: BulkAction<T>) => {
    const done = await perform(chosen.filter(action.can), action.run);
    onClear();
    const { undo, undone } = action;
    if (done.length === 0) return;
    if (!undo) return notice("teal", action.done(done.length));
    undoNotice({
      id: `bulk-${action.key}-${Date.now()}`,
      message: action.done(done.length),
      undo: t("list.undo"),
      onUndo: () => void perform(done, undo).then((back) => undone && notice("teal", undone(back.length))),
    });
  };
  if (chosen.length === 0 && !at) return null;
  return (
    <Paper className="panel" p="sm" mb="sm" role="region" aria-label={t("list.bulk.title")}>
      <Group justify="space-between">
        <Text fw={600} role="status">
          {t("list.bulk.chosen", { number: chosen.length })}
        </Text>
        <Group gap="xs">
          {actions.map((action) => {
            const able = chosen.filter(action.can).length;
            if (able === 0) return null;
            return (
              <Button
                key={action.key}
                variant="light"
                leftSection={action.icon}
                disabled={at !== undefined}
                onClick={() => void start(action)}
              >
                {able === chosen.length ? action.label : `${action.label} (${able})`}
              </Button>
            );
          })}
          <Button variant="subtle" onClick={onClear} disabled={at !== undefined}>
            {t("list.bulk.clear")}
          </Button>
        </Group>
      </Group>
      {at && (
        <Progress
          mt="xs"
          value={(100 * at.done) / at.of}
          aria-label={t("list.bulk.progress", { done: at.done, of: at.of })}
        />
      )}
    </Paper>
  );
}
