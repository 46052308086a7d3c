// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Marked } from "../../../components/Marked";
import { currentLanguage } from "../../../i18n";
import { FictitiousBadge, KindBadge } from "../../people/badges";
import { countryName } from "../../people/countries";
import type { MemberHit, MemberPage } from "./api";
import { labelOf } from "./labels";
import classes from "./Members.module.css";

interface HitsProps {
  hits: MemberHit[];
  labels: MemberPage["labels"];
  /** Where a member's page is. */
  base: string;
}

/** The members as lines to read through. */
export function HitList({ hits, labels, base }: HitsProps) {
  return (
    <ul className={`${classes.list} panel`}>
      {hits.map((hit) => (
        <li key={hit.id} className={classes.hit}>
          <Name hit={hit} base={base} />
          <Facts hit={hit} />
          {hit.snippet.length > 0 && (
            <Text className={classes.snippet} mt={4}>
              <Marked parts={hit.snippet} />
            </Text>
          )}
          <Technologies hit={hit} labels={labels} />
        </li>
      ))}
    </ul>
  );
}

/** The same as cards, to leaf through. */
export function HitCards({ hits, labels, base }: HitsProps) {
  return (
    <ul className={classes.cards}>
      {hits.map((hit) => (
        <li key={hit.id} className={`${classes.card} panel`}>
          <Name hit={hit} base={base} />
          <Facts hit={hit} />
          <Text className={classes.clamped} size="sm">
            <Marked parts={hit.snippet} />
          </Text>
          <div style={{ marginTop: "auto" }}>
            <Technologies hit={hit} labels={labels} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Name({ hit, base }: { hit: MemberHit; base: string }) {
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`${base}/${hit.id}`} className={classes.name}>
        <Marked parts={hit.title} />
      </Anchor>
      {hit.fictitious && <FictitiousBadge />}
    </Group>
  );
}

function Facts({ hit }: { hit: MemberHit }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const facts = [
    countryName(hit.country, language),
    hit.size_class && t(`network.size_short.${hit.size_class}`),
    ...(hit.activities ?? []).map((one) => t(`network.activity.${one}`)),
    ...hit.clusters.map(({ name }) => name),
  ].filter(Boolean);
  return (
    <Group gap="xs">
      <KindBadge kind={hit.kind} />
      <Text size="sm" c="dimmed">
        {facts.join(" · ")}
      </Text>
      {hit.completeness !== undefined && hit.completeness < 60 && (
        <Badge color="gam" variant="light" tt="none">
          {t("network.members.complete", { percent: hit.completeness })}
        </Badge>
      )}
    </Group>
  );
}

function Technologies({ hit, labels }: { hit: MemberHit; labels: MemberPage["labels"] }) {
  const language = currentLanguage();
  if (!hit.technologies?.length) return null;
  return (
    <Group gap={6} mt={8}>
      {hit.technologies.map((one) => (
        <Badge key={one} variant="light" radius="sm" tt="none" fw={500}>
          {labelOf(labels[one], one, language)}
        </Badge>
      ))}
    </Group>
  );
}
