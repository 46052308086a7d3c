// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Group, Paper, Skeleton, Stack, Text, Timeline, Title } from "@mantine/core";
import { IconMail, IconMapPin, IconPhone, IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { useMay } from "../../app/session";
import { notice, undoNotice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { ContactDialog } from "./ContactDialog";
import {
  type Contact,
  type ContactScope,
  contactsQuery,
  contentOf,
  useDeleteContact,
  useRestoreContact,
  useSaveContact,
} from "./contactsApi";

const kIcons = { call: IconPhone, visit: IconMapPin, mail: IconMail, meeting: IconUsersGroup };

/** Calls, visits, mails and meetings with one organisation or person. */
export function ContactsSection(props: { scope: ContactScope; party: { id: string; name: string } }) {
  const { t } = useTranslation();
  const { scope, party } = props;
  const may = useMay();
  const list = useInfiniteQuery(contactsQuery(scope));
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [open, setOpen] = useState<Contact | "new">();
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="contacts">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h3" id="contacts">
          {t("contact.title")}
        </Title>
        {may("create_contact") && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen("new")}
          >
            {t("contact.create")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={120} />}
      {list.data && entries.length === 0 && <Text c="dimmed">{t("contact.none")}</Text>}
      <Timeline bulletSize={28} lineWidth={2}>
        {entries.map((entry) => {
          const Icon = kIcons[entry.kind];
          return (
            <Timeline.Item
              key={entry.id}
              bullet={<Icon size={16} aria-hidden />}
              title={t(`contact.kind.${entry.kind}`)}
            >
              <Entry entry={entry} scope={scope} onEdit={() => setOpen(entry)} />
            </Timeline.Item>
          );
        })}
      </Timeline>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
      {open && (
        <ContactDialog
          scope={scope}
          party={party}
          {...(open !== "new" && { entry: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Paper>
  );
}

function Entry(props: { entry: Contact; scope: ContactScope; onEdit: () => void }) {
  const { t } = useTranslation();
  const { entry, scope, onEdit } = props;
  const remove = useDeleteContact();
  const restore = useRestoreContact();
  const when = formatInstant(entry.at, currentLanguage());
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(entry, {
      onSuccess: () =>
        undoNotice({
          id: `deleted-${entry.id}`,
          message: t("contact.was_deleted"),
          undo: t("people.undo"),
          onUndo: () => restore.mutate(entry.id, { onError: fail }),
        }),
      onError: fail,
    });
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        <span className="num">{when}</span>
        {entry.accounts.length > 0 && ` · ${entry.accounts.map(({ name }) => name).join(", ")}`}
      </Text>
      <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {entry.summary || t("contact.emptied")}
      </Text>
      <Text size="sm">
        {entry.organisation && entry.organisation !== scope.organisation && (
          <Anchor component={Link} to={`/organisations/${entry.organisation}`} me="sm">
            {entry.organisation_name}
          </Anchor>
        )}
        {entry.persons
          .filter(({ id }) => id !== scope.person)
          .map(({ id, name }) => (
            <Anchor key={id} component={Link} to={`/persons/${id}`} me="sm">
              {name}
            </Anchor>
          ))}
      </Text>
      {entry.next_step && <NextStep entry={entry} />}
      <Group gap="xs">
        {entry.actions.includes("replace_contact") && (
          <Button
            size="compact-md"
            variant="subtle"
            px={4}
            aria-label={t("contact.edit_named", { kind: t(`contact.kind.${entry.kind}`), when })}
            onClick={onEdit}
          >
            {t("people.edit")}
          </Button>
        )}
        {entry.actions.includes("delete_contact") && (
          <Button
            size="compact-md"
            variant="subtle"
            px={4}
            aria-label={t("contact.delete_named", { kind: t(`contact.kind.${entry.kind}`), when })}
            onClick={putAway}
          >
            {t("people.delete")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** What is to be done next, by which day, and the button that says it was done. */
function NextStep({ entry }: { entry: Contact }) {
  const { t } = useTranslation();
  const save = useSaveContact();
  const keyOf = useContentKey();
  const late = !entry.done && entry.due !== undefined && entry.due < new Date().toLocaleDateString("sv");
  const tick = () => {
    const body = { ...contentOf(entry), done: !entry.done };
    save.mutate(
      { key: keyOf(body), body, old: entry },
      { onError: (error) => notice("red", problemSentence(t, error)) },
    );
  };
  return (
    <Group gap="sm">
      <Text size="sm" td={entry.done ? "line-through" : undefined}>
        {t("contact.next", { step: entry.next_step })}
        {entry.due && <span className="num">{` (${t("contact.by", { day: entry.due })})`}</span>}
      </Text>
      {late && (
        <Badge color="red.9" radius="sm" tt="none">
          {t("contact.late")}
        </Badge>
      )}
      {entry.actions.includes("replace_contact") && (
        <Button
          size="compact-md"
          variant="default"
          loading={save.isPending}
          aria-label={t(entry.done ? "contact.reopen_named" : "contact.done_named", {
            step: entry.next_step,
          })}
          onClick={tick}
        >
          {t(entry.done ? "contact.reopen" : "contact.done")}
        </Button>
      )}
    </Group>
  );
}
