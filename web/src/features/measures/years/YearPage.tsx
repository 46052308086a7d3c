// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Badge, List, Progress, Table, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../components/chart/surroundings";
import stacked from "../../../components/StackedTable.module.css";
import { formatNumber } from "../../energy/lib/format";
import { KeptPage } from "../kept/KeptPage";
import { Panel, Source } from "../kept/Panel";
import { money } from "../numbers";
import { type CentreTask, type CentreYear, centreYears } from "./api";
import { YearDialog } from "./YearDialog";

export function YearPage() {
  const { centreYearId } = useParams({ from: "/app/energy/centre-years/$centreYearId" });
  const { t } = useTranslation();
  return (
    <KeptPage
      api={centreYears}
      id={centreYearId}
      words="centre_year"
      to="/energy/centre-years"
      badges={(one) => (
        <Badge variant="default" radius="sm" tt="none">
          {t(`centre_year.state.${one.state}`)}
        </Badge>
      )}
      dialog={(one, onClose) => <YearDialog year={one} onClose={onClose} />}
      body={(one) => (
        <>
          <Warnings year={one} />
          {one.summary && <Text lang={one.language}>{one.summary}</Text>}
          <Tasks year={one} />
          <Staff year={one} />
          <Budget year={one} />
        </>
      )}
    />
  );
}

function Warnings({ year }: { year: CentreYear }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (year.warnings.length === 0) return null;
  const said = (code: string, params: Record<string, string>) =>
    code === "centre_year.line_over"
      ? {
          ...params,
          planned: money(Number(params.planned), year.currency, language),
          amount: money(Number(params.amount), year.currency, language),
        }
      : params;
  return (
    <Alert color="gam" icon={<IconAlertTriangle aria-hidden />} title={t("centre_year.warnings")}>
      <List>
        {year.warnings.map(({ code, params }) => (
          <List.Item key={`${code}-${Object.values(params).join()}`}>
            {t(`error.${code}`, said(code, params))}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Links({
  ids,
  from,
  to,
}: {
  ids: string[] | undefined;
  from: CentreYear["linked_measures"];
  to: string;
}) {
  const { t } = useTranslation();
  const found = from.filter(({ id }) => ids?.includes(id));
  if (found.length === 0) return <>–</>;
  return (
    <>
      {found.map(({ id, name, deleted }) => (
        <div key={id}>
          {deleted ? (
            `${name} · ${t("centre.put_away")}`
          ) : (
            <Anchor component={Link} to={`${to}/${id}`} size="sm">
              {name}
            </Anchor>
          )}
        </div>
      ))}
    </>
  );
}

function Tasks({ year }: { year: CentreYear }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const field = (name: string) => t(`centre_year.field.${name}`);
  const months = ({ staff = [] }: CentreTask) => staff.reduce((sum, one) => sum + one.months, 0);
  const cost = ({ money: parts = [] }: CentreTask) => parts.reduce((sum, one) => sum + one.amount, 0);
  return (
    <Panel title={t("centre_year.part.tasks")}>
      {year.tasks.length === 0 ? (
        <Text c="dimmed">{t("centre_year.no_tasks")}</Text>
      ) : (
        <Table className={stacked.table} aria-label={t("centre_year.part.tasks")}>
          <Table.Thead>
            <Table.Tr>
              {["task", "state", "period", "months", "cost", "measures", "programmes"].map((name) => (
                <Table.Th key={name} scope="col">
                  {field(name)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {year.tasks.map((task) => (
              <Table.Tr key={`${task.title}-${task.begins}`}>
                <Table.Td>
                  <Text fw={600}>{task.title}</Text>
                  <Text size="sm" c="dimmed">
                    {[task.responsible, task.result].filter(Boolean).join(" · ")}
                  </Text>
                </Table.Td>
                <Table.Td data-label={field("state")}>
                  {t(`centre_year.task.${task.state ?? "open"}`)}
                </Table.Td>
                <Table.Td className="num" data-label={field("period")}>
                  {`${task.begins} – ${task.ends}`}
                </Table.Td>
                <Table.Td className="num" data-label={field("months")}>
                  {t("centre_year.months", { number: formatNumber(months(task), language) })}
                </Table.Td>
                <Table.Td className="num" data-label={field("cost")}>
                  {money(cost(task), year.currency, language)}
                </Table.Td>
                <Table.Td data-label={field("measures")}>
                  <Links ids={task.measures} from={year.linked_measures} to="/energy/measures" />
                </Table.Td>
                <Table.Td data-label={field("programmes")}>
                  <Links ids={task.programmes} from={year.linked_programmes} to="/energy/programmes" />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function Use({ name, planned, of, text }: { name: string; planned: number; of: number; text: string }) {
  const share = of > 0 ? (100 * planned) / of : planned > 0 ? 100 : 0;
  return (
    <div style={{ marginBottom: 12 }}>
      <Text>
        <Text span fw={600}>
          {name}
        </Text>
        {` · ${text}`}
      </Text>
      <Progress
        value={Math.min(100, share)}
        color={planned > of ? "red" : "blue"}
        aria-label={`${name}: ${text}`}
      />
    </div>
  );
}

function Staff({ year }: { year: CentreYear }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t("centre_year.part.staff")}>
      {year.staff_use.length === 0 && <Text c="dimmed">{t("centre_year.no_staff")}</Text>}
      {year.staff_use.map(({ name, months, planned }) => (
        <Use
          key={name}
          name={name}
          planned={planned}
          of={months}
          text={t("centre_year.staff_use", {
            planned: formatNumber(planned, language),
            months: formatNumber(months, language),
          })}
        />
      ))}
    </Panel>
  );
}

function Budget({ year }: { year: CentreYear }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Panel title={t("centre_year.part.budget")}>
      {year.budget_use.length === 0 && <Text c="dimmed">{t("centre_year.no_budget")}</Text>}
      {year.budget_use.map(({ code, name, amount, planned, source }) => (
        <div key={code}>
          <Use
            name={`${code} ${name}`}
            planned={planned}
            of={amount}
            text={t("centre_year.line_use", {
              planned: money(planned, year.currency, language),
              amount: money(amount, year.currency, language),
              year: year.year,
            })}
          />
          <Source text={source} />
        </div>
      ))}
    </Panel>
  );
}
