// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../../components/PageHeader";
import { Directory } from "./Directory";
import { MemberPage } from "./MemberPage";
import { PublicLayout } from "./PublicLayout";

/** The directory of those who have consented to be shown to everyone. */
export function PublicMembersPage() {
  const { t } = useTranslation();
  return (
    <PublicLayout>
      <PageHeader title={t("network.members.title")} description={t("network.public.description")} />
      <Directory base="/members" />
    </PublicLayout>
  );
}

export function PublicMemberPage() {
  return (
    <PublicLayout>
      <MemberPage base="/members" />
    </PublicLayout>
  );
}

export function InsideMemberPage() {
  return <MemberPage base="/network/members" />;
}
