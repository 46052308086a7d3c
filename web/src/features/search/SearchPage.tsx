// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Skeleton, Stack, Tabs, Title } from "@mantine/core";
import { IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import { wrapping } from "../../components/wrapping";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { type FoundGroup, foundOfKindQuery, foundQuery } from "./api";
import { iconOf } from "./kinds";
import { Results } from "./Results";

const kEach = 5;

/** Everything that answers, by kind; one kind in full. What is asked stands in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const q = urlText(search.q).trim();
  const groups = useQuery(foundQuery(q, kEach));
  const found = groups.data ?? [];
  const kind = found.some((group) => group.kind === search.kind) ? urlText(search.kind) : "";
  return (
    <>
      <PageHeader
        title={t("search.title")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("search.title") }]}
      />
      <Group mb="md">
        <SearchInput
          label={t("search.box.label")}
          value={q}
          onSearch={(next) => update({ q: next || undefined })}
        />
      </Group>
      <ProblemAlert error={groups.error} onRetry={() => void groups.refetch()} />
      {q === "" && (
        <EmptyState
          icon={<IconSearch size={32} />}
          title={t("search.start.title")}
          text={t("search.start.text")}
        />
      )}
      {groups.isLoading && q !== "" && <Skeleton h={240} />}
      {q !== "" && groups.isSuccess && found.length === 0 && (
        <EmptyState
          icon={<IconSearchOff size={32} />}
          title={t("search.empty.title", { q })}
          text={t("search.empty.text")}
        />
      )}
      {q !== "" && found.length > 0 && (
        <>
          <Tabs
            value={kind || "all"}
            onChange={(next) => update({ kind: next === "all" ? undefined : next })}
            mb="md"
            aria-label={t("search.kinds")}
          >
            <Tabs.List style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}>
              <Tabs.Tab value="all">{t("search.all")}</Tabs.Tab>
              {found.map((group) => (
                <Tabs.Tab key={group.kind} value={group.kind} style={{ whiteSpace: "nowrap" }}>
                  {t(`search.kind.${group.kind}`)} {group.matches.toLocaleString()}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <div aria-live="polite">
            {kind ? (
              <OneKind q={q} kind={kind} />
            ) : (
              <Stack>
                {found.map((group) => (
                  <GroupPart key={group.kind} group={group} onAll={() => update({ kind: group.kind })} />
                ))}
              </Stack>
            )}
          </div>
        </>
      )}
    </>
  );
}

function GroupHeading({ kind }: { kind: string }) {
  const { t } = useTranslation();
  const Icon = iconOf(kind);
  return (
    <Group gap="xs" mb="xs">
      <Icon size={20} aria-hidden />
      <Title order={2} size="h4">
        {t(`search.kind.${kind}`)}
      </Title>
    </Group>
  );
}

function GroupPart({ group, onAll }: { group: FoundGroup; onAll: () => void }) {
  const { t } = useTranslation();
  const kind = t(`search.kind.${group.kind}`);
  return (
    <Paper component="section" withBorder p="md" aria-label={kind}>
      <GroupHeading kind={group.kind} />
      <Results items={group.items} />
      {group.matches > group.items.length && (
        <Button variant="default" onClick={onAll} mt="xs" {...wrapping}>
          {t("search.all_of", { kind, count: group.matches })}
        </Button>
      )}
    </Paper>
  );
}

function OneKind({ q, kind }: { q: string; kind: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(foundOfKindQuery(q, kind));
  const items = list.data?.pages.flatMap((page) => page?.items ?? []) ?? [];
  return (
    <Paper component="section" withBorder p="md" aria-label={t(`search.kind.${kind}`)}>
      <GroupHeading kind={kind} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isLoading ? <Skeleton h={240} /> : <Results items={items} />}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="xs"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("search.more")}
        </Button>
      )}
    </Paper>
  );
}
