// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconChartLine, IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { Fact } from "../people/Fact";
import { type Figure, figureHistoryQuery, figureQuery, useDeleteFigure, useRestoreFigure } from "./api";
import { cityCrumbs } from "./CityNav";
import { FigureDialog } from "./FigureDialog";
import { type Names, periodText, textIn, useNames, valueText } from "./names";
import { SourceDrawer } from "./SourceDrawer";
import { SourceLine } from "./SourceLine";

/** One figure: its value with unit and year, its source, what it is made of, its history. */
export function FigurePage() {
  const { t } = useTranslation();
  const { figureId } = useParams({ from: "/app/energy/figures/$figureId" });
  // A row of a wide table has become several figures: the first of them stands for it.
  const id = figureId.split(",")[0] ?? figureId;
  const { data: one, error, refetch } = useQuery(figureQuery(id));
  const history = useInfiniteQuery(figureHistoryQuery(id));
  const names = useNames();
  const [search, update] = useUrlState();
  const [editing, setEditing] = useState(false);
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one || !names)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  const title = [names.indicator(one.indicator), names.part(one)].filter(Boolean).join(" · ");
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          ...cityCrumbs(t, t("figures.list.title")).slice(0, 3),
          { label: t("figures.list.title"), to: "/energy/figures" },
          { label: title },
        ]}
        badges={<Badge variant="light">{t(`figures.kind.${one.kind}`)}</Badge>}
        actions={<Actions one={one} onEdit={() => setEditing(true)} />}
      />
      <Stack gap="lg">
        <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
          <Text className="num" fz={32} fw={700} lh={1.2}>
            {valueText(one.value, one.unit, names.language)}
          </Text>
          <Text mb="md">
            {`${names.region(one.region)} · ${periodText(one.period, names.language, t("figures.undated"))}`}
          </Text>
          <SimpleGrid component="dl" cols={{ base: 1, sm: 2, lg: 3 }} m={0}>
            <Fact label={t("figures.field.source")}>
              <SourceLine one={one} onOpen={(open) => update({ open })} />
            </Fact>
            <Fact label={t("figures.field.method")}>{t(`figures.method.${one.method}`)}</Fact>
            <Fact label={t("figures.field.entered")}>
              {`${one.owner_name ?? t("figures.came_with_dure")} · ${formatInstant(one.updated, names.language)}`}
            </Fact>
            {one.low !== undefined && (
              <Fact label={t("figures.field.low")}>{valueText(one.low, one.unit, names.language)}</Fact>
            )}
            {one.high !== undefined && (
              <Fact label={t("figures.field.high")}>{valueText(one.high, one.unit, names.language)}</Fact>
            )}
            {one.price_year !== undefined && (
              <Fact label={t("figures.field.price_year")}>{one.price_year}</Fact>
            )}
            {(one.basis_ko || one.basis_en) && (
              <Fact label={t("figures.field.basis")}>
                {textIn(one.basis_ko, one.basis_en, names.language)}
              </Fact>
            )}
            {one.baseline && <Fact label={t("figures.field.baseline")}>{names.baseline(one.baseline)}</Fact>}
            {(one.note_ko || one.note_en) && (
              <Fact label={t("figures.field.note")}>{textIn(one.note_ko, one.note_en, names.language)}</Fact>
            )}
            {one.code && <Fact label={t("figures.field.code")}>{one.code}</Fact>}
          </SimpleGrid>
        </Paper>
        <Others title={t("figures.derived_from")} list={one.inputs} names={names} />
        <Others title={t("figures.used_by")} list={one.used_by} names={names} />
        <History query={history} />
      </Stack>
      {editing && <FigureDialog names={names} figure={one} onClose={() => setEditing(false)} />}
      <SourceDrawer id={urlText(search.open) || undefined} onClose={() => update({ open: undefined })} />
    </>
  );
}

/** Figures that this one is made of, or that are made of it. */
function Others({ title, list, names }: { title: string; list: Figure[]; names: Names }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h3" mb="md">
        {title}
      </Title>
      <Stack gap="xs">
        {list.map((one) => (
          <div key={one.id}>
            <Anchor component={Link} to={`/energy/figures/${one.id}` as string}>
              {names.figure(one)}
            </Anchor>
            <Text size="sm" className="num">
              {`${valueText(one.value, one.unit, names.language)} · ${periodText(one.period, names.language, t("figures.undated"))}`}
            </Text>
            <SourceLine one={one} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

function Actions({ one, onEdit }: { one: Figure; onEdit: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteFigure();
  const restore = useRestoreFigure();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: "/energy/figures" });
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("figures.deleted"),
          undo: t("figures.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        });
      },
      onError: fail,
    });
  return (
    <>
      <Button
        component={Link}
        to={`/energy/indicators?indicator=${one.indicator}&region=${one.region}` as string}
        variant="default"
        leftSection={<IconChartLine size={18} aria-hidden />}
      >
        {t("figures.indicator.choose")}
      </Button>
      {one.actions.includes("replace_figure") && (
        <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t("figures.edit")}
        </Button>
      )}
      {one.actions.includes("restore_figure") && (
        <Button variant="default" onClick={() => restore.mutate(one.id, { onError: fail })}>
          {t("figures.restore")}
        </Button>
      )}
      {one.actions.includes("delete_figure") && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          loading={remove.isPending}
          onClick={putAway}
        >
          {t("figures.delete")}
        </Button>
      )}
    </>
  );
}
