// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Paper, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { kRoles, type Role } from "../accounts/api";
import type { Right } from "./api";
import classes from "./RightsTable.module.css";

/** A row an operation, a column a role; where it is narrow, a card an operation with the roles that may. */
export function RightsTable(props: { rights: Right[]; roles: Role[]; label: string }) {
  const { t } = useTranslation();
  return (
    <Paper className="panel" style={{ overflow: "hidden" }}>
      <div className={classes.wide}>
        <table className={classes.table} aria-label={`${t("rights.table")}: ${props.label}`}>
          <thead>
            <tr>
              <th scope="col" className={classes.what}>
                {t("rights.operation_label")}
              </th>
              {props.roles.map((role) => (
                <th key={role} scope="col" className={classes.role}>
                  {t(`accounts.roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rights.map((right) => (
              <tr key={right.operation}>
                <th scope="row" className={classes.what}>
                  <Operation right={right} />
                </th>
                <Cells right={right} roles={props.roles} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={classes.narrow}>
        {props.rights.map((right) => (
          <li key={right.operation}>
            <Operation right={right} />
            <Who right={right} />
          </li>
        ))}
      </ul>
    </Paper>
  );
}

function Operation({ right }: { right: Right }) {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={600} size="sm">
        {t(`rights.operation.${right.operation}`, { defaultValue: right.operation })}
      </Text>
      <Text size="xs" c="dimmed" ff="monospace" lang="en" style={{ overflowWrap: "anywhere" }}>
        {`${right.method} ${right.path.replace("/api/v1", "")}`}
      </Text>
    </>
  );
}

function Cells({ right, roles }: { right: Right; roles: Role[] }) {
  const { t } = useTranslation();
  if (right.audience !== "roles") {
    return (
      <td colSpan={roles.length} className={classes.all}>
        {t(right.audience === "everyone" ? "rights.public" : "rights.signed_in")}
      </td>
    );
  }
  return roles.map((role) => (
    <td key={role} className={classes.mark}>
      {right.roles.includes(role) ? <IconCheck size={20} aria-hidden /> : <span aria-hidden>–</span>}
      <VisuallyHidden>{t(right.roles.includes(role) ? "rights.may" : "rights.may_not")}</VisuallyHidden>
    </td>
  ));
}

function Who({ right }: { right: Right }) {
  const { t } = useTranslation();
  if (right.audience !== "roles") {
    return <Badge>{t(right.audience === "everyone" ? "rights.public" : "rights.signed_in")}</Badge>;
  }
  return (
    <Group gap={4}>
      {kRoles
        .filter((role) => right.roles.includes(role))
        .map((role) => (
          <Badge key={role}>{t(`accounts.roles.${role}`)}</Badge>
        ))}
    </Group>
  );
}
