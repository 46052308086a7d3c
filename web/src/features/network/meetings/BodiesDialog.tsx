// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { useMay } from "../../../app/session";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { rowsOf, sent } from "../../../components/rows";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { NamesField } from "../../people/NamesField";
import { shownName, shownText } from "../clusters/names";
import { NotesField } from "../growth/FactDialog";
import { bodiesQuery, type NetworkBody, useDeleteBody, useRestoreBody, useSaveBody } from "./api";

/** The network's bodies: boards, committees, assemblies. */
export function BodiesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const bodies = useQuery(bodiesQuery);
  const [open, setOpen] = useState<NetworkBody | "new">();
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("network.bodies.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <ProblemAlert error={bodies.error} onRetry={() => void bodies.refetch()} />
        {bodies.isPending && <Skeleton h={120} />}
        {bodies.data?.length === 0 && !open && <Text c="dimmed">{t("network.bodies.none")}</Text>}
        {!open && bodies.data?.map((one) => <Row key={one.id} one={one} onEdit={() => setOpen(one)} />)}
        {open && <Form onClose={() => setOpen(undefined)} {...(open !== "new" && { one: open })} />}
        {!open && may("create_network_body") && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setOpen("new")}
            >
              {t("network.bodies.create")}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

function Row({ one, onEdit }: { one: NetworkBody; onEdit: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteBody();
  const restore = useRestoreBody();
  const language = currentLanguage();
  const name = shownName(one.names, language);
  const note = shownText(one.notes ?? [], language);
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () =>
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name }),
          undo: t("people.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        }),
      onError: fail,
    });
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Text fw={600}>{name}</Text>
        {note && (
          <Text size="sm" c="dimmed" lang={note.language}>
            {note.text}
          </Text>
        )}
      </div>
      {one.actions.includes("replace_network_body") && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-ink)"
            size={36}
            aria-label={t("network.edit_named", { name })}
            onClick={onEdit}
          >
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-ink)"
            size={36}
            loading={remove.isPending}
            aria-label={t("network.delete_named", { name })}
            onClick={putAway}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}

function Form({ one, onClose }: { one?: NetworkBody; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveBody();
  const keyOf = useContentKey();
  const form = useForm({
    initialValues: {
      names: one?.names ?? [{ language: currentLanguage(), name: "", primary: true }],
      notes: rowsOf(one?.notes),
    },
  });
  const refusal = useFormProblem(form, save.error);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ names, notes }) => {
        const body = { names, notes: notes.map((row) => sent<{ language: string; text: string }>(row)) };
        save.mutate({ key: keyOf(body), body, ...(one && { one }) }, { onSuccess: onClose });
      })}
    >
      <Stack>
        <ProblemAlert error={refusal} />
        <NamesField
          value={form.values.names}
          onChange={(names) => form.setFieldValue("names", names)}
          errors={form.errors}
        />
        <NotesField
          rows={form.values.notes}
          onChange={(notes) => form.setFieldValue("notes", notes)}
          errors={form.errors}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
