// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { useSession } from "../../app/session";
import { notice } from "../../components/notices";
import { PlainText } from "../approvals/PlainText";
import { type Choice, type Item, kChoices, type Meeting, useMoveItem, useVote } from "./api";
import { ItemBadge } from "./badges";

/** One item: what is proposed, the vote while it runs, and how it ended. */
export function AgendaItem({ meeting, item }: { meeting: Meeting; item: Item }) {
  const { t } = useTranslation();
  const title = `${t("board.item", { number: item.position })}. ${item.title}`;
  return (
    <Paper component="article" className="panel" p={{ base: "md", sm: "lg" }} aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={3} size="h4" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          <Group gap={6}>
            <ItemBadge state={item.state} />
            <Badge variant="outline" color="gray" c="dimmed">
              {[
                t(`board.ballot.${item.ballot}`),
                item.ballot !== "report" && t(`board.majority.${item.majority}`),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Badge>
          </Group>
        </Group>
        {item.proposal && <PlainText text={item.proposal} />}
        <Outcome item={item} />
        {item.may_vote_for.length > 0 && <VoteFields meeting={meeting} item={item} />}
        {item.state === "voting" && <Voters item={item} />}
        <Moves meeting={meeting} item={item} />
      </Stack>
    </Paper>
  );
}

function Outcome({ item }: { item: Item }) {
  const { t } = useTranslation();
  if (item.attending === undefined) return null;
  return (
    <div>
      {item.resolution && (
        <Text fw={700} className="num">
          {t("board.resolution", item.resolution)}
        </Text>
      )}
      <Text className="num">
        {t("board.vote.counts", {
          yes: item.yes,
          no: item.no,
          abstain: item.abstain,
          attending: item.attending,
        })}
      </Text>
      {item.ballot === "open" && (
        <Text size="sm" c="dimmed">
          {item.votes
            .map(({ name, choice }) => `${name}: ${choice ? t(`board.choice.${choice}`) : ""}`)
            .join(" · ")}
        </Text>
      )}
    </div>
  );
}

function Voters({ item }: { item: Item }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {item.votes.length === 0
        ? t("board.vote.nobody")
        : `${t("board.vote.voted")}: ${item.votes
            .map(({ name, choice }) => (choice ? `${name} (${t(`board.choice.${choice}`)})` : name))
            .join(", ")}`}
    </Text>
  );
}

/** The ballots that this person may give: their own, a proxy's, the secretary's of a show of hands. */
function VoteFields({ meeting, item }: { meeting: Meeting; item: Item }) {
  const { t } = useTranslation();
  const me = useSession()?.account.id;
  const vote = useVote();
  const give = (member: string, choice: Choice) =>
    // The ballot is gone once it is given: what it says then hangs on the promise.
    vote.mutateAsync({ meeting: meeting.id, item: item.id, member, choice }).then(
      () => notice("teal", t("board.vote.given")),
      (error) => notice("red", problemSentence(t, error)),
    );
  const mine = [...item.may_vote_for].sort((a, b) => Number(b === me) - Number(a === me));
  const nameOf = (account: string) => meeting.members.find((one) => one.account === account)?.name ?? "";
  return (
    <Stack gap="sm">
      {item.ballot === "secret" && (
        <Text size="sm" c="dimmed">
          {t("board.vote.secret_note")}
        </Text>
      )}
      {mine.map((member) => {
        const given = item.votes.find((one) => one.member === member)?.choice;
        const label = t("board.vote.for", { name: nameOf(member) });
        return (
          <Group key={member} gap="xs" role="group" aria-label={label}>
            <Text fw={600} miw={140}>
              {label}
            </Text>
            {kChoices.map((choice) => (
              <Button
                key={choice}
                size="compact-md"
                variant={given === choice ? "filled" : "default"}
                aria-pressed={given === choice}
                disabled={vote.isPending}
                onClick={() => give(member, choice)}
              >
                {t(`board.choice.${choice}`)}
              </Button>
            ))}
          </Group>
        );
      })}
    </Stack>
  );
}

function Moves({ meeting, item }: { meeting: Meeting; item: Item }) {
  const { t } = useTranslation();
  const move = useMoveItem();
  const go = (to: "begin" | "end") =>
    move.mutate(
      { meeting, item: item.id, to },
      { onError: (error) => notice("red", problemSentence(t, error)) },
    );
  const begin = item.ballot === "report" ? "report" : "begin";
  const number = item.position;
  return (
    <Group className="no-print">
      {item.actions.includes("begin_board_item") && (
        <Button
          variant="light"
          loading={move.isPending}
          aria-label={t(`board.do.${begin}_named`, { number })}
          onClick={() => go("begin")}
        >
          {t(`board.do.${begin}`)}
        </Button>
      )}
      {item.actions.includes("end_board_item") && (
        <Button
          loading={move.isPending}
          aria-label={t("board.do.end_named", { number })}
          onClick={() => go("end")}
        >
          {t("board.do.end")}
        </Button>
      )}
    </Group>
  );
}
