// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { ListColumn } from "../../components/list/columns";
import { formatInstant } from "../energy/lib/format";
import type { Organisation } from "./api";
import { FictitiousBadge, KindBadge } from "./badges";
import { countryName } from "./countries";
import { nameFor } from "./names";

/** What the list of organisations can show; the keys are the download's too. */
export function organisationColumns(t: TFunction, language: "ko" | "en"): ListColumn<Organisation>[] {
  return [
    {
      key: "name",
      label: t("people.field.names"),
      always: true,
      sort: { up: "name", down: "-name" },
      cell: (one) => <Names one={one} language={language} />,
    },
    { key: "kind", label: t("people.field.kind"), cell: (one) => <KindBadge kind={one.kind} /> },
    {
      key: "country",
      label: t("people.field.country"),
      cell: (one) => countryName(one.country, language),
    },
    {
      key: "registration_number",
      label: t("people.field.registration_number"),
      numeric: true,
      cell: (one) => one.registration_number ?? "–",
    },
    { key: "address", label: t("people.field.address"), first: false, cell: (one) => one.address || "–" },
    { key: "web", label: t("people.field.web"), first: false, cell: (one) => one.web ?? "–" },
    { key: "owner_name", label: t("people.entered"), first: false, cell: (one) => one.owner_name },
    {
      key: "updated",
      label: t("people.updated"),
      numeric: true,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => formatInstant(one.deleted ?? one.updated, language),
    },
  ];
}

function Names({ one, language }: { one: Organisation; language: "ko" | "en" }) {
  const other = nameFor(one.names, language);
  return (
    <>
      <Group gap={8}>
        {one.deleted ? (
          <Text fw={600}>{one.name}</Text>
        ) : (
          <Anchor component={Link} to={`/organisations/${one.id}`} fw={600}>
            {one.name}
          </Anchor>
        )}
        {one.fictitious && <FictitiousBadge />}
      </Group>
      {other && (
        <Text size="sm" c="dimmed">
          {other}
        </Text>
      )}
    </>
  );
}
