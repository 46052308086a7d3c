// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { EmptyState } from "../../components/EmptyState";
import { notice, undoNotice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import type { Organisation } from "./api";
import { FictitiousBadge, KindBadge } from "./badges";
import { countryName } from "./countries";
import { doublesQuery, type OrganisationDouble, useTellApart } from "./doublesApi";
import { Waterfall } from "./Waterfall";

export function DoublesList(props: { apart: boolean; onCompare: (pair: OrganisationDouble) => void }) {
  const { t } = useTranslation();
  const { apart, onCompare } = props;
  const list = useInfiniteQuery(doublesQuery(apart));
  const pairs = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  return (
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && pairs.length === 0 && (
        <EmptyState
          icon={<IconCopyCheck size={32} />}
          title={t(apart ? "people.doubles.none_apart" : "people.doubles.none")}
          text={t(apart ? "people.doubles.none_apart_text" : "people.doubles.none_text")}
        />
      )}
      {pairs.length > 0 && (
        <Stack>
          <Text c="dimmed">{t("people.doubles.count", { count: list.data?.pages[0]?.total })}</Text>
          {pairs.map((pair) => (
            <PairCard key={pair.one.id + pair.other.id} pair={pair} onCompare={() => onCompare(pair)} />
          ))}
        </Stack>
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

function PairCard({ pair, onCompare }: { pair: OrganisationDouble; onCompare: () => void }) {
  const { t } = useTranslation();
  const names = { one: pair.one.name, other: pair.other.name };
  return (
    <Paper component="article" className="panel" p={{ base: "md", sm: "lg" }}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <Title order={2} size="h4">
          {t("people.doubles.pair", names)}
        </Title>
        {pair.likelihood && (
          <Badge
            variant="light"
            color={pair.likelihood === "possible" ? "gray" : "gam"}
            c={pair.likelihood === "possible" ? "var(--dure-ink)" : undefined}
            radius="sm"
            tt="none"
          >
            {t(`people.doubles.likelihood.${pair.likelihood}`)}
          </Badge>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="md">
        <Record organisation={pair.one} />
        <Record organisation={pair.other} />
      </SimpleGrid>
      {pair.parts.length > 0 && (
        <>
          <Title order={3} size="h5">
            {t("people.doubles.why")}
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            {t("people.doubles.weight_text")}
          </Text>
          <Waterfall pair={pair} />
        </>
      )}
      <Group mt="md">
        <Button aria-label={t("people.doubles.compare_named", names)} onClick={onCompare}>
          {t("people.doubles.compare")}
        </Button>
        <ApartButton pair={pair} />
      </Group>
    </Paper>
  );
}

function Record({ organisation: one }: { organisation: Organisation }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap={8}>
        <Anchor component={Link} to={`/organisations/${one.id}`} fw={600}>
          {one.name}
        </Anchor>
        <KindBadge kind={one.kind} />
        {one.fictitious && <FictitiousBadge />}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {[
          countryName(one.country, currentLanguage()),
          one.registration_number,
          one.web,
          one.address,
          t("people.merge.by", { name: one.owner_name, when: one.created.slice(0, 10) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </div>
  );
}

function ApartButton({ pair }: { pair: OrganisationDouble }) {
  const { t } = useTranslation();
  const tell = useTellApart();
  const names = { one: pair.one.name, other: pair.other.name };
  const say = (apart: boolean) => ({ one: pair.one.id, other: pair.other.id, apart });
  const onError = (error: unknown) => notice("red", problemSentence(t, error));
  if (pair.apart)
    return (
      <Button
        variant="default"
        loading={tell.isPending}
        aria-label={t("people.doubles.forget_named", names)}
        onClick={() => tell.mutate(say(false), { onError })}
      >
        {t("people.doubles.forget")}
      </Button>
    );
  return (
    <Button
      variant="default"
      loading={tell.isPending}
      aria-label={t("people.doubles.different_named", names)}
      onClick={() =>
        tell.mutate(say(true), {
          onSuccess: () =>
            undoNotice({
              id: `apart-${pair.one.id}-${pair.other.id}`,
              message: t("people.doubles.told_apart", names),
              undo: t("people.undo"),
              onUndo: () => tell.mutateAsync(say(false)).catch(onError),
            }),
          onError,
        })
      }
    >
      {t("people.doubles.different")}
    </Button>
  );
}
