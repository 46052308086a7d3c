// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Paper, Stack, Textarea, Title } from "@mantine/core";
import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { sentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Approval, useDecideApproval } from "./api";
import { useDocumentWords } from "./words";

/** The decision of whoever's turn it is: a note, approve, reject. */
export function DecidePanel({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const [note, setNote] = useState("");
  const decide = useDecideApproval();
  const refused = decide.error instanceof ApiError ? decide.error.problem.errors[0] : undefined;
  const noteError = refused?.pointer === "/note" ? sentence(t, refused) : undefined;
  const make = (decision: "approve" | "reject") =>
    // The panel is gone once it is decided: what it says then hangs on the promise.
    decide.mutateAsync({ one, decision, ...(note.trim() && { note }) }).then(
      (saved) => {
        const number = words.number(saved);
        if (decision === "reject") notice("teal", t("approval.decide.rejected"));
        else
          notice("teal", number ? t("approval.decide.numbered", { number }) : t("approval.decide.approved"));
      },
      () => {},
    );
  return (
    <Paper
      component="section"
      className="panel no-print"
      p={{ base: "md", sm: "lg" }}
      aria-labelledby="decide"
    >
      <Stack gap="sm">
        <Title order={2} size="h3" id="decide">
          {t("approval.decide.title")}
        </Title>
        {one.decide_for && <Alert color="gam">{t("approval.decide.for", { name: one.decide_for })}</Alert>}
        {!noteError && <ProblemAlert error={decide.error} />}
        <Textarea
          label={t("approval.decide.note")}
          description={t("approval.decide.note_hint")}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          error={noteError}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={decide.isPending && decide.variables.decision === "approve"}
            disabled={decide.isPending}
            onClick={() => make("approve")}
          >
            {t("approval.decide.approve")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            loading={decide.isPending && decide.variables.decision === "reject"}
            disabled={decide.isPending}
            onClick={() => make("reject")}
          >
            {t("approval.decide.reject")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
