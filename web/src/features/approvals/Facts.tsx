// SPDX-License-Identifier: Apache-2.0
import { Anchor, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Approval } from "./api";
import { useDocumentWords } from "./words";

/** Where the record behind a document has its page. */
const kPages: Record<string, (subject: string) => string> = {
  energy_run: (subject) => `/energy/runs/${subject}`,
};

/** What is to know of a document beside its text. */
export function Facts({ approval: one }: { approval: Approval }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const last = one.rounds.at(-1);
  const page = one.subject && kPages[one.kind]?.(one.subject);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} component="dl" m={0} spacing="md">
      <Fact label={t("approval.number")}>{words.number(one) ?? t("approval.not_numbered")}</Fact>
      <Fact label={t("approval.field.kind")}>{words.kind(one.kind)}</Fact>
      <Fact label={t("approval.field.desk")}>{t(`approval.desk.${one.desk}`)}</Fact>
      <Fact label={t("approval.field.drafter")}>{one.drafter_name}</Fact>
      <Fact label={t("approval.field.amount_krw")}>{words.won(one.amount_krw)}</Fact>
      <Fact label={t("approval.field.readers")}>
        {one.readers.map(({ name }) => name).join(", ") || t("approval.none")}
      </Fact>
      {last && <Fact label={t("approval.field.line")}>{last.line_name}</Fact>}
      {page && (
        <Fact label={t("approval.record")}>
          <Anchor component={Link} to={page}>
            {t("approval.open_record")}
          </Anchor>
        </Fact>
      )}
      {last && one.state === "approved" && (
        <Fact label={t("approval.field.hash")}>
          <span className="num" title={last.content_hash} style={{ overflowWrap: "anywhere" }}>
            {last.content_hash.slice(0, 16)}
          </span>
          {one.intact && ` · ${t("approval.intact")}`}
        </Fact>
      )}
    </SimpleGrid>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={500}>
        {children}
      </Text>
    </div>
  );
}
