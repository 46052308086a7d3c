// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { type Meeting, type Presence, useNotePresence } from "./api";

/** Who is there, in person or by proxy, and whether that makes the quorum. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="attendance">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="attendance">
          {t("board.members.title")}
        </Title>
        {meeting.members.length > 0 && (
          <Badge variant="light" color={meeting.quorate ? "teal" : "red"}>
            {t(meeting.quorate ? "board.members.met" : "board.members.not_met")}
          </Badge>
        )}
      </Group>
      {meeting.members.length === 0 ? (
        <Text c="dimmed">{t("board.members.none")}</Text>
      ) : (
        <Text mb="md" className="num">
          {t("board.members.quorum", {
            members: meeting.members.length,
            attending: meeting.attending,
            quorum: meeting.quorum,
          })}
        </Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
        {meeting.members.map((member) => (
          <Member key={member.account} meeting={meeting} member={member} />
        ))}
      </Stack>
    </Paper>
  );
}

const kSimple: Presence[] = ["expected", "present", "absent"];

function Member({ meeting, member }: { meeting: Meeting; member: Meeting["members"][number] }) {
  const { t } = useTranslation();
  const note = useNotePresence();
  const presence = member.proxy_name
    ? `${t("board.presence.proxy")} (${t("board.by_proxy", { name: member.proxy_name })})`
    : t(`board.presence.${member.presence}`);
  // Whoever is present may stand in, where the rule allows it.
  const proxies = meeting.rule.proxies
    ? meeting.members.filter((one) => one.presence === "present" && one.account !== member.account)
    : [];
  const change = (value: string) =>
    note.mutate(
      {
        meeting,
        account: member.account,
        body: kSimple.includes(value as Presence)
          ? { presence: value as Presence }
          : { presence: "proxy", proxy: value },
      },
      { onError: (error) => notice("red", problemSentence(t, error)) },
    );
  return (
    <Group component="li" justify="space-between" gap="sm">
      <Text fw={600}>
        {member.name}
        {member.account === meeting.chair && ` · ${t("board.field.chair")}`}
      </Text>
      {meeting.actions.includes("note_board_presence") ? (
        <Select
          w={220}
          aria-label={t("board.presence_of", { name: member.name })}
          allowDeselect={false}
          disabled={note.isPending}
          data={[
            ...kSimple.map((value) => ({ value: value as string, label: t(`board.presence.${value}`) })),
            ...proxies.map(({ account, name }) => ({
              value: account,
              label: `${t("board.presence.proxy")}: ${name}`,
            })),
          ]}
          value={member.proxy ?? member.presence}
          onChange={(value) => value && change(value)}
        />
      ) : (
        <Text>{presence}</Text>
      )}
    </Group>
  );
}
