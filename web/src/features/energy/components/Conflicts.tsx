// SPDX-License-Identifier: Apache-2.0
import { Anchor, List, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Network } from "../api/types";
import { tabOf } from "../lib/draft";
import { valueAt } from "../lib/pointer";
import { usePlaceName } from "./FindingsList";

/** The parts of the model that no plan can keep to together, each with the way to it. */
export function Conflicts({
  planId,
  model,
  conflicts,
}: {
  planId: string;
  model: Network;
  conflicts: string[];
}) {
  const { t } = useTranslation();
  const place = usePlaceName();
  // A limit that only a change brings in stands nowhere in the saved model.
  const known = conflicts.filter(
    (pointer) => valueAt(model, pointer.split("/").slice(0, 3).join("/")) !== undefined,
  );
  if (known.length === 0) return <Text size="sm">{t("run.outcome.no_conflicts")}</Text>;
  return (
    <div>
      <Text fw={600}>{t("run.outcome.conflicts")}</Text>
      <List size="sm" mt={4}>
        {known.map((pointer) => (
          <List.Item key={pointer}>
            <Anchor
              component={Link}
              to={`/energy/plans/${planId}`}
              search={{ tab: tabOf(pointer), at: pointer } as never}
            >
              {place(model, pointer)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
