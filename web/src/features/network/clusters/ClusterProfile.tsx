// SPDX-License-Identifier: Apache-2.0
import { Anchor, List, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage, type Language } from "../../../i18n";
import { countryName, languageName } from "../../people/countries";
import type { Cluster } from "./api";
import { shownText } from "./names";

/** What one would show to a partner: who they are, whom to write to, since when, on what agreement, by which figures. */
export function ClusterProfile({ cluster: one }: { cluster: Cluster }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const about = shownText(one.descriptions, language);
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <Stack gap="xl">
        {about && (
          <Text size="lg" lang={about.language} style={{ whiteSpace: "pre-wrap" }} maw={820}>
            {about.text}
          </Text>
        )}
        <Facts cluster={one} language={language} />
        {one.contacts.length > 0 && (
          <Part title={t("network.list.contacts.legend")}>
            <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
              {one.contacts.map((contact) => (
                <div key={`${contact.name}${contact.email}`}>
                  <Text fw={600}>{contact.name}</Text>
                  {contact.duty && (
                    <Text size="sm" c="dimmed">
                      {contact.duty}
                    </Text>
                  )}
                  {contact.email && <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>}
                  {contact.phone && <Text className="num">{contact.phone}</Text>}
                </div>
              ))}
            </SimpleGrid>
          </Part>
        )}
        {one.agreements.length > 0 && (
          <Part title={t("network.list.agreements.legend")}>
            <Agreements agreements={one.agreements} />
          </Part>
        )}
        {one.figures.length > 0 && (
          <Part title={t("network.list.figures.legend")}>
            <Figures figures={one.figures} />
          </Part>
        )}
        {one.sources.length > 0 && (
          <Part title={t("network.list.sources.legend")}>
            <List>
              {one.sources.map(({ title, link }) => (
                <List.Item key={title + link}>
                  {link ? <External href={link}>{title}</External> : title}
                </List.Item>
              ))}
            </List>
          </Part>
        )}
        {one.note && (
          <Part title={t("network.field.note")}>
            <Text style={{ whiteSpace: "pre-wrap" }}>{one.note}</Text>
          </Part>
        )}
      </Stack>
    </Paper>
  );
}

function External({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: "anywhere" }}>
      {children}
    </Anchor>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Facts({ cluster: one, language }: { cluster: Cluster; language: Language }) {
  const { t } = useTranslation();
  const place = [countryName(one.country, language), one.region, one.city].filter(Boolean).join(" · ");
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} component="dl" m={0} spacing="lg">
      <Fact label={t("people.field.names")}>
        {one.names.map(({ language: tag, name }) => (
          <Text key={`${tag}-${name}`} lang={tag} fw={500}>
            {name}
            <Text span c="dimmed" size="sm" lang={language}>
              {` · ${languageName(tag, language)}`}
            </Text>
          </Text>
        ))}
      </Fact>
      <Fact label={t("network.field.place")}>
        {place}
        {one.address && <Text>{one.address}</Text>}
      </Fact>
      <Fact label={t("people.field.web")}>
        {one.web ? <External href={one.web}>{one.web}</External> : t("people.unknown")}
      </Fact>
      <Fact label={t("network.list.periods.legend")}>
        {one.periods.length === 0 && t("network.field.no_period")}
        {one.periods.map(({ joined, left }) => (
          <span key={joined} className="num" style={{ display: "block" }}>
            {left
              ? t("network.field.period_ended", { joined, left })
              : t("network.field.period_open", { joined })}
          </span>
        ))}
      </Fact>
    </SimpleGrid>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
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

function Agreements({ agreements }: { agreements: Cluster["agreements"] }) {
  const { t } = useTranslation();
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Table className={stacked.table} aria-label={t("network.list.agreements.legend")}>
      <Table.Thead>
        <Table.Tr>
          {["title", "signed_on", "valid_until", "parties"].map((field) => (
            <Table.Th key={field} scope="col">
              {t(`network.list.agreements.${field}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {agreements.map((one) => (
          <Table.Tr key={`${one.title}${one.signed_on}`}>
            <Table.Td>{one.link ? <External href={one.link}>{one.title}</External> : one.title}</Table.Td>
            <Table.Td className="num" data-label={t("network.list.agreements.signed_on")}>
              {one.signed_on ?? "–"}
            </Table.Td>
            <Table.Td className="num" data-label={t("network.list.agreements.valid_until")}>
              {one.valid_until ?? "–"}
              {one.valid_until && one.valid_until < today && (
                <Text span c="red" size="sm">
                  {` ${t("network.field.expired")}`}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t("network.list.agreements.parties")}>
              {one.parties?.join(" · ") || "–"}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Figures({ figures }: { figures: Cluster["figures"] }) {
  const { t } = useTranslation();
  const latestFirst = [...figures].sort((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <Table className={stacked.table} aria-label={t("network.list.figures.legend")}>
      <Table.Thead>
        <Table.Tr>
          {["on", "members", "fte", "kinds", "source"].map((field) => (
            <Table.Th key={field} scope="col">
              {t(`network.list.figures.${field}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {latestFirst.map((one) => (
          <Table.Tr key={`${one.on}${one.source}`}>
            <Table.Td className="num">{one.on}</Table.Td>
            <Table.Td className="num" data-label={t("network.list.figures.members")}>
              {one.members ?? t("people.unknown")}
            </Table.Td>
            <Table.Td className="num" data-label={t("network.list.figures.fte")}>
              {one.fte ?? t("people.unknown")}
            </Table.Td>
            <Table.Td data-label={t("network.list.figures.kinds")}>
              {one.kinds?.length
                ? one.kinds.map((kind) => t(`people.kind.${kind}`)).join(", ")
                : t("people.unknown")}
            </Table.Td>
            <Table.Td data-label={t("network.list.figures.source")}>{one.source || "–"}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
