// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Stack } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence, sentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useJob } from "../jobs/useJob";
import { type Import, importQuery, importResourcesQuery, isWorking, useDrop } from "./api";
import { ErrorNote } from "./ErrorNote";
import { MappingCard } from "./MappingCard";
import { OutcomeCard } from "./OutcomeCard";
import { ReviewCard } from "./ReviewCard";
import { StateBadge } from "./StateBadge";
import { WorkingCard } from "./WorkingCard";

export function ImportPage() {
  const { importId } = useParams({ from: "/app/imports/$importId" });
  const { data: one, error, refetch } = useQuery(importQuery(importId));
  if (error instanceof ApiError && [403, 404].includes(error.status)) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  return <Shown one={one} />;
}

function Shown({ one }: { one: Import }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: resources, error } = useQuery(importResourcesQuery);
  const resource = resources?.find(({ key }) => key === one.resource);
  const { job } = useJob(one.job, () => {
    void queries.invalidateQueries({ queryKey: ["imports"], refetchType: "active" });
    // What was written shows wherever it is listed.
    void queries.invalidateQueries({ queryKey: [one.resource] });
  });
  const ended = one.state === "done" || one.state === "stopped" || one.state === "undone";
  return (
    <>
      <PageHeader
        title={one.file_name}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("imports.title"), to: "/imports" },
          { label: one.file_name },
        ]}
        badges={<StateBadge state={one.state} />}
        description={t("imports.about", { resource: t(`imports.resource.${one.resource}`) })}
        actions={one.actions.includes("delete_import") && <Drop one={one} />}
      />
      <Stack gap="lg">
        <ProblemAlert error={error} />
        {one.error && !isWorking(one) && <ErrorNote text={sentence(t, one.error)} />}
        {isWorking(one) && <WorkingCard one={one} job={job} />}
        {ended && <OutcomeCard one={one} />}
        {resource && one.state === "checked" && <ReviewCard key={one.id} one={one} resource={resource} />}
        {resource && (one.state === "draft" || one.state === "checked") && (
          <MappingCard key={`${one.sheet} ${one.head_row}`} one={one} resource={resource} />
        )}
      </Stack>
    </>
  );
}

function Drop({ one }: { one: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const drop = useDrop();
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={18} aria-hidden />}
      loading={drop.isPending}
      onClick={() =>
        drop.mutate(one, {
          onSuccess: () => {
            void navigate({ to: "/imports" });
            notice("teal", t("imports.dropped", { name: one.file_name }));
          },
          onError: (error) => notice("red", problemSentence(t, error)),
        })
      }
    >
      {t("imports.drop")}
    </Button>
  );
}
