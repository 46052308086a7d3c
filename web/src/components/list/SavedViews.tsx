// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Menu, Modal, TextInput } from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { fieldSentences, problemSentence } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { useUrlState } from "../../hooks/useUrlState";
import { notice, undoNotice } from "../notices";
import { queryOf, type SavedView, savedViewsQuery, searchOf, useViewChanges } from "./views";

/** The views that a person keeps of a list: open one, keep what is seen as another. */
export function SavedViews({ list }: { list: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useUrlState();
  const [naming, setNaming] = useState(false);
  const { data: views = [] } = useQuery(savedViewsQuery(list));
  const { create, remove } = useViewChanges(list);
  const keyOf = useContentKey();
  const now = queryOf(search);
  const current = views.find(({ query }) => query === now);
  const open = (view: SavedView) =>
    void navigate({ to: ".", search: searchOf(view.query), replace: false } as never);
  const drop = (view: SavedView) =>
    remove.mutate(view, {
      onSuccess: () =>
        undoNotice({
          id: `view-${view.id}`,
          message: t("list.view.removed", { name: view.name }),
          undo: t("list.undo"),
          onUndo: () => create.mutate({ key: keyOf([view.id, "back"]), name: view.name, query: view.query }),
        }),
      onError: (error) => notice("red", problemSentence(t, error)),
    });
  return (
    <>
      <Menu position="bottom-end" withinPortal width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={18} aria-hidden />}>
            {current?.name ?? t("list.view.title")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t("list.view.none")}</Menu.Label>}
          {views.map((view) => (
            <Group key={view.id} gap={0} wrap="nowrap">
              <Menu.Item
                style={{ flex: 1 }}
                fw={view === current ? 700 : undefined}
                onClick={() => open(view)}
              >
                {view.name}
              </Menu.Item>
              <Menu.Item
                w="auto"
                aria-label={t("list.view.remove", { name: view.name })}
                onClick={() => drop(view)}
              >
                <IconTrash size={16} aria-hidden />
              </Menu.Item>
            </Group>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t("list.view.keep")}</Menu.Item>
          <Menu.Item onClick={() => void navigate({ to: ".", search: {} } as never)}>
            {t("list.view.all")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && <NameDialog list={list} query={now} views={views} onClose={() => setNaming(false)} />}
    </>
  );
}

/** A name that there is already takes the place of the view that has it. */
function NameDialog(props: { list: string; query: string; views: SavedView[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { list, query, views, onClose } = props;
  const { create, replace } = useViewChanges(list);
  const keyOf = useContentKey();
  const [name, setName] = useState("");
  const known = views.find((view) => view.name === name.trim());
  const failed = create.error ?? replace.error;
  const wrong =
    failed instanceof ApiError
      ? (fieldSentences(t, failed.problem.errors).name ?? problemSentence(t, failed))
      : failed && problemSentence(t, failed);
  const done = {
    onSuccess: () => {
      notice("teal", t("list.view.kept", { name: name.trim() }));
      onClose();
    },
  };
  const save = () => {
    if (known) return replace.mutate({ view: known, query }, done);
    const body = { name: name.trim(), query };
    create.mutate({ key: keyOf(body), ...body }, done);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("list.view.keep")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save();
        }}
      >
        <TextInput
          label={t("list.view.name")}
          description={t("list.view.text")}
          data-autofocus
          maxLength={100}
          value={name}
          error={wrong}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" disabled={!name.trim()} loading={create.isPending || replace.isPending}>
            {t(known ? "list.view.replace" : "common.save")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
