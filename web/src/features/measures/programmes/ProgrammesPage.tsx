// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Text } from "@mantine/core";
import { IconHeartHandshake } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ListColumn } from "../../../components/list/columns";
import { currentLanguage } from "../../../i18n";
import { formatInstant, type Language } from "../../energy/lib/format";
import { FictitiousBadge } from "../../people/badges";
import { KeptList } from "../kept/KeptList";
import { kProgrammeKinds, type Programme, programmes } from "./api";
import { ProgrammeDialog } from "./ProgrammeDialog";
import { ResultFacts } from "./ResultFacts";

function columns(t: TFunction, language: Language): ListColumn<Programme>[] {
  const field = (name: string) => t(`programme.field.${name}`);
  return [
    {
      key: "title",
      label: field("title"),
      always: true,
      sort: { up: "title", down: "-title" },
      cell: (one) => (
        <Group gap={8}>
          {one.deleted ? (
            <Text fw={600}>{one.title}</Text>
          ) : (
            <Anchor component={Link} to={`/energy/programmes/${one.id}`} fw={600}>
              {one.title}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
        </Group>
      ),
    },
    { key: "kind", label: field("kind"), cell: (one) => t(`programme.kind.${one.kind}`) },
    {
      key: "begins",
      label: field("begins"),
      numeric: true,
      sort: { up: "begins", down: "-begins" },
      cell: (one) => (one.ends ? `${one.begins} – ${one.ends}` : `${one.begins} –`),
    },
    {
      key: "results",
      label: t("programme.latest"),
      cell: (one) => {
        const last = one.results.at(-1);
        return last ? <ResultFacts result={last} currency={one.currency} /> : t("programme.no_result");
      },
    },
    {
      key: "updated",
      label: t("people.updated"),
      numeric: true,
      first: false,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => formatInstant(one.deleted ?? one.updated, language),
    },
  ];
}

export function ProgrammesPage() {
  const { t } = useTranslation();
  return (
    <KeptList
      api={programmes}
      words="programme"
      icon={<IconHeartHandshake size={32} />}
      columns={columns(t, currentLanguage())}
      choices={[
        {
          name: "kind",
          label: t("programme.field.kind"),
          options: kProgrammeKinds.map((value) => ({ value, label: t(`programme.kind.${value}`) })),
        },
      ]}
      sort="title"
      sorts={["title", "-title", "begins", "-begins", "updated", "-updated"]}
      to="/energy/programmes"
      dialog={(onClose, onSaved) => <ProgrammeDialog onClose={onClose} onSaved={onSaved} />}
    />
  );
}
