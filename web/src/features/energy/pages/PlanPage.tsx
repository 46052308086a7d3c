// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Badge, Button, Menu, Stack, Tabs } from "@mantine/core";
import { IconDots, IconPlayerPlay } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useMemo, useReducer, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useUnsavedGuard } from "../../../components/useUnsavedGuard";
import { Attachments } from "../../files/Attachments";
import { exportPlan, useCreateRun, useDeletePlan, useSavePlan } from "../api/mutations";
import { findingsQuery, keys, planQuery, type Tagged } from "../api/queries";
import type { FieldError, Plan } from "../api/types";
import { PlanAssumptionCount } from "../assumptions/AssumptionCount";
import { AssumptionsPanel } from "../components/AssumptionsPanel";
import { DraftContext } from "../components/DraftContext";
import { EnsemblesPanel } from "../components/EnsemblesPanel";
import { ExplorePanel } from "../components/ExplorePanel";
import { LimitsPanel } from "../components/LimitsPanel";
import { NewPlanDialog } from "../components/NewPlanDialog";
import { PlanOverview } from "../components/PlanOverview";
import { FieldErrors, ProblemNote } from "../components/problems";
import { useProposal } from "../components/proposal";
import { RunsPanel } from "../components/RunsPanel";
import { SaveBar } from "../components/SaveBar";
import { SeriesPanel } from "../components/SeriesPanel";
import { CardsSkeleton } from "../components/skeletons";
import { download, fileName } from "../lib/download";
import { contentOf, draftOf, isDirty, type PlanTab, reduce } from "../lib/draft";
import { zip } from "../lib/zip";
import { ScenariosPanel } from "../scenarios/ScenariosPanel";
import { text, useUrlState } from "../shell";

const kTabs: PlanTab[] = [
  "overview",
  "explore",
  "assumptions",
  "limits",
  "series",
  "scenarios",
  "runs",
  "uncertainty",
];

export function PlanPage() {
  const { planId = "" } = useParams({ strict: false }) as { planId?: string };
  const { data, error, refetch } = useQuery(planQuery(planId));
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardsSkeleton cards={6} />;
  return <LoadedPlan key={planId} tagged={data} />;
}

function LoadedPlan({ tagged }: { tagged: Tagged<Plan> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  // What the draft started from. A newer version is taken up only while nothing is edited; otherwise saving meets it as a conflict.
  const [ground, setGround] = useState(tagged);
  const { value: plan, etag } = ground;
  const [search, update] = useUrlState();
  const [draft, dispatch] = useReducer(reduce, plan, (loaded) => draftOf(contentOf(loaded)));
  const { data: found } = useQuery({
    ...findingsQuery(plan.id, plan.version),
    placeholderData: keepPreviousData,
  });
  const save = useSavePlan(plan.id);
  const run = useCreateRun(plan.id);
  const navigate = useNavigate();
  const dirty = isDirty(draft);
  const readOnly = !plan.actions.includes("replace_plan") || plan.deleted !== undefined;
  const tab = kTabs.find((known) => known === text(search.tab)) ?? "overview";
  useUnsavedGuard(dirty);
  useProposal(draft.present.model, readOnly, dispatch);

  useEffect(() => {
    if (dirty || tagged.etag === ground.etag) return;
    setGround(tagged);
    dispatch({ type: "saved", sent: draft.present, content: contentOf(tagged.value) });
  }, [tagged, dirty, ground.etag, draft.present]);

  const findings = found ?? kNone;
  const editing = useMemo(
    () => ({
      draft,
      dispatch,
      readOnly,
      findings: findings.map((finding) => ({ ...finding, pointer: `/model${finding.pointer}` })),
    }),
    [draft, findings, readOnly],
  );

  const store = (tag: string, then?: () => void) => {
    const sent = draft.present;
    save.mutate(
      { content: sent, etag: tag },
      {
        onSuccess: ({ data: saved }) => {
          setGround(queries.getQueryData<Tagged<Plan>>(keys.plan(plan.id)) ?? tagged);
          dispatch({ type: "saved", sent, content: contentOf(saved) });
          then?.();
        },
        onError: (problem) => {
          if (problem instanceof ApiError) dispatch({ type: "refused", errors: problem.problem.errors });
        },
      },
    );
  };
  const latest = () => queries.fetchQuery({ ...planQuery(plan.id), staleTime: 0 });
  const takeTheirs = async () => {
    const theirs = await latest();
    setGround(theirs);
    dispatch({ type: "reload", content: contentOf(theirs.value) });
    save.reset();
  };
  const compute = () =>
    run.mutate(
      { label: "", key: crypto.randomUUID() },
      { onSuccess: ({ data: made }) => void navigate({ to: `/energy/runs/${made.id}` } as never) },
    );

  return (
    <DraftContext.Provider value={editing}>
      <PageHeader
        title={plan.name}
        crumbs={[{ label: t("plan.list.title"), to: "/energy/plans" }, { label: plan.name }]}
        description={plan.description}
        badges={<PlanBadges plan={plan} />}
        actions={
          <>
            <PlanMenu plan={plan} />
            {readOnly ? null : (
              <Button
                leftSection={<IconPlayerPlay size={18} aria-hidden />}
                loading={run.isPending || save.isPending}
                disabled={findings.length > 0 && !dirty}
                onClick={() => (dirty ? store(etag, compute) : compute())}
              >
                {dirty ? t("plan.action.save_and_compute") : t("plan.action.compute")}
              </Button>
            )}
          </>
        }
      />
      {run.error ? (
        <Stack gap="xs" mb="md">
          <ProblemNote error={run.error} />
          <FieldErrors error={run.error} />
        </Stack>
      ) : null}
      <Tabs
        value={tab}
        onChange={(next) => update({ tab: next === "overview" ? undefined : next, at: undefined }, true)}
        keepMounted={false}
      >
        <Tabs.List mb="lg" style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}>
          {kTabs.map((one) => (
            <Tabs.Tab key={one} value={one} style={{ flex: "none" }}>
              {t(`plan.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Stack gap="lg">
            <PlanAssumptionCount planId={plan.id} />
            <PlanOverview plan={plan} model={draft.present.model} findings={findings} />
            <Attachments kind="energy_plan" id={plan.id} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="explore">
          <ExplorePanel key={plan.version} plan={plan} dirty={dirty} blocked={findings.length > 0} />
        </Tabs.Panel>
        <Tabs.Panel value="assumptions">
          <Stack mb="md">
            <PlanAssumptionCount planId={plan.id} />
          </Stack>
          <AssumptionsPanel at={text(search.at)} />
        </Tabs.Panel>
        <Tabs.Panel value="limits">
          <LimitsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="series">
          <SeriesPanel
            plan={plan}
            etag={etag}
            blocked={dirty}
            readOnly={readOnly || !plan.actions.includes("put_series")}
            onSaved={(saved) => dispatch({ type: "reload", content: contentOf(saved) })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="scenarios">
          <ScenariosPanel plan={plan} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="uncertainty">
          <EnsemblesPanel plan={plan} readOnly={readOnly} blocked={findings.length > 0} />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <RunsPanel planId={plan.id} {...(readOnly ? {} : { onCompute: compute })} />
        </Tabs.Panel>
      </Tabs>
      {readOnly ? null : (
        <div style={{ position: "sticky", bottom: 12, marginTop: 24, zIndex: 20 }}>
          <SaveBar
            error={save.error}
            pending={save.isPending}
            onSave={() => store(etag)}
            onReload={() => void takeTheirs()}
            onOverwrite={() => void latest().then((theirs) => store(theirs.etag))}
          />
        </div>
      )}
    </DraftContext.Provider>
  );
}

const kNone: FieldError[] = [];

export function PlanBadges({ plan }: { plan: Pick<Plan, "example"> & Partial<Pick<Plan, "model">> }) {
  const { t } = useTranslation();
  const synthetic = plan.model?.series?.some(({ origin }) => origin === "synthetic");
  return (
    <>
      {plan.example ? <Badge variant="light">{t("plan.badge.example")}</Badge> : null}
      {synthetic ? (
        <Badge variant="light" color="orange">
          {t("plan.badge.synthetic")}
        </Badge>
      ) : null}
      {plan.model ? (
        <Badge variant="outline" color="gray" c="dimmed">
          {t("plan.badge.money", { currency: plan.model.currency, year: plan.model.price_year })}
        </Badge>
      ) : null}
    </>
  );
}

function PlanMenu({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeletePlan();
  const [, update] = useUrlState();
  const [search] = useUrlState();
  const files = async (kind: "zip" | "each") => {
    const all = await exportPlan(plan.id);
    if (kind === "zip") download(`${fileName(plan.name)}.zip`, "application/zip", zip(all, new Date()));
    else for (const { name, text: content } of all) download(name, "text/plain", content);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("plan.action.more")}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void files("zip")}>{t("plan.action.export_zip")}</Menu.Item>
          <Menu.Item onClick={() => void files("each")}>{t("plan.action.export_files")}</Menu.Item>
          <Menu.Item onClick={() => update({ copy: plan.id })}>{t("plan.action.copy")}</Menu.Item>
          {plan.actions.includes("delete_plan") ? (
            <Menu.Item
              color="red"
              onClick={() =>
                remove.mutate(plan.id, {
                  onSuccess: () =>
                    void navigate({ to: "/energy/plans", search: { deleted: plan.id } } as never),
                })
              }
            >
              {t("plan.action.delete")}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {text(search.copy) ? <NewPlanDialog copyOf={plan} onClose={() => update({ copy: undefined })} /> : null}
    </>
  );
}
