// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/client";
import { problemSentence, sentence } from "../api/problems";

/** A refusal in words, with every field it names, and a way to try again. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ApiError ? error.problem : undefined;
  const more = onRetry || problem?.request_id || (problem && problem.errors.length > 0);
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={problemSentence(t, error)}
      role="alert"
    >
      {more && (
        <Stack gap="xs" align="flex-start">
          {problem && problem.errors.length > 0 && (
            <List size="sm">
              {problem.errors.map((one) => (
                <List.Item key={`${one.file ?? ""}${one.line ?? ""}${one.pointer}${one.code}`}>
                  {one.file && `${one.file}${one.line ? `:${one.line}` : ""} — `}
                  {sentence(t, one)}
                  {one.pointer && !one.file && (
                    <Text span c="dimmed" size="xs">
                      {` (${one.pointer})`}
                    </Text>
                  )}
                </List.Item>
              ))}
            </List>
          )}
          {problem?.request_id && (
            <Text size="xs" c="dimmed">
              {t("error.request", { id: problem.request_id })}
            </Text>
          )}
          {onRetry && (
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              {t("common.retry")}
            </Button>
          )}
        </Stack>
      )}
    </Alert>
  );
}
