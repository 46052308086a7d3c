// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  Stack,
  Tabs,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconArrowsDiff, IconDots } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChartSource } from "../../../components/chart/source";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { RunApproval } from "../../approvals/RunApproval";
import { useDeleteRun, useRenameRun } from "../api/mutations";
import { planQuery, runList, runModelQuery, runQuery, type Tagged } from "../api/queries";
import type { Network, Run } from "../api/types";
import { useJob } from "../api/useJob";
import { AssumptionCount } from "../assumptions/AssumptionCount";
import { AdequacyPanel } from "../components/AdequacyPanel";
import { BalancePanel } from "../components/BalancePanel";
import { CapacityCharts } from "../components/CapacityCharts";
import { DifferencesTable } from "../components/DifferencesTable";
import { DispatchPanel } from "../components/DispatchPanel";
import { EconomicsPanel } from "../components/EconomicsPanel";
import { CertificateCard, Headline } from "../components/Headline";
import { LimitsResult } from "../components/LimitsResult";
import { MoneyChoice, useShownMoney } from "../components/MoneyChoice";
import { PricesPanel } from "../components/PricesPanel";
import { ProblemNote } from "../components/problems";
import { RunOutcome } from "../components/RunOutcome";
import { RunProgress } from "../components/RunProgress";
import { RunStatusBadge, useRunName } from "../components/RunStatusBadge";
import { ResultsContext } from "../components/results";
import { useRunSource } from "../components/runSource";
import { SummaryButton } from "../components/SummaryButton";
import { CardsSkeleton, TableSkeleton } from "../components/skeletons";
import { TablesPanel } from "../components/TablesPanel";
import { formatInstant } from "../lib/format";
import { text, useLanguage, useUrlState } from "../shell";

void import("../../../components/chart/engine").catch(() => undefined);

const kTabs = ["overview", "dispatch", "balance", "prices", "economics", "tables", "inputs"] as const;

export function RunPage() {
  const { runId = "" } = useParams({ strict: false }) as { runId?: string };
  const { data, error, refetch } = useQuery(runQuery(runId));
  // Asked for at once, not after the run has come: the first chart waits for all three.
  useQuery(runModelQuery(runId));
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardsSkeleton cards={8} height={110} />;
  return <LoadedRun tagged={data} />;
}

function LoadedRun({ tagged }: { tagged: Tagged<Run> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useRunName();
  const run = tagged.value;
  const { data: model } = useQuery(runModelQuery(run.id));
  const { job, live } = useJob(run.job, run.id);
  const moving = run.status === "queued" || run.status === "running";
  return (
    <Stack gap="lg">
      <PageHeader
        title={name(run)}
        crumbs={[
          { label: t("plan.list.title"), to: "/energy/plans" },
          { label: run.plan_name ?? t("run.plan"), to: `/energy/plans/${run.plan}` },
          { label: name(run) },
        ]}
        description={t("run.made", { owner: run.owner_name, when: formatInstant(run.created, language) })}
        badges={
          <>
            <RunStatusBadge status={run.status} />
            {model?.series?.some(({ origin }) => origin === "synthetic") ? (
              <Badge variant="light" color="orange">
                {t("plan.badge.synthetic")}
              </Badge>
            ) : null}
            {model ? (
              <Badge variant="outline" color="gray" c="dimmed">
                {t("plan.badge.money", { currency: model.currency, year: model.price_year })}
              </Badge>
            ) : null}
          </>
        }
        actions={
          <>
            {model && run.status === "optimal" ? <MoneyChoice run={run} model={model} /> : null}
            <RunActions tagged={tagged} />
          </>
        }
      />
      {moving ? <RunProgress run={run} job={job} live={live} /> : null}
      {!moving && run.status !== "optimal" ? <RunOutcome run={run} job={job} model={model} /> : null}
      {run.status === "optimal" && run.result ? (
        model ? (
          <Answer run={run} model={model} />
        ) : (
          <CardsSkeleton cards={8} height={110} />
        )
      ) : null}
      {!moving && run.status !== "optimal" && model ? <Inputs run={run} model={model} /> : null}
    </Stack>
  );
}

function Answer({ run, model }: { run: Run; model: Network }) {
  const { t } = useTranslation();
  const shown = useShownMoney(run, model);
  const source = [useRunSource(run, model), shown.note].filter(Boolean).join(" ");
  const [search, update] = useUrlState();
  const tab = kTabs.find((known) => known === text(search.tab)) ?? "overview";
  if (!run.result) return null;
  const results = {
    files: `${run.plan_name ?? ""} ${run.number}`,
    run,
    result: run.result,
    model,
    currency: shown.currency,
  };
  return (
    <ResultsContext.Provider value={results}>
      <ChartSource.Provider value={source}>
        <Tabs
          value={tab}
          onChange={(next) => update({ tab: next === "overview" ? undefined : next }, true)}
          keepMounted={false}
        >
          <Tabs.List mb="lg" style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}>
            {kTabs.map((one) => (
              <Tabs.Tab key={one} value={one} style={{ flex: "none" }}>
                {t(`run.tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="overview">
            <Stack gap="lg">
              <Headline />
              {shown.note ? <Text c="dimmed">{shown.note}</Text> : null}
              {run.assumptions === undefined || run.without_source === undefined ? null : (
                <AssumptionCount
                  planId={run.plan}
                  assumptions={run.assumptions}
                  without={run.without_source}
                />
              )}
              <Shedding run={run} />
              <CertificateCard />
              <LimitsResult />
              <AdequacyPanel />
              <CapacityCharts />
              <RunApproval run={run.id} />
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="dispatch">
            <DispatchPanel />
          </Tabs.Panel>
          <Tabs.Panel value="balance">
            <BalancePanel />
          </Tabs.Panel>
          <Tabs.Panel value="prices">
            <PricesPanel />
          </Tabs.Panel>
          <Tabs.Panel value="economics">
            <EconomicsPanel />
          </Tabs.Panel>
          <Tabs.Panel value="tables">
            <TablesPanel />
          </Tabs.Panel>
          <Tabs.Panel value="inputs">
            <Inputs run={run} model={model} />
          </Tabs.Panel>
        </Tabs>
      </ChartSource.Provider>
    </ResultsContext.Provider>
  );
}

function Shedding({ run }: { run: Run }) {
  const { t } = useTranslation();
  const shed = run.result?.shed_mwh ?? 0;
  if (shed <= 1e-3 * (run.result?.demand_mwh ?? 0) * 1e-3) return null;
  return (
    <Alert color="orange" title={t("run.shed_title")}>
      {t("run.shed_text")}
    </Alert>
  );
}

/// What the run was computed from, against the plan as it is now.
function Inputs({ run, model }: { run: Run; model: Network }) {
  const { t } = useTranslation();
  const { data } = useQuery(planQuery(run.plan));
  return (
    <section aria-labelledby="run-inputs">
      <Title order={2} size="h4" id="run-inputs" mb="xs">
        {t("run.inputs.title")}
      </Title>
      <Text c="dimmed" mb="sm">
        {t("run.inputs.help")}{" "}
        <Anchor
          component={Link}
          to={`/energy/plans/${run.plan}`}
          search={{ tab: "assumptions" } as never}
          underline="always"
        >
          {t("run.inputs.open")}
        </Anchor>
      </Text>
      {data ? (
        <DifferencesTable
          before={model}
          after={data.value.model}
          beforeName={t("run.inputs.this_run")}
          afterName={t("run.inputs.plan_now")}
          same={t("run.inputs.same")}
        />
      ) : (
        <TableSkeleton rows={3} />
      )}
    </section>
  );
}

function RunActions({ tagged }: { tagged: Tagged<Run> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const run = tagged.value;
  const remove = useDeleteRun(run.plan);
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      {run.status === "optimal" ? <SummaryButton run={run.id} /> : null}
      {run.status === "optimal" ? <CompareMenu run={run} /> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("plan.action.more")}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setRenaming(true)}>{t("run.action.rename")}</Menu.Item>
          {run.actions.includes("delete_run") ? (
            <Menu.Item
              color="red"
              onClick={() =>
                remove.mutate(run.id, {
                  onSuccess: () =>
                    void navigate({ to: `/energy/plans/${run.plan}`, search: { tab: "runs" } } as never),
                })
              }
            >
              {t("plan.action.delete")}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {renaming ? <RenameDialog tagged={tagged} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}

function CompareMenu({ run }: { run: Run }) {
  const { t } = useTranslation();
  const name = useRunName();
  const { data } = useInfiniteQuery(runList(run.plan));
  const others =
    data?.pages
      .flatMap(({ items }) => items)
      .filter(({ id, status }) => id !== run.id && status === "optimal") ?? [];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconArrowsDiff size={18} aria-hidden />}>
          {t("run.action.compare")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {others.length === 0 ? <Menu.Label>{t("run.compare.no_other")}</Menu.Label> : null}
        {others.map((other) => (
          <Menu.Item
            key={other.id}
            component={Link}
            to="/energy/compare"
            search={{ a: other.id, b: run.id } as never}
          >
            {name(other)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/energy/compare" search={{ b: run.id } as never}>
          {t("run.compare.choose_plan")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function RenameDialog({
  tagged: { value: run, etag },
  onClose,
}: {
  tagged: Tagged<Run>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const rename = useRenameRun(run.id);
  const [label, setLabel] = useState(run.label);
  const submit = () => rename.mutate({ label: label.trim(), etag }, { onSuccess: onClose });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("run.action.rename")}
      closeButtonProps={{ "aria-label": t("plan.action.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <TextInput
            label={t("run.label")}
            description={t("run.label_help")}
            value={label}
            maxLength={200}
            data-autofocus
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          {rename.error ? <ProblemNote error={rename.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("plan.action.cancel")}
            </Button>
            <Button type="submit" disabled={label.trim() === ""} loading={rename.isPending}>
              {t("plan.save.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
