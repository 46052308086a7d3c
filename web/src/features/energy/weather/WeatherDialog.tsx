// SPDX-License-Identifier: Apache-2.0
import { Button, FileButton, Group, Modal, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { notice } from "../../../components/notices";
import type { Plan } from "../api/types";
import { useErrorText } from "../components/errors";
import { FieldErrors, ProblemNote } from "../components/problems";
import { useApplyWeather, usePreviewWeather, type WeatherUpload } from "./api";
import { Comparison } from "./Comparison";
import { WeatherFacts } from "./WeatherFacts";
import { WishFields } from "./WishFields";
import { type Draft, draftsOf, wishOf } from "./wishes";

/** A weather file is looked at, series are chosen, old and new compared, and all made at once with a reason. */
export function WeatherDialog(props: {
  plan: Plan;
  etag: string;
  onClose: () => void;
  onSaved: (plan: Plan) => void;
}) {
  const { plan, etag } = props;
  const { t } = useTranslation();
  const look = usePreviewWeather(plan.id);
  const compare = usePreviewWeather(plan.id);
  const apply = useApplyWeather(plan.id);
  const say = useErrorText();
  const [file, setFile] = useState<{ name: string; text: string }>();
  const [drafts, setDrafts] = useState(() => draftsOf(plan.model));
  const [reason, setReason] = useState("");
  const chosen = drafts.filter(({ chosen: yes }) => yes);
  const error = apply.error ?? compare.error ?? look.error;
  const errors = error instanceof ApiError ? error.problem.errors : [];
  const refusedAt = (pointer: string) => {
    const found = errors.find((one) => one.pointer === pointer);
    return found && say(found);
  };
  const forget = () => {
    compare.reset();
    apply.reset();
  };
  const change = (draft: Draft) => {
    forget();
    setDrafts(drafts.map((one) => (one.name === draft.name ? draft : one)));
  };
  const read = async (taken: File | null) => {
    if (!taken) return;
    const next = { name: taken.name, text: await taken.text() };
    forget();
    setFile(next);
    look.mutate({ file: next.name, text: next.text });
  };
  const body = (): WeatherUpload => ({
    file: file?.name ?? "",
    text: file?.text ?? "",
    series: chosen.map(wishOf),
    reason,
  });
  const save = () =>
    apply.mutate(
      { body: body(), etag },
      {
        onSuccess: ({ data: saved }) => {
          notice("teal", t("plan.weather.applied", { count: chosen.length }));
          props.onSaved(saved);
          props.onClose();
        },
      },
    );
  const units = new Map((plan.model.series ?? []).map(({ name, unit }) => [name, unit]));
  const hoursPerPeriod = plan.model.time.hours_per_period ?? 1;
  const atFields = errors.length > 0 && errors.every(({ pointer }) => !pointer.startsWith("/text"));
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={t("plan.weather.title")}
      closeButtonProps={{ "aria-label": t("plan.action.close") }}
    >
      <Stack gap="md">
        <Text size="sm">{t("plan.weather.help")}</Text>
        <Group>
          <FileButton onChange={(taken) => void read(taken)} accept=".epw,text/plain">
            {(button) => (
              <Button variant="default" loading={look.isPending} data-autofocus {...button}>
                {t("plan.weather.choose")}
              </Button>
            )}
          </FileButton>
          <Text size="sm">{file ? file.name : t("plan.weather.none_chosen")}</Text>
        </Group>
        {look.data && !look.isPending ? (
          <>
            <WeatherFacts preview={look.data} />
            <Title order={3} size="h5">
              {t("plan.weather.which")}
            </Title>
            {drafts.length === 0 ? <Text size="sm">{t("plan.weather.no_series")}</Text> : null}
            {drafts.map((draft) => (
              <WishFields
                key={draft.name}
                draft={draft}
                unit={units.get(draft.name) ?? "MW"}
                refused={(field) => refusedAt(`/series/${chosen.indexOf(draft)}/${field}`)}
                onChange={change}
              />
            ))}
            <Group>
              <Button
                variant="default"
                disabled={chosen.length === 0}
                loading={compare.isPending}
                onClick={() => {
                  apply.reset();
                  compare.mutate(body());
                }}
              >
                {t("plan.weather.compare")}
              </Button>
              {chosen.length === 0 ? <Text size="sm">{t("plan.weather.choose_one")}</Text> : null}
            </Group>
            {compare.data && chosen.length > 0 ? (
              <Comparison
                series={compare.data.series}
                hoursPerPeriod={hoursPerPeriod}
                caption={t("plan.weather.comparison", {
                  hours: plan.model.time.periods * hoursPerPeriod,
                })}
              />
            ) : null}
            <Textarea
              label={t("plan.weather.reason")}
              description={t("plan.weather.reason_help")}
              required
              autosize
              minRows={2}
              maxLength={1000}
              value={reason}
              error={refusedAt("/reason")}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : null}
        {error ? (
          <>
            <ProblemNote error={error} />
            {atFields ? null : <FieldErrors error={error} file={file?.name} />}
          </>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("plan.action.cancel")}
          </Button>
          <Button onClick={save} disabled={!look.data || chosen.length === 0} loading={apply.isPending}>
            {t("plan.weather.apply")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
