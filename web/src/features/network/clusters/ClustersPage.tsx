// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Menu, Paper, SegmentedControl, Skeleton } from "@mantine/core";
import { IconAffiliate, IconDownload, IconPlus, IconScale, IconSearch, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useMay } from "../../../app/session";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { EmptyState } from "../../../components/EmptyState";
import { WorldMap } from "../../../components/map/WorldMap";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { isCountry } from "../../people/countries";
import { growthQuery } from "../growth/api";
import { NetworkTabs } from "../NetworkTabs";
import { type ClusterFilter, clusterExportUrl, clusterListQuery, kSorts, kStandings } from "./api";
import { ClusterDialog } from "./ClusterDialog";
import { ClusterFilters } from "./ClusterFilters";
import { ClusterTable } from "./ClusterTable";
import { RuleDialog } from "./RuleDialog";

function filterOf(search: Record<string, unknown>): ClusterFilter {
  const standing = kStandings.find((known) => known === search.standing);
  return {
    q: urlText(search.q),
    sort: kSorts.find((known) => known === search.sort) ?? "name",
    deleted: search.view === "deleted",
    ...(standing && { standing }),
    ...(isCountry(search.country) && { country: search.country }),
  };
}

export function ClustersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [open, setOpen] = useState<"new" | "rule">();
  const filter = filterOf(search);
  const list = useInfiniteQuery(clusterListQuery(filter));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_cluster") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("network.clusters.create")}
    </Button>
  );
  const onMap = search.show === "map";
  return (
    <>
      <PageHeader
        title={t("network.clusters.title")}
        description={t("network.clusters.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.network.name") },
          { label: t("network.clusters.title") },
        ]}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconScale size={18} aria-hidden />}
              onClick={() => setOpen("rule")}
            >
              {t("network.rule.title")}
            </Button>
            <Downloads filter={filter} />
            {create}
          </>
        }
      />
      <NetworkTabs />
      <ClusterFilters filter={filter} update={update} />
      <SegmentedControl
        mb="md"
        className="no-print"
        aria-label={t("network.clusters.show")}
        value={onMap ? "map" : "list"}
        onChange={(next) => update({ show: next === "map" ? "map" : undefined })}
        data={[
          { value: "list", label: t("network.clusters.as_list") },
          { value: "map", label: t("network.clusters.as_map") },
        ]}
      />
      {onMap && (
        <ClusterMap
          selected={filter.country}
          onSelect={(country) => update({ country, standing: country ? "member" : undefined })}
        />
      )}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && found.length === 0 && (
        <Nothing
          filter={filter}
          create={create}
          onClear={() => update({ q: undefined, standing: undefined, country: undefined })}
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <ClusterTable clusters={found} />
        </Paper>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            {t("common.more")}
          </Button>
        </Group>
      )}
      {open === "new" && (
        <ClusterDialog
          onClose={() => setOpen(undefined)}
          onSaved={({ id }) =>
            void navigate({ to: "/network/clusters/$clusterId", params: { clusterId: id } })
          }
        />
      )}
      {open === "rule" && <RuleDialog onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** Clusters that belong to the network today, by country; a country chosen filters the list below. */
function ClusterMap(props: {
  selected: string | undefined;
  onSelect: (country: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const growth = useQuery(growthQuery);
  const line = useSourceLine();
  if (growth.error) return <ProblemAlert error={growth.error} onRetry={() => void growth.refetch()} />;
  if (!growth.data) return <Skeleton h={420} mb="md" radius="lg" />;
  const values = growth.data.countries.map(({ country, clusters, fictitious }) => ({
    country,
    value: clusters + fictitious,
    ...(fictitious > 0 && { note: t("network.clusters.of_them_fictitious", { count: fictitious }) }),
  }));
  const count = values.reduce((sum, { value }) => sum + value, 0);
  const invented = growth.data.countries.reduce((sum, { fictitious }) => sum + fictitious, 0);
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} mb="lg">
      <WorldMap
        title={t("network.clusters.map")}
        description={t("network.clusters.map_text", { count, countries: values.length, invented })}
        values={values}
        text={(value) => t("network.clusters.count", { count: value })}
        column={t("network.clusters.title")}
        source={line({ names: [t("network.growth.register")], fictitious: invented > 0 })}
        fileName="clusters-by-country"
        onSelect={props.onSelect}
        {...(props.selected && { selected: props.selected })}
      />
    </Paper>
  );
}

function Downloads({ filter }: { filter: ClusterFilter }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t("network.download")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["csv", "xlsx"] as const).map((format) => (
          <Menu.Item key={format} component="a" href={clusterExportUrl(filter, format)} download>
            {format.toUpperCase()}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Nothing(props: { filter: ClusterFilter; create: React.ReactNode; onClear: () => void }) {
  const { t } = useTranslation();
  const { q, standing, country, deleted } = props.filter;
  if (q || standing || country)
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("network.clusters.no_match")}
        text={t("network.no_match_text")}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t("people.clear")}
          </Button>
        }
      />
    );
  if (deleted)
    return (
      <EmptyState
        icon={<IconTrash size={32} />}
        title={t("people.none_deleted")}
        text={t("people.none_deleted_text")}
      />
    );
  return (
    <EmptyState
      icon={<IconAffiliate size={32} />}
      title={t("network.clusters.none")}
      text={t("network.clusters.none_text")}
      action={props.create}
    />
  );
}
