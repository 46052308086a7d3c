// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconPlayerPlay } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatNumber } from "../energy/lib/format";
import { type Import, useConfirm, useUndo } from "./api";

/** What became of an import that was confirmed, and how it is taken back. */
export function OutcomeCard({ one }: { one: Import }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const undo = useUndo();
  const goOn = useConfirm();
  const number = (value: number) => formatNumber(value, language);
  const changed = one.error?.code === "imports.changed_since";
  const left = one.rows - one.written;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="outcome">
      <Stack>
        <Title order={2} size="h3" id="outcome" role="status">
          {one.state === "undone"
            ? t("imports.outcome.undone", { number: number(one.undone) })
            : t(`imports.outcome.${one.state}`, { number: number(one.written) })}
        </Title>
        {one.state === "done" && left > 0 && (
          <Text>{t("imports.outcome.left", { number: number(left) })}</Text>
        )}
        {one.state === "stopped" && <Text>{t("imports.outcome.stopped_text")}</Text>}
        <ProblemAlert error={undo.error ?? goOn.error} />
        <Group>
          {one.state !== "undone" && (
            <Button component={Link} to={`/${one.resource}` as string} variant="light">
              {t("imports.outcome.open")}
            </Button>
          )}
          {one.state === "stopped" && one.actions.includes("confirm_import") && (
            <Button
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
              loading={goOn.isPending}
              onClick={() => goOn.mutate({ one, wish: undefined })}
            >
              {t("imports.outcome.go_on")}
            </Button>
          )}
          {one.actions.includes("undo_import") && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              loading={undo.isPending}
              onClick={() => undo.mutate({ one, wish: changed })}
            >
              {t(changed ? "imports.outcome.undo_rest" : "imports.outcome.undo")}
            </Button>
          )}
          <Button component={Link} to="/imports" variant="subtle">
            {t("imports.outcome.another")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
