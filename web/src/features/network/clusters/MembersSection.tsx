// SPDX-License-Identifier: Apache-2.0
import {
  Anchor,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Skeleton,
  Table,
  VisuallyHidden,
} from "@mantine/core";
import { IconPencil, IconPlus, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { SearchInput } from "../../../components/SearchInput";
import stacked from "../../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { FictitiousBadge, KindBadge } from "../../people/badges";
import { countryName } from "../../people/countries";
import { type Cluster, type Membership, memberListQuery } from "./api";
import { MembershipDialog } from "./MembershipDialog";

/** Who belongs to the cluster, and who once did. */
export function MembersSection({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const [open, setOpen] = useState<Membership | "new">();
  const q = urlText(search.q);
  const past = search.time === "past";
  const list = useInfiniteQuery(memberListQuery(cluster.id, past ? "past" : "now", q));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = cluster.actions.includes("add_cluster_member") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("network.membership.add")}
    </Button>
  );
  return (
    <>
      <Group mb="md" align="flex-end">
        <SearchInput
          label={t("common.search")}
          placeholder={t("network.membership.search")}
          value={q}
          onSearch={(text) => update({ q: text || undefined })}
        />
        <SegmentedControl
          aria-label={t("network.membership.time")}
          value={past ? "past" : "now"}
          onChange={(next) => update({ time: next === "past" ? "past" : undefined })}
          data={[
            { value: "now", label: t("network.membership.now") },
            { value: "past", label: t("network.membership.past") },
          ]}
        />
        {add}
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={200} radius="lg" />}
      {list.data && found.length === 0 && (
        <EmptyState
          icon={<IconUsers size={32} />}
          title={t(q ? "network.membership.no_match" : "network.membership.none")}
          text={t(q ? "network.no_match_text" : "network.membership.none_text")}
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <MemberTable members={found} onEdit={setOpen} />
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
      {open && (
        <MembershipDialog
          cluster={cluster}
          onClose={() => setOpen(undefined)}
          {...(open !== "new" && { membership: open })}
        />
      )}
    </>
  );
}

function MemberTable({ members, onEdit }: { members: Membership[]; onEdit: (one: Membership) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const language = currentLanguage();
  return (
    <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.membership.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("people.field.names")}</Table.Th>
          <Table.Th scope="col">{t("people.field.kind")}</Table.Th>
          <Table.Th scope="col">{t("people.field.country")}</Table.Th>
          <Table.Th scope="col">{t("network.membership.from")}</Table.Th>
          <Table.Th scope="col">{t("network.membership.until")}</Table.Th>
          <Table.Th scope="col">
            <VisuallyHidden>{t("people.edit")}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Group gap={8}>
                {may("get_organisation") ? (
                  <Anchor component={Link} to={`/organisations/${one.organisation}`} fw={600}>
                    {one.name}
                  </Anchor>
                ) : (
                  <strong>{one.name}</strong>
                )}
                {one.fictitious && <FictitiousBadge />}
              </Group>
            </Table.Td>
            <Table.Td data-label={t("people.field.kind")}>
              <KindBadge kind={one.kind} />
            </Table.Td>
            <Table.Td data-label={t("people.field.country")}>{countryName(one.country, language)}</Table.Td>
            <Table.Td data-label={t("network.membership.from")} className="num">
              {one.from ?? "–"}
            </Table.Td>
            <Table.Td data-label={t("network.membership.until")} className="num">
              {one.until ?? "–"}
            </Table.Td>
            <Table.Td className={stacked.actions}>
              {one.actions.includes("change_cluster_member") && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={t("network.membership.edit_named", { name: one.name })}
                  onClick={() => onEdit(one)}
                >
                  <IconPencil size={18} aria-hidden />
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
