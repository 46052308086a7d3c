// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { type Kept, type KeptApi, useSaveKept } from "./api";

interface DialogProps<Item extends Kept, Record_ extends Item, Content, Values> {
  api: KeptApi<Item, Record_, Content>;
  words: string;
  one?: Record_ | undefined;
  valuesOf: (one?: Record_) => Values;
  contentOf: (values: Values) => Content;
  fields: (form: UseFormReturnType<Values>) => ReactNode;
  onClose: () => void;
  onSaved?: ((saved: Record_) => void) | undefined;
}

/** A new record, or the one given. */
export function KeptDialog<
  Item extends Kept,
  Record_ extends Item,
  Content,
  Values extends Record<string, unknown>,
>(props: DialogProps<Item, Record_, Content, Values>) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [shown, setShown] = useState(props.one);
  const latest = async (id: string) =>
    setShown(await queries.fetchQuery({ ...props.api.one(id), staleTime: 0 }));
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      title={t(`${props.words}.${shown ? "edit" : "create"}`)}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Form key={shown?.version ?? 0} {...props} one={shown} onLatest={latest} />
    </Modal>
  );
}

function Form<Item extends Kept, Record_ extends Item, Content, Values extends Record<string, unknown>>(
  props: DialogProps<Item, Record_, Content, Values> & { onLatest: (id: string) => Promise<void> },
) {
  const { api, one, onClose, onSaved, onLatest } = props;
  const { t } = useTranslation();
  const save = useSaveKept(api);
  const keyOf = useContentKey();
  const form = useForm<Values>({ initialValues: props.valuesOf(one) });
  const stale = save.error instanceof ApiError && save.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : save.error);
  const submit = form.onSubmit((values) => {
    const body = props.contentOf(values);
    save.mutate(
      { one, key: keyOf(body), body },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.title }));
          onClose();
          onSaved?.(saved);
        },
      },
    );
  });
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {stale && one && (
          <Alert color="gam" title={t("people.stale")}>
            <Button variant="default" size="compact-md" onClick={() => void onLatest(one.id)}>
              {t("people.load_latest")}
            </Button>
          </Alert>
        )}
        <ProblemAlert error={refusal} />
        {props.fields(form)}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={one && !form.isDirty()}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
