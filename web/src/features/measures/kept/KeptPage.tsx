// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Skeleton, Stack } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { problemSentence } from "../../../api/problems";
import { notice, undoNotice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { EnergyTabs } from "../../energy/EnergyTabs";
import { History } from "../../oversight/History";
import { FictitiousBadge } from "../../people/badges";
import { type Kept, type KeptApi, useRefreshCentre } from "./api";

/** The page of one record: its head with what can be done, its body, its history. */
export function KeptPage<Item extends Kept, Record_ extends Item, Content>(props: {
  api: KeptApi<Item, Record_, Content>;
  id: string;
  words: string;
  to: string;
  badges?: (one: Record_) => ReactNode;
  actions?: (one: Record_) => ReactNode;
  body: (one: Record_) => ReactNode;
  dialog: (one: Record_, onClose: () => void) => ReactNode;
}) {
  const { api, id, words, to } = props;
  const { t } = useTranslation();
  const { data: one, error, refetch } = useQuery(api.one(id));
  const history = useInfiniteQuery(api.history(id));
  const [editing, setEditing] = useState(false);
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  return (
    <>
      <PageHeader
        title={one.title}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.energy.name"), to: "/energy/plans" },
          { label: t(`${words}.title`), to },
          { label: one.title },
        ]}
        badges={
          <>
            {props.badges?.(one)}
            {one.fictitious && <FictitiousBadge />}
          </>
        }
        actions={
          <>
            {props.actions?.(one)}
            {one.actions.includes(`replace_${api.noun}`) && (
              <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
                {t("people.edit")}
              </Button>
            )}
            {one.actions.includes(`delete_${api.noun}`) && <Delete api={api} one={one} to={to} />}
          </>
        }
      />
      <EnergyTabs />
      {one.fictitious && (
        <Alert color="gam" mb="md">
          {t("centre.fictitious_text")}
        </Alert>
      )}
      <Stack gap="lg">
        {props.body(one)}
        <History query={history} />
      </Stack>
      {editing && props.dialog(one, () => setEditing(false))}
    </>
  );
}

function Delete<Item extends Kept, Record_ extends Item, Content>(props: {
  api: KeptApi<Item, Record_, Content>;
  one: Record_;
  to: string;
}) {
  const { api, one, to } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshCentre();
  const remove = useMutation({ mutationFn: api.remove, onSuccess: () => refresh(one.id) });
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: to as string });
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name: one.title }),
          undo: t("people.undo"),
          onUndo: () =>
            api
              .restore(one.id)
              .then(() => refresh())
              .catch(fail),
        });
      },
      onError: fail,
    });
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={18} aria-hidden />}
      loading={remove.isPending}
      onClick={putAway}
    >
      {t("people.delete")}
    </Button>
  );
}
