// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../../components/PageHeader";
import { Directory } from "./Directory";
import { MemberPage } from "./MemberPage";

/** The directory of those who have consented to be shown to everyone. */
export function PublicMembersPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("network.members.title")} description={t("network.public.description")} />
      <Directory base="/members" />
    </>
  );
}

export function PublicMemberPage() {
  return <MemberPage base="/members" />;
}

export function InsideMemberPage() {
  return <MemberPage base="/network/members" />;
}
