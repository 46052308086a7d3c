// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganisationKind } from "./api";

/** Made up for the example: nobody may take it for a real one. */
export function FictitiousBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="gam" radius="sm" tt="none">
      {t("people.fictitious")}
    </Badge>
  );
}

export function KindBadge({ kind }: { kind: OrganisationKind }) {
  const { t } = useTranslation();
  return (
    <Badge variant="default" radius="sm" tt="none" fw={600}>
      {t(`people.kind.${kind}`)}
    </Badge>
  );
}
