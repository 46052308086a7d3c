// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, CopyButton, Progress, Skeleton, Stack, Text } from "@mantine/core";
import { IconLink, IconPencil, IconPrinter, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { problemSentence } from "../../../api/problems";
import { useMay } from "../../../app/session";
import { notice, undoNotice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { FictitiousBadge, KindBadge } from "../../people/badges";
import { RecordTogether } from "../../together/RecordTogether";
import { type Member, memberQuery, useDeleteMember, useRestoreMember } from "./api";
import { Profile } from "./Profile";

/** A member, for people who are signed in and for everyone. */
export function MemberPage({ base }: { base: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { memberId } = useParams({ strict: false });
  const id = memberId ?? "";
  const { data: one, error, refetch } = useQuery(memberQuery(id));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={420} radius="lg" />
    );
  return (
    <>
      <PageHeader
        title={one.name}
        crumbs={[{ label: t("network.members.title"), to: base }, { label: one.name }]}
        badges={
          <>
            <KindBadge kind={one.kind} />
            {one.fictitious && <FictitiousBadge />}
          </>
        }
        actions={<Actions member={one} base={base} />}
      />
      {one.fictitious && (
        <Alert color="gam" mb="md">
          {t("people.fictitious_text")}
        </Alert>
      )}
      {one.completeness !== undefined && <Meter member={one} />}
      <Profile member={one} />
      {base !== "/members" && (may("list_tasks") || one.actions.includes("replace_member")) && (
        <Stack gap="lg" mt="lg" className="no-print">
          <RecordTogether kind="member" id={one.id} sharing />
        </Stack>
      )}
    </>
  );
}

function Actions({ member: one, base }: { member: Member; base: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteMember();
  const restore = useRestoreMember();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(
      { id: one.id, version: one.version ?? 0 },
      {
        onSuccess: () => {
          void navigate({ to: base });
          undoNotice({
            id: `deleted-${one.id}`,
            message: t("people.was_deleted", { name: one.name }),
            undo: t("people.undo"),
            onUndo: () => restore.mutateAsync(one.id).catch(fail),
          });
        },
        onError: fail,
      },
    );
  const open = base === "/members" || one.consent?.listing === "everyone";
  return (
    <>
      {one.actions.includes("replace_member") && (
        <Button
          component={Link}
          to={`/network/members/${one.id}/edit`}
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          {t("network.profile.edit")}
        </Button>
      )}
      <CopyButton value={`${window.location.origin}${open ? "/members" : base}/${one.id}`}>
        {({ copied, copy }) => (
          <Button variant="default" leftSection={<IconLink size={18} aria-hidden />} onClick={copy}>
            {t(copied ? "network.profile.copied" : "network.profile.copy_link")}
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t("network.profile.print")}
      </Button>
      {one.actions.includes("delete_member") && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          loading={remove.isPending}
          onClick={putAway}
        >
          {t("people.delete")}
        </Button>
      )}
    </>
  );
}

/** How much is filled, what is missing, and who may see what is there. */
function Meter({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  const percent = one.completeness ?? 0;
  const listing = one.consent?.listing ?? "nobody";
  return (
    <Stack gap={6} mb="lg" className="panel no-print" p="md">
      <Text fw={600}>{t("network.members.complete", { percent })}</Text>
      <Progress
        value={percent}
        size="lg"
        radius="xl"
        color={percent < 60 ? "gam" : "teal"}
        aria-label={t("network.members.complete", { percent })}
      />
      {one.missing && one.missing.length > 0 && (
        <Text size="sm">
          {t("network.profile.missing", {
            list: one.missing.map((name) => t(`network.missing.${name}`)).join(", "),
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t(`network.profile.shown_to.${listing}`)}
        {one.consent?.valid_until &&
          ` ${t("network.profile.consent_until", { day: one.consent.valid_until })}`}
      </Text>
    </Stack>
  );
}
