// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { OrganisationName } from "../people/OrganisationName";
import { type Account, type RoleGrant, rolesQuery, useEndRole } from "./api";
import { GiveRoleDialog } from "./GiveRoleDialog";
import { HeldSection } from "./HeldSection";

export function RolesSection({ account }: { account: Account }) {
  const { t } = useTranslation();
  const roleOf = ({ role }: RoleGrant) => t(`accounts.roles.${role}`);
  return (
    <HeldSection
      words="held"
      query={useQuery(rolesQuery(account.id))}
      heading={t("accounts.give.role")}
      open={account.actions.includes("give_role") ? t("accounts.give.open") : undefined}
      dialog={(onClose) => <GiveRoleDialog account={account} onClose={onClose} />}
      nameOf={roleOf}
      about={({ organisation }) =>
        organisation && (
          <>
            {t("accounts.held.organisation")}: <OrganisationName id={organisation} />
          </>
        )
      }
      ends="end_role"
      endText={(grant) => t("accounts.held.end_text", { role: roleOf(grant), name: account.name })}
      end={useEndRole()}
    />
  );
}
