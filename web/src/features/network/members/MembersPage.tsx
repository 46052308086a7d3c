// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group } from "@mantine/core";
import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { PageHeader } from "../../../components/PageHeader";
import { NetworkTabs } from "../NetworkTabs";
import { ownMembersQuery } from "./api";
import { Directory } from "./Directory";

/** The directory for people who are signed in. */
export function MembersPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <PageHeader
        title={t("network.members.title")}
        description={t("network.members.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("network.members.title") }]}
        actions={
          <>
            {may("create_import") && may("list_due_members") && (
              <Button
                component={Link}
                to={"/imports?resource=members" as string}
                variant="default"
                leftSection={<IconTableImport size={18} aria-hidden />}
              >
                {t("imports.open")}
              </Button>
            )}
            {may("create_member") && (
              <Button
                component={Link}
                to="/network/members/new"
                leftSection={<IconPlus size={18} aria-hidden />}
              >
                {t("network.members.create")}
              </Button>
            )}
          </>
        }
      />
      <NetworkTabs />
      {may("list_own_members") && <OwnMembers />}
      <Directory base="/network/members" keeps />
    </>
  );
}

/** A company goes to its own profile in one step. */
function OwnMembers() {
  const { t } = useTranslation();
  const { data = [] } = useQuery(ownMembersQuery);
  if (data.length === 0 || data.length > 5) return null;
  return (
    <Alert mb="lg" title={t("network.members.own")}>
      <Group>
        {data.map((one) => (
          <Anchor key={one.id} component={Link} to={`/network/members/${one.id}`} fw={600}>
            {`${one.name} · ${t("network.members.complete", { percent: one.completeness })}`}
          </Anchor>
        ))}
      </Group>
    </Alert>
  );
}
