// SPDX-License-Identifier: Apache-2.0
import { Alert, List, ScrollArea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useErrorText } from "./errors";

/// A refusal as one sentence that says what to do.
export function ProblemNote({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const say = useErrorText();
  const problem = error instanceof ApiError ? error.problem : undefined;
  return (
    <Alert color="red" role="alert" title={t("plan.error.title")}>
      {problem ? say(problem) : t("plan.error.unexpected")}
    </Alert>
  );
}

/// All that a refusal names, with file and line where it knows them.
export function FieldErrors({ error, file }: { error: unknown; file?: string | undefined }) {
  const { t } = useTranslation();
  const say = useErrorText();
  const errors = error instanceof ApiError ? error.problem.errors : [];
  if (errors.length === 0) return null;
  return (
    <ScrollArea.Autosize mah={260} tabIndex={0} aria-label={t("plan.error.list")}>
      <List size="sm" spacing={4}>
        {errors.map((item) => {
          const line = item.line ?? (item.params.line ? Number(item.params.line) : undefined);
          const place =
            line === undefined
              ? (item.file ?? "")
              : t("plan.error.place", { file: item.file ?? file ?? "", line });
          return (
            <List.Item key={`${item.pointer}${item.code}${place}${JSON.stringify(item.params)}`}>
              {place ? <b>{place}: </b> : null}
              {say(item)}
            </List.Item>
          );
        })}
      </List>
    </ScrollArea.Autosize>
  );
}
