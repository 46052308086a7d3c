// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { FictitiousBadge } from "../people/badges";

/** Who changed what, in words, with the way there. */
export function ChangesList({ changes }: { changes: Schemas["RecentChange"][] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: "none" }} aria-label={t("changes.list")}>
      {changes.map((one) => (
        <li key={`${one.at}-${one.subject.id}-${one.action}`}>
          <Group gap="xs">
            <Badge variant="light" color="gray">
              {t(`search.kind.${one.subject.kind}`)}
            </Badge>
            <Anchor component={Link} to={one.subject.path} style={{ overflowWrap: "anywhere" }}>
              {one.subject.title}
            </Anchor>
            {one.subject.fictitious && <FictitiousBadge />}
          </Group>
          <Text size="sm" c="dimmed" className="num">
            {[
              one.actor_name ?? t("changes.program"),
              t(`audit.action.${one.action}`, t(`rights.operation.${one.action}`, one.action)),
              one.times > 1 && t("changes.times", { count: one.times }),
              formatInstant(one.at, currentLanguage()),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
