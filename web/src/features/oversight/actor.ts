// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from "i18next";
import type { Schemas } from "../../api/client";

/** Who did it, and in whose place they could act at the time. */
export function actorText(t: TFunction, { actor_name, deputy_for }: Schemas["AuditEntry"]): string {
  const name = actor_name ?? t("audit.program");
  return deputy_for ? t("audit.deputy_for", { name, whom: deputy_for.join(", ") }) : name;
}
