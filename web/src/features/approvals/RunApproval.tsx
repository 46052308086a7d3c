// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group, Paper, Text, Title } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { client, unwrap } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { ProblemAlert } from "../../components/ProblemAlert";
import { day, StateBadge, useDocumentWords } from "./words";

const runApprovalQuery = (id: string) =>
  queryOptions({
    queryKey: ["approvals", "run", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/runs/{run_id}/approval", { params: { path: { run_id: id } }, signal }),
        )
      ).data,
  });

/** How the adoption of a run as the plan of the centre stands, and the way to propose it. */
export function RunApproval({ run }: { run: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const words = useDocumentWords();
  const keyOf = useContentKey();
  const standing = useQuery(runApprovalQuery(run)).data;
  const request = useMutation({
    mutationFn: async () =>
      (
        await unwrap(
          client.POST("/energy/runs/{run_id}/approval", {
            params: { path: { run_id: run }, header: { "Idempotency-Key": keyOf(run) } },
          }),
        )
      ).data,
    onSuccess: ({ approval }) => {
      void queries.invalidateQueries({ queryKey: ["approvals"] });
      if (approval) void navigate({ to: `/approvals/${approval}` });
    },
  });
  if (!standing || (!standing.state && standing.actions.length === 0)) return null;
  const number = words.number({ desk: "energy", number: standing.number });
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="adoption">
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2} size="h4" id="adoption">
            {t("approval.run.heading")}
          </Title>
          {standing.state && <StateBadge state={standing.state} />}
        </Group>
        {standing.approval && (
          <Anchor component={Link} to={`/approvals/${standing.approval}`}>
            {t("approval.run.open")}
          </Anchor>
        )}
        {standing.actions.includes("create_run_approval") && (
          <Button variant="default" loading={request.isPending} onClick={() => request.mutate()}>
            {t("approval.run.request")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={request.error} />
      {!standing.state && <Text c="dimmed">{t("approval.run.none")}</Text>}
      {number && <Text>{t("approval.run.adopted", { when: day(standing.decided), number })}</Text>}
      {standing.record_changed && (
        <Alert color="orange" mt="sm">
          {t("approval.changed_record")}
        </Alert>
      )}
    </Paper>
  );
}
