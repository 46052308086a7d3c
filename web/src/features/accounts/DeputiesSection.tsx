// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Account, deputiesQuery, useEndDeputy } from "./api";
import { DeputyDialog } from "./DeputyDialog";
import { HeldSection } from "./HeldSection";

export function DeputiesSection({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <HeldSection
      words="deputy"
      query={useQuery(deputiesQuery(account.id))}
      heading={t("accounts.deputy.who")}
      open={account.actions.includes("appoint_deputy") ? t("accounts.deputy.open") : undefined}
      dialog={(onClose) => <DeputyDialog account={account} onClose={onClose} />}
      nameOf={({ deputy_name }) => deputy_name}
      ends="end_deputy"
      endText={({ deputy_name }) => t("accounts.deputy.end_text", { name: deputy_name })}
      end={useEndDeputy()}
    />
  );
}
