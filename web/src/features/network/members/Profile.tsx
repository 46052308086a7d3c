// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { countryName, languageName } from "../../people/countries";
import type { Member } from "./api";
import { labelOf } from "./labels";
import classes from "./Members.module.css";

/** What a buyer reads of a member. */
export function Profile({ member: one }: { member: Member }) {
  return (
    <div className={classes.facts}>
      <Stack gap="lg" miw={0}>
        <Summaries member={one} />
        <Products member={one} />
        <Technologies member={one} />
      </Stack>
      <Stack gap="lg" miw={0}>
        <Facts member={one} />
        <Contact member={one} />
        <Certificates member={one} />
      </Stack>
    </div>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

/** Texts in the reader's language stand first, each with its language where it is another. */
function inOrder<T extends { language: string }>(texts: T[], language: string): T[] {
  const rank = ({ language: tag }: T) => (tag.startsWith(language) ? 0 : tag.startsWith("en") ? 1 : 2);
  return [...texts].sort((a, b) => rank(a) - rank(b));
}

function Foreign({ tag }: { tag: string }) {
  const language = currentLanguage();
  if (tag.startsWith(language)) return null;
  return (
    <Text span size="xs" c="dimmed" lang={language}>
      {languageName(tag, language)}
    </Text>
  );
}

function Summaries({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  const texts = inOrder(one.summaries ?? [], currentLanguage());
  return (
    <Panel title={t("network.profile.summary")}>
      {texts.length === 0 && <Text c="dimmed">{t("network.profile.no_summary")}</Text>}
      <Stack gap="md">
        {texts.map(({ language, text }) => (
          <div key={`${language}-${text}`}>
            <Foreign tag={language} />
            <Text lang={language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {text}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Products({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  if (!one.products?.length) return null;
  return (
    <Panel title={t("network.profile.products")}>
      <Stack gap="sm">
        {inOrder(one.products, currentLanguage()).map(({ language, name, text }) => (
          <div key={`${language}-${name}`}>
            <Group gap="xs">
              <Text fw={600} lang={language}>
                {name}
              </Text>
              <Foreign tag={language} />
            </Group>
            {text && <Text lang={language}>{text}</Text>}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

function Technologies({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  if (!one.technologies?.length && !one.hs_codes?.length) return null;
  return (
    <Panel title={t("network.profile.technologies")}>
      <Group gap={8}>
        {one.technologies?.map((id) => (
          <Badge key={id} size="lg" variant="light" radius="sm" tt="none" fw={500}>
            {labelOf(one.labels?.[id], id, language)}
          </Badge>
        ))}
      </Group>
      {one.hs_codes && one.hs_codes.length > 0 && (
        <Text mt="sm" size="sm">
          <Text span c="dimmed">
            {t("network.profile.hs_codes")}{" "}
          </Text>
          <span className="num">{one.hs_codes.join(", ")}</span>
        </Text>
      )}
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" m={0} fw={500} style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
    </div>
  );
}

function Facts({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const others = one.names.filter(({ primary }) => !primary);
  return (
    <Panel title={t("network.profile.facts")}>
      <Stack component="dl" m={0} gap="sm">
        {others.length > 0 && (
          <Fact label={t("network.profile.other_names")}>
            {others.map(({ language: tag, name }) => (
              <Text key={`${tag}-${name}`} lang={tag} fw={500}>
                {name}
              </Text>
            ))}
          </Fact>
        )}
        <Fact label={t("people.field.country")}>{countryName(one.country, language)}</Fact>
        {one.size_class && (
          <Fact label={t("network.facet.size_class")}>{t(`network.size.${one.size_class}`)}</Fact>
        )}
        {one.activities && one.activities.length > 0 && (
          <Fact label={t("network.facet.activity")}>
            {one.activities.map((activity) => t(`network.activity.${activity}`)).join(", ")}
          </Fact>
        )}
        {one.clusters.length > 0 && (
          <Fact label={t("network.facet.cluster")}>{one.clusters.map(({ name }) => name).join(", ")}</Fact>
        )}
        {one.registration_number && (
          <Fact label={t("people.field.registration_number")}>
            <span className="num">{one.registration_number}</span>
          </Fact>
        )}
      </Stack>
    </Panel>
  );
}

function Contact({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  const { contact, web, address, links = [] } = one;
  if (!contact && !web && !address && links.length === 0) return null;
  return (
    <Panel title={t("network.profile.contact")}>
      <Stack component="dl" m={0} gap="sm">
        {web && (
          <Fact label={t("people.field.web")}>
            <Anchor href={web} target="_blank" rel="noreferrer noopener">
              {web}
            </Anchor>
          </Fact>
        )}
        {links.map(({ label, url }) => (
          <Fact key={url} label={label || t("network.profile.link")}>
            <Anchor href={url} target="_blank" rel="noreferrer noopener">
              {url}
            </Anchor>
          </Fact>
        ))}
        {contact?.person && <Fact label={t("network.field.person")}>{contact.person}</Fact>}
        {contact?.email && (
          <Fact label={t("network.field.email")}>
            <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
          </Fact>
        )}
        {contact?.phone && <Fact label={t("network.field.phone")}>{contact.phone}</Fact>}
        {address && <Fact label={t("people.field.address")}>{address}</Fact>}
      </Stack>
    </Panel>
  );
}

function Certificates({ member: one }: { member: Member }) {
  const { t } = useTranslation();
  if (!one.certificates?.length) return null;
  return (
    <Panel title={t("network.profile.certificates")}>
      <List listStyleType="none" spacing="xs">
        {one.certificates.map(({ name, issuer, valid_until }) => (
          <List.Item key={`${name}-${valid_until}`}>
            <Text fw={500}>{[name, issuer].filter(Boolean).join(" · ")}</Text>
            {valid_until && (
              <Text size="sm" c="dimmed">
                {t("network.profile.valid_until", { day: valid_until })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
