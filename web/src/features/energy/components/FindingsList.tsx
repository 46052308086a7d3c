// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FieldError, Network } from "../api/types";
import { placeOf, tabOf } from "../lib/draft";
import { labelOf } from "../lib/labels";
import { valueAt } from "../lib/pointer";
import { useLanguage } from "../shell";
import { useErrorText } from "./errors";

/// The part of the model that a pointer means, in words: "Solar PV · availability".
export function usePlaceName(): (model: Network, pointer: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (model, pointer) => {
    const { list, name, field } = placeOf(model, pointer);
    const item = valueAt(model, pointer.split("/").slice(0, 3).join("/")) as { name: string } | undefined;
    const part =
      name === undefined
        ? t(`plan.part.${list}`, { defaultValue: list })
        : labelOf(item ?? { name }, language);
    const leaf = field
      .split("/")
      .filter((step) => !/^\d+$/.test(step))
      .at(-1);
    return leaf ? `${part} · ${t(`plan.field_name.${leaf}`, { defaultValue: leaf })}` : part;
  };
}

export function FindingsList({
  planId,
  model,
  findings,
}: {
  planId: string;
  model: Network;
  findings: FieldError[];
}) {
  const { t } = useTranslation();
  const say = useErrorText();
  const place = usePlaceName();
  if (findings.length === 0) {
    return (
      <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
        {t("plan.findings.none")}
      </Alert>
    );
  }
  return (
    <Alert
      color="orange"
      icon={<IconAlertTriangle aria-hidden />}
      title={t("plan.findings.title", { count: findings.length })}
    >
      <List size="sm" spacing={6}>
        {findings.map((finding) => (
          <List.Item key={`${finding.pointer}${finding.code}${JSON.stringify(finding.params)}`}>
            {say(finding)}{" "}
            <Anchor
              component={Link}
              to={`/energy/plans/${planId}`}
              search={{ tab: tabOf(finding.pointer), at: finding.pointer } as never}
              size="sm"
            >
              {t("plan.findings.mend", { place: place(model, finding.pointer) })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
