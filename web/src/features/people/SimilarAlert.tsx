// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type OrganisationDraft, similarQuery } from "./doublesApi";

/** "This may exist already", while a record is being entered. Links open beside, so that nothing typed is lost. */
export function SimilarAlert({ draft }: { draft: OrganisationDraft }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(JSON.stringify(draft), 400);
  const wanted: OrganisationDraft = JSON.parse(settled);
  const something = wanted.names.length > 0 || wanted.registration_number || wanted.web;
  const { data = [] } = useQuery({ ...similarQuery(wanted), enabled: Boolean(something) });
  if (!something || data.length === 0) return <div role="status" />;
  return (
    <Alert color="gam" role="status" icon={<IconCopy aria-hidden />} title={t("people.doubles.maybe")}>
      {t("people.doubles.maybe_text")}
      <List size="sm" mt={6}>
        {data.map(({ organisation, same }) => (
          <List.Item key={organisation.id}>
            <Anchor
              href={`/organisations/${organisation.id}`}
              target="_blank"
              rel="noopener"
              c="inherit"
              underline="always"
            >
              {organisation.name}
            </Anchor>
            {` (${same.map((key) => t(`people.doubles.same.${key}`)).join(", ")})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
