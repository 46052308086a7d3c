// SPDX-License-Identifier: Apache-2.0
import { Button, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { Section } from "../accounts/Section";
import { formatInstant } from "../energy/lib/format";
import { type MailBlock, mailBlocksQuery, useRemoveBlock } from "./api";

export function BlocksSection() {
  const { t } = useTranslation();
  const { data } = useQuery(mailBlocksQuery);
  return (
    <Section title={t("mails.blocks.title")} text={t("mails.blocks.text")}>
      {data?.length === 0 && (
        <Text c="dimmed" px={{ base: "md", sm: "lg" }}>
          {t("mails.blocks.none")}
        </Text>
      )}
      {data && data.length > 0 && (
        <Table className={classes.table} aria-label={t("mails.blocks.title")}>
          <Table.Tbody>
            {data.map((block) => (
              <BlockRow key={`${block.address} ${block.topic}`} block={block} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function BlockRow({ block }: { block: MailBlock }) {
  const { t } = useTranslation();
  const remove = useRemoveBlock();
  const { address, topic, reason, detail, created } = block;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: "anywhere" }}>{address}</Table.Td>
      <Table.Td>
        {t(`mails.blocks.${reason}`)} · {topic === "*" ? t("mails.blocks.every") : t(`mail.topic.${topic}`)}
        {detail && (
          <Text size="sm" c="dimmed">
            {detail}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="num">{formatInstant(created, currentLanguage())}</Table.Td>
      <Table.Td className={classes.actions}>
        <Button
          size="compact-md"
          variant="default"
          loading={remove.isPending}
          aria-label={t("mails.blocks.remove", { address })}
          onClick={() =>
            remove.mutate(
              { address, topic },
              {
                onSuccess: () => notice("teal", t("mails.blocks.removed", { address })),
                onError: (error) => notice("red", problemSentence(t, error)),
              },
            )
          }
        >
          {t("mails.blocks.remove_short")}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
