// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Checkbox,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconBell, IconBellOff, IconBookmark, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
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
  useNotify,
  useSaveSearch,
  useSeeSavedSearch,
} from "./savedSearches";

/** So many of the best members are looked at: a wider search may miss what is new. */
const kWatched = 1000;

/** The reader's kept searches, with what is new in each. `wanted`: the one that a mail leads to. */
export function SavedSearches({ wanted }: { wanted?: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data = [] } = useQuery(savedSearchesQuery);
  const remove = useDeleteSavedSearch();
  const see = useSeeSavedSearch();
  const notify = useNotify();
  const complain = (error: Error) => notice("red", problemSentence(t, error));
  const open = (one: SavedSearch, replace = false) => {
    see.mutate(one.id);
    const { q, ...lists } = one.query;
    void navigate({
      to: "/network/members",
      search: {
        ...(q && { q }),
        ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.join(",")])),
      },
      replace,
    });
  };
  const mailed = data.find(({ id }) => id === wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, when the searches are there
  useEffect(() => {
    if (mailed) open(mailed, true);
  }, [mailed?.id]);
  if (data.length === 0) return null;
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
              {one.matches >= kWatched && (
                <Text size="sm" c="dimmed">
                  {t("network.saved.wide", { n: kWatched.toLocaleString(currentLanguage()) })}
                </Text>
              )}
            </Group>
            <Group gap={4} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--dure-ink)"
                aria-label={t("network.saved.mail", { name: one.name })}
                aria-pressed={one.notify}
                title={t(one.notify ? "network.saved.mail_on" : "network.saved.mail_off")}
                onClick={() =>
                  notify.mutate({ search: one, notify: !one.notify }, { onError: (error) => complain(error) })
                }
              >
                {one.notify ? <IconBell size={18} aria-hidden /> : <IconBellOff size={18} aria-hidden />}
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--dure-ink)"
                aria-label={t("network.saved.remove", { name: one.name })}
                onClick={() => remove.mutate(one, { onError: (error) => complain(error) })}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Group>
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
  const [notify, setNotify] = useState(false);
  const save = useSaveSearch();
  const keyOf = useContentKey();
  if (!filter.q && Object.keys(filter.values).length === 0) return null;
  const submit = () => {
    const query = { ...(filter.q && { q: filter.q }), ...filter.values };
    const body = { name: name.trim(), query, notify };
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
          <Stack gap="sm">
            <TextInput
              label={t("network.saved.name")}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Checkbox
              label={t("network.saved.notify")}
              checked={notify}
              onChange={(event) => setNotify(event.currentTarget.checked)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
                {t("common.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
