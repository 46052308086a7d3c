// SPDX-License-Identifier: Apache-2.0
import { Button, Collapse, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconFilter, IconLayoutGrid, IconList, IconMap, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useNarrow } from "../../../components/chart/surroundings";
import { EmptyState } from "../../../components/EmptyState";
import { WorldMap } from "../../../components/map/WorldMap";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { type FacetName, kFacets, type MemberFilter, type MemberPage, memberSearchQuery } from "./api";
import { Chosen, Facets } from "./Facets";
import { HitCards, HitList } from "./Hits";
import { memberCount } from "./labels";
import { MemberSearchBox } from "./MemberSearchBox";
import classes from "./Members.module.css";
import { SavedSearches, SaveSearch } from "./SavedSearches";

const kViews = ["list", "cards", "map"] as const;
type View = (typeof kViews)[number];
const kIcons = { list: IconList, cards: IconLayoutGrid, map: IconMap };

function filterOf(search: Record<string, unknown>): MemberFilter {
  const values: MemberFilter["values"] = {};
  for (const name of kFacets) {
    const chosen = urlText(search[name]).split(",").filter(Boolean);
    if (chosen.length > 0) values[name] = chosen;
  }
  return { q: urlText(search.q), values };
}

/** The search over the members with its facets, for people who are signed in and for everyone. */
export function Directory({ base, keeps = false }: { base: string; keeps?: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [search, update] = useUrlState();
  const [open, { toggle }] = useDisclosure(false);
  const filter = filterOf(search);
  const view: View = kViews.find((known) => known === search.view) ?? "list";
  const list = useInfiniteQuery(memberSearchQuery(filter));
  const page = list.data?.pages[0];
  const change = (name: FacetName, values: string[]) =>
    update({ [name]: values.length > 0 ? values.join(",") : undefined });
  const facets = <Facets page={page} filter={filter} onChange={change} />;
  return (
    <>
      <div className={classes.hero}>
        <MemberSearchBox
          value={filter.q}
          onSearch={(q) => update({ q: q || undefined })}
          onMember={(id) => void navigate({ to: `${base}/${id}` })}
        />
        <Chosen page={page} filter={filter} onChange={change} />
      </div>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <div className={classes.beside}>
        {narrow ? (
          <div>
            <Button
              variant="default"
              fullWidth
              leftSection={<IconFilter size={18} aria-hidden />}
              aria-expanded={open}
              onClick={toggle}
            >
              {t("network.members.filters")}
            </Button>
            <Collapse expanded={open} mt="sm">
              {facets}
            </Collapse>
          </div>
        ) : (
          <aside aria-label={t("network.members.filters")}>{facets}</aside>
        )}
        <Stack gap="md" miw={0}>
          {keeps && <SavedSearches wanted={urlText(search.saved) || undefined} />}
          <Group justify="space-between">
            <Text fw={600} role="status">
              {page ? memberCount(t, currentLanguage(), page.matches) : t("common.loading")}
            </Text>
            <Group gap="xs">
              {keeps && <SaveSearch filter={filter} />}
              <SegmentedControl
                aria-label={t("network.members.view")}
                value={view}
                onChange={(next) => update({ view: next === "list" ? undefined : next })}
                data={kViews.map((value) => {
                  const Icon = kIcons[value];
                  return {
                    value,
                    label: (
                      <Group gap={6} wrap="nowrap">
                        <Icon size={18} aria-hidden />
                        {t(`network.members.views.${value}`)}
                      </Group>
                    ),
                  };
                })}
              />
            </Group>
          </Group>
          {list.isPending && <Skeleton h={420} radius="lg" />}
          {page && (
            <Found view={view} pages={list.data?.pages ?? []} base={base} change={change} filter={filter} />
          )}
          {page && page.matches === 0 && (
            <EmptyState
              icon={<IconSearch size={32} />}
              title={t("network.members.nothing")}
              text={t("network.members.nothing_text")}
              action={
                <Button
                  variant="default"
                  onClick={() =>
                    update({ q: undefined, ...Object.fromEntries(kFacets.map((name) => [name, undefined])) })
                  }
                >
                  {t("people.clear")}
                </Button>
              }
            />
          )}
          {view !== "map" && list.hasNextPage && (
            <Group justify="center">
              <Button
                variant="default"
                onClick={() => void list.fetchNextPage()}
                loading={list.isFetchingNextPage}
              >
                {t("common.more")}
              </Button>
            </Group>
          )}
          <OpenData />
        </Stack>
      </div>
    </>
  );
}

function Found(props: {
  view: View;
  pages: MemberPage[];
  base: string;
  filter: MemberFilter;
  change: (name: FacetName, values: string[]) => void;
}) {
  const { t } = useTranslation();
  const { view, pages, base, filter, change } = props;
  const line = useSourceLine();
  const hits = pages.flatMap((one) => one.items);
  const labels = Object.assign({}, ...pages.map((one) => one.labels));
  if (hits.length === 0) return null;
  if (view === "list") return <HitList hits={hits} labels={labels} base={base} />;
  if (view === "cards") return <HitCards hits={hits} labels={labels} base={base} />;
  const values = pages[0]?.facets.find(({ name }) => name === "country")?.values ?? [];
  const chosen = filter.values.country ?? [];
  return (
    <div className="panel" style={{ padding: "var(--mantine-spacing-md)" }}>
      <WorldMap
        title={t("network.members.map")}
        description={t("network.members.map_text", {
          countries: values.length,
          members: values.reduce((sum, { count }) => sum + count, 0),
        })}
        values={values.map(({ value, count }) => ({ country: value as never, value: count }))}
        text={(count) => memberCount(t, currentLanguage(), count)}
        column={t("network.members.title")}
        source={line({
          names: [t("network.growth.register")],
          fictitious: hits.some(({ fictitious }) => fictitious),
        })}
        fileName="members"
        {...(chosen.length === 1 && { selected: chosen[0] as string })}
        onSelect={(country) => change("country", country ? [country] : [])}
      />
    </div>
  );
}

/** Everything that members show to everyone, as files. */
function OpenData() {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Group gap="xs" className="no-print" lang={language}>
      <Text size="sm" c="dimmed">
        {t("network.open_data")}
      </Text>
      {(["csv", "json"] as const).map((format) => (
        <Button
          key={format}
          component="a"
          href={`/api/v1/network/open_data?format=${format}`}
          download
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}
