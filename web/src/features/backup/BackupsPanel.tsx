// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconDatabaseExport } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence, sentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { useJob } from "../jobs/useJob";
import { backupsQuery, useBegin } from "./api";
import { BackupTable } from "./BackupTable";
import { Working } from "./Working";

/** Backups of the database and the files: what there is, whether it was tried, and a new one. */
export function BackupsPanel() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(backupsQuery);
  const begin = useBegin();
  // The job that this page watches: the one that was under way when it was opened, or the one begun here.
  const [begun, setBegun] = useState<string>();
  const watched = data?.job ?? begun;
  const { job } = useJob(watched, () => {
    void queries.invalidateQueries({ queryKey: backupsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ["health"] });
    if (job?.state === "done")
      notice("teal", t(job.kind === "backup_create" ? "upkeep.backup.made" : "upkeep.backup.tried"));
    else if (job?.state === "cancelled") notice("teal", t("upkeep.backup.cancelled"));
    else if (job?.error) notice("red", sentence(t, job.error));
    setBegun(undefined);
  });
  const busy = watched !== undefined;
  const start = (name: string | null) =>
    begin.mutate(name, {
      onSuccess: setBegun,
      onError: (refused) => notice("red", problemSentence(t, refused)),
    });
  return (
    <Stack gap="md">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={240} radius="lg" />}
      {data && (
        <>
          <Paper className="panel" p={{ base: "md", sm: "lg" }}>
            <Group justify="space-between" gap="md">
              <div style={{ flex: "1 1 260px" }}>
                <Text>{t("upkeep.backup.about")}</Text>
                <Text size="sm" c="dimmed">
                  {data.next
                    ? t("upkeep.backup.next", { when: formatInstant(data.next, currentLanguage()) })
                    : t("upkeep.backup.no_next")}
                </Text>
                <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                  {t("upkeep.backup.folder", { folder: data.folder })}
                </Text>
              </div>
              <Button
                leftSection={<IconDatabaseExport size={18} aria-hidden />}
                disabled={busy}
                loading={begin.isPending}
                onClick={() => start(null)}
              >
                {t("upkeep.backup.create")}
              </Button>
            </Group>
          </Paper>
          {busy && <Working job={job} />}
          <BackupTable backups={data.items} busy={busy} onDrill={start} />
          <Text size="sm" c="dimmed">
            {t("upkeep.backup.how")}
          </Text>
        </>
      )}
    </Stack>
  );
}
