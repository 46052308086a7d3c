// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { sentence } from "../../api/problems";
import { undoNotice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Setting, useChangeSetting } from "./api";

/** Chooses a value, or gives it back to the default; either can be undone. */
export function SettingDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeSetting();
  const [value, setValue] = useState(setting.value);
  const name = t(`upkeep.setting.${setting.name}.name`);
  const before = setting.chosen ? setting.value : undefined;
  const save = (next?: string) =>
    change.mutate(
      { setting, value: next },
      {
        onSuccess: (saved) => {
          onClose();
          undoNotice({
            id: `setting-${setting.name}`,
            message: t("upkeep.settings.saved", { name }),
            undo: t("upkeep.settings.undo"),
            onUndo: () => change.mutate({ setting: saved, value: before }),
          });
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(value.trim());
  };
  const problem = change.error instanceof ApiError ? change.error.problem : undefined;
  const field = problem?.errors.find(({ pointer }) => pointer === "/value");
  const stale = problem?.status === 412;
  return (
    <Modal opened onClose={onClose} title={name} closeButtonProps={{ "aria-label": t("common.close") }}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          {stale && <Alert color="gam">{t("upkeep.settings.stale")}</Alert>}
          {!stale && !field && <ProblemAlert error={change.error} />}
          <TextInput
            label={name}
            description={
              setting.kind === "whole"
                ? t("upkeep.settings.range", { minimum: setting.minimum, maximum: setting.maximum })
                : t(`upkeep.setting.${setting.name}.hint`)
            }
            inputMode={setting.kind === "whole" ? "numeric" : setting.kind === "email" ? "email" : "text"}
            size="md"
            data-autofocus
            value={value}
            error={field && sentence(t, field)}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            {setting.chosen && (
              <Button variant="subtle" onClick={() => save()} disabled={change.isPending}>
                {t("upkeep.settings.fallback")}
              </Button>
            )}
            <Button type="submit" loading={change.isPending}>
              {t("upkeep.settings.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
