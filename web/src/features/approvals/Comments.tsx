// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type Approval, useCommentApproval } from "./api";

/** What was said beside the decisions, of the whole or of one step. */
export function Comments({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  const steps = one.rounds.at(-1)?.steps ?? [];
  const stepTitle = (round: number, position: number) => {
    const step = one.rounds[round - 1]?.steps[position - 1];
    return step?.title || (step ? t(`approval.task.${step.task}`) : "");
  };
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="comments">
      <Title order={2} size="h3" id="comments" mb="sm">
        {t("approval.comments.title")}
      </Title>
      {one.comments.length === 0 && <Text c="dimmed">{t("approval.comments.none")}</Text>}
      <Stack gap="md">
        {one.comments.map((comment) => (
          <div key={comment.id}>
            <Text size="sm" c="dimmed" className="num">
              {[
                comment.author_name,
                formatInstant(comment.created, currentLanguage()),
                comment.step &&
                  t("approval.comments.about", { title: stepTitle(comment.round, comment.step) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{comment.text}</Text>
          </div>
        ))}
      </Stack>
      {one.actions.includes("comment_approval") && (
        <NewComment
          id={one.id}
          steps={steps.map(({ position }) => ({
            value: String(position),
            label: t("approval.comments.about", { title: stepTitle(one.rounds.length, position) }),
          }))}
        />
      )}
    </Paper>
  );
}

function NewComment({ id, steps }: { id: string; steps: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [step, setStep] = useState("");
  const comment = useCommentApproval();
  const keyOf = useContentKey();
  const send = () => {
    const body = { text, ...(step && { step: Number(step) }) };
    comment.mutate(
      { id, key: keyOf(body), body },
      {
        onSuccess: () => {
          setText("");
          setStep("");
        },
      },
    );
  };
  return (
    <Stack gap="sm" mt="lg" className="no-print">
      <ProblemAlert error={comment.error} />
      <Textarea
        label={t("approval.comments.add")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group align="flex-end">
        <Select
          label={t("approval.comments.step")}
          allowDeselect={false}
          data={[{ value: "", label: t("approval.comments.whole") }, ...steps]}
          value={step}
          onChange={(value) => setStep(value ?? "")}
        />
        <Button variant="default" onClick={send} loading={comment.isPending} disabled={text.trim() === ""}>
          {t("approval.comments.send")}
        </Button>
      </Group>
    </Stack>
  );
}
