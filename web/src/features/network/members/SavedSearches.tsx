// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Badge, Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconBookmark, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { currentLanguage } from "../../../i18n";
import type { MemberFilter } from "./api";
import {
  type SavedSearch,
  savedSearchesQuery,
  useDeleteSavedSearch,
  useSaveSearch,
  useSeeSavedSearch,
} from "./savedSearches";

/** The reader's kept searches, with what is new in each. */
export function SavedSearches() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data = [] } = useQuery(savedSearchesQuery);
  const remove = useDeleteSavedSearch();
  const see = useSeeSavedSearch();
  if (data.length === 0) return null;
  const open = (one: SavedSearch) => {
    see.mutate(one.id);
    const { q, ...lists } = one.query;
    void navigate({
      to: "/network/members",
      search: {
        ...(q && { q }),
        ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.join(",")])),
      },
    });
  };
  return (
    <section
      aria-label={t("network.saved.title")}
      className="panel"
      style={{ padding: "var(--mantine-spacing-md)" }}
    >
      <Text fw={600} mb="xs">
        {t("network.saved.title")}
      </Text>
      <Stack gap={4}>
        {data.map((one) => (
          <Group key={one.id} gap="xs" wrap="nowrap" justify="space-between">
            <Group gap="xs">
              <Anchor
                component="button"
                type="button"
                aria-label={t("network.saved.open", { name: one.name })}
                onClick={() => open(one)}
              >
                {one.name}
              </Anchor>
              {one.fresh > 0 && (
                <Badge variant="filled" tt="none">
                  {t("network.saved.fresh", { n: one.fresh.toLocaleString(currentLanguage()) })}
                </Badge>
              )}
            </Group>
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--dure-ink)"
              aria-label={t("network.saved.remove", { name: one.name })}
              onClick={() =>
                remove.mutate(one, { onError: (error) => notice("red", problemSentence(t, error)) })
              }
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </section>
  );
}

/** Keeps the search that is shown. */
export function SaveSearch({ filter }: { filter: MemberFilter }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const save = useSaveSearch();
  const keyOf = useContentKey();
  if (!filter.q && Object.keys(filter.values).length === 0) return null;
  const submit = () => {
    const query = { ...(filter.q && { q: filter.q }), ...filter.values };
    const body = { name: name.trim(), query, notify: false };
    save.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: (saved) => {
          setOpen(false);
          notice("teal", t("network.saved.saved", { name: saved.name }));
        },
        onError: (error) => notice("red", problemSentence(t, error)),
      },
    );
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-end" withArrow>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={18} aria-hidden />}
          onClick={() => {
            setName(filter.q);
            setOpen(!open);
          }}
        >
          {t("network.saved.save")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t("network.saved.name")}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              {t("common.save")}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
