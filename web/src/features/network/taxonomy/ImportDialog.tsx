// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, FileInput, Group, List, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { type ImportResult, useImportTerms, useUndoImport } from "./api";

/** Terms from a file: first what would change, then the change, then the way back. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<"merge" | "replace">("merge");
  const [shown, setShown] = useState<ImportResult>();
  const load = useImportTerms();
  const undo = useUndoImport();
  const keyOf = useContentKey();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const run = async (preview: boolean) => {
    if (!file) return;
    const body = { tsv: await file.text(), file: file.name, mode, preview };
    load.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: (result) => {
          if (preview) return setShown(result);
          onClose();
          const { id } = result;
          if (!id) return notice("teal", t("network.taxonomy.import_nothing"));
          undoNotice({
            id: `import-${id}`,
            message: t("network.taxonomy.imported", { count: result.new_concepts + result.changed_concepts }),
            undo: t("people.undo"),
            onUndo: () =>
              // The dialog is closed by then: what a mutation of its own would report goes unheard.
              undo.mutateAsync(id).then(() => notice("teal", t("network.taxonomy.import_undone")), fail),
          });
        },
      },
    );
  };
  const choose = (next: File | null) => {
    setFile(next);
    setShown(undefined);
    load.reset();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("network.taxonomy.import")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <FileInput
          label={t("network.taxonomy.file")}
          description={t("network.taxonomy.file_hint")}
          placeholder="terms.tsv"
          accept=".tsv,.txt,text/tab-separated-values"
          value={file}
          onChange={choose}
          clearable
          clearButtonProps={{ "aria-label": t("people.clear_one") }}
        />
        <Radio.Group
          label={t("network.taxonomy.mode")}
          value={mode}
          onChange={(next) => {
            setMode(next as typeof mode);
            setShown(undefined);
          }}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="merge" label={t("network.taxonomy.merge")} />
            <Radio value="replace" label={t("network.taxonomy.replace")} />
          </Stack>
        </Radio.Group>
        <ProblemAlert error={load.error} />
        {shown && <Preview result={shown} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button variant="default" disabled={!file} loading={load.isPending} onClick={() => void run(true)}>
            {t("network.taxonomy.preview")}
          </Button>
          <Button disabled={!file || !shown} loading={load.isPending} onClick={() => void run(false)}>
            {t("network.taxonomy.import_now")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={t("network.taxonomy.preview_title")} role="status">
      <List size="sm">
        <List.Item>
          {t("network.taxonomy.preview_concepts", {
            added: result.new_concepts,
            changed: result.changed_concepts,
            removed: result.removed_concepts,
            unchanged: result.unchanged_concepts,
          })}
        </List.Item>
        <List.Item>
          {t("network.taxonomy.preview_terms", {
            added: result.new_terms,
            changed: result.changed_terms,
            removed: result.removed_terms,
          })}
        </List.Item>
      </List>
    </Alert>
  );
}
