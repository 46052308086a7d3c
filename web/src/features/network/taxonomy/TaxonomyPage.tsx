// SPDX-License-Identifier: Apache-2.0
import {
  Badge,
  Button,
  Group,
  Paper,
  Skeleton,
  Stack,
  Table,
  Tabs,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { IconDownload, IconPlus, IconSearch, IconUpload } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import stacked from "../../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { languageName } from "../../people/countries";
import { NetworkTabs } from "../NetworkTabs";
import { type Concept, type ConceptFilter, conceptListQuery, taxonomyQuery } from "./api";
import { ConceptDialog } from "./ConceptDialog";
import { CoverageTable } from "./CoverageTable";
import { HsCodes } from "./HsCodes";
import { ImportDialog } from "./ImportDialog";
import { TaxonomyFilters } from "./TaxonomyFilters";

const kStates = ["reviewed", "unreviewed", "missing"] as const;

function filterOf(search: Record<string, unknown>): ConceptFilter {
  const field = urlText(search.field);
  const language = urlText(search.language);
  const state = kStates.find((known) => known === search.state);
  return {
    q: urlText(search.q),
    deleted: search.view === "deleted",
    ...(field && { field }),
    ...(language && { language }),
    ...(state && { state }),
  };
}

export function TaxonomyPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const [open, setOpen] = useState<string | "new" | "import">();
  const tab = search.tab === "languages" || search.tab === "hs" ? search.tab : "concepts";
  const counts = useQuery(taxonomyQuery);
  return (
    <>
      <PageHeader
        title={t("network.taxonomy.title")}
        description={t("network.taxonomy.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.network.name") },
          { label: t("network.taxonomy.title") },
        ]}
        actions={
          <>
            <Button
              component="a"
              variant="default"
              href="/api/v1/network/taxonomy/export"
              download
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t("network.taxonomy.export")}
            </Button>
            {may("import_taxonomy") && (
              <Button
                variant="default"
                leftSection={<IconUpload size={18} aria-hidden />}
                onClick={() => setOpen("import")}
              >
                {t("network.taxonomy.import")}
              </Button>
            )}
            {may("create_concept") && (
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
                {t("network.taxonomy.create")}
              </Button>
            )}
          </>
        }
      />
      <NetworkTabs />
      <Tabs
        value={tab}
        onChange={(next) => update({ tab: next === "concepts" ? undefined : next })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="concepts">
            {t("network.taxonomy.concepts", { count: counts.data?.concepts ?? 0 })}
          </Tabs.Tab>
          <Tabs.Tab value="languages">{t("network.taxonomy.languages")}</Tabs.Tab>
          <Tabs.Tab value="hs">{t("network.hs.title")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="concepts">
          <Concepts filter={filterOf(search)} update={update} onOpen={setOpen} />
        </Tabs.Panel>
        <Tabs.Panel value="languages">
          <ProblemAlert error={counts.error} onRetry={() => void counts.refetch()} />
          {counts.isPending && <Skeleton h={240} radius="lg" />}
          {counts.data && <CoverageTable counts={counts.data} />}
        </Tabs.Panel>
        <Tabs.Panel value="hs">
          <HsCodes />
        </Tabs.Panel>
      </Tabs>
      {open === "import" && <ImportDialog onClose={() => setOpen(undefined)} />}
      {open && open !== "import" && (
        <ConceptDialog onClose={() => setOpen(undefined)} {...(open !== "new" && { id: open })} />
      )}
    </>
  );
}

function Concepts(props: {
  filter: ConceptFilter;
  update: (patch: Record<string, unknown>) => void;
  onOpen: (id: string) => void;
}) {
  const { filter, update, onOpen } = props;
  const { t } = useTranslation();
  const list = useInfiniteQuery(conceptListQuery(filter));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <TaxonomyFilters filter={filter} update={update} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && found.length === 0 && (
        <EmptyState
          icon={<IconSearch size={32} />}
          title={t("network.taxonomy.no_match")}
          text={t("network.no_match_text")}
          action={
            <Button
              variant="default"
              onClick={() =>
                update({
                  q: undefined,
                  field: undefined,
                  language: undefined,
                  state: undefined,
                  view: undefined,
                })
              }
            >
              {t("people.clear")}
            </Button>
          }
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <ConceptTable concepts={found} onOpen={onOpen} />
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
    </>
  );
}

function ConceptTable({ concepts, onOpen }: { concepts: Concept[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.taxonomy.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("network.taxonomy.concept")}</Table.Th>
          <Table.Th scope="col">{t("network.taxonomy.korean")}</Table.Th>
          <Table.Th scope="col">{t("network.taxonomy.english")}</Table.Th>
          <Table.Th scope="col">{t("network.taxonomy.others")}</Table.Th>
          <Table.Th scope="col">{t("network.taxonomy.reviewed")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {concepts.map((one) => (
          <Row key={one.id} concept={one} onOpen={() => onOpen(one.id)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ concept: one, onOpen }: { concept: Concept; onOpen: () => void }) {
  const { t } = useTranslation();
  const words = (language: string) =>
    one.terms.filter((term) => term.language === language).map(({ term }) => term);
  const others = [...new Set(one.terms.map(({ language }) => language))].filter(
    (language) => language !== "ko" && language !== "en",
  );
  const reviewed = one.terms.filter((term) => term.reviewed).length;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton
          onClick={onOpen}
          c="var(--mantine-color-anchor)"
          fw={600}
          style={{ overflowWrap: "anywhere" }}
        >
          {one.id}
        </UnstyledButton>
      </Table.Td>
      {(["ko", "en"] as const).map((language) => (
        <Table.Td
          key={language}
          data-label={t(language === "ko" ? "network.taxonomy.korean" : "network.taxonomy.english")}
        >
          <Stack gap={0} lang={language}>
            {words(language).map((word, index) => (
              <Text key={word} size={index === 0 ? "md" : "sm"} c={index === 0 ? undefined : "dimmed"}>
                {word}
              </Text>
            ))}
          </Stack>
        </Table.Td>
      ))}
      <Table.Td data-label={t("network.taxonomy.others")}>
        {others.length === 0
          ? "–"
          : others.map((language) => languageName(language, currentLanguage())).join(", ")}
      </Table.Td>
      <Table.Td data-label={t("network.taxonomy.reviewed")}>
        <Badge variant="default" radius="sm" tt="none" className="num">
          {t("network.taxonomy.reviewed_of", { reviewed, all: one.terms.length })}
        </Badge>
      </Table.Td>
    </Table.Tr>
  );
}
