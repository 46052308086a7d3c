// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Paper, Skeleton, Stack, Tabs } from "@mantine/core";
import { IconPencil, IconPrinter, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { problemSentence } from "../../../api/problems";
import { useMay } from "../../../app/session";
import { notice, undoNotice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useUrlState } from "../../../hooks/useUrlState";
import { History } from "../../oversight/History";
import { FictitiousBadge } from "../../people/badges";
import { RecordTogether } from "../../together/RecordTogether";
import { NetworkTabs } from "../NetworkTabs";
import { type Cluster, clusterHistoryQuery, clusterQuery, useDeleteCluster, useRestoreCluster } from "./api";
import { StandingBadge } from "./badges";
import { ClusterDialog } from "./ClusterDialog";
import { ClusterProfile } from "./ClusterProfile";
import { MembersSection } from "./MembersSection";
import { Validation } from "./Validation";

export function ClusterPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { clusterId: id } = useParams({ from: "/app/network/clusters/$clusterId" });
  const [search, update] = useUrlState();
  const { data: one, error, refetch } = useQuery(clusterQuery(id));
  const history = useInfiniteQuery(clusterHistoryQuery(id, may("list_cluster_history")));
  const [editing, setEditing] = useState(false);
  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  const tab = search.tab === "members" || search.tab === "history" ? search.tab : "profile";
  return (
    <>
      <PageHeader
        title={one.name}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("network.clusters.title"), to: "/network/clusters" },
          { label: one.name },
        ]}
        badges={
          <>
            <StandingBadge standing={one.standing} />
            {one.fictitious && <FictitiousBadge />}
          </>
        }
        actions={<Actions cluster={one} onEdit={() => setEditing(true)} />}
      />
      <NetworkTabs />
      {one.fictitious && (
        <Alert color="gam" mb="md">
          {t("network.clusters.fictitious_text")}
        </Alert>
      )}
      <Tabs
        value={tab}
        onChange={(next) => update({ tab: next === "profile" ? undefined : next })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className="no-print">
          <Tabs.Tab value="profile">{t("network.clusters.profile")}</Tabs.Tab>
          <Tabs.Tab value="members">{t("network.clusters.members", { count: one.members })}</Tabs.Tab>
          {may("list_cluster_history") && <Tabs.Tab value="history">{t("audit.history")}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="profile">
          <Stack gap="lg">
            <ClusterProfile cluster={one} />
            <Paper className="panel" p={{ base: "md", sm: "lg" }}>
              <Validation validation={one.validation} />
            </Paper>
            <RecordTogether kind="cluster" id={one.id} sharing />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MembersSection cluster={one} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History query={history} />
        </Tabs.Panel>
      </Tabs>
      {editing && <ClusterDialog cluster={one} onClose={() => setEditing(false)} />}
    </>
  );
}

function Actions({ cluster: one, onEdit }: { cluster: Cluster; onEdit: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteCluster();
  const restore = useRestoreCluster();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: "/network/clusters" });
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name: one.name }),
          undo: t("people.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        });
      },
      onError: fail,
    });
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t("network.print")}
      </Button>
      {one.actions.includes("delete_cluster") && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          loading={remove.isPending}
          onClick={putAway}
        >
          {t("people.delete")}
        </Button>
      )}
      {one.actions.includes("replace_cluster") && (
        <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t("people.edit")}
        </Button>
      )}
    </Group>
  );
}
