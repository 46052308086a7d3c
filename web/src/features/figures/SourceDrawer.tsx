// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, CloseButton, Drawer, Group, Skeleton, Stack, Title } from "@mantine/core";
import { IconExternalLink, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { Fact } from "../people/Fact";
import { sourceQuery } from "./api";
import { SourceDialog } from "./SourceDialog";

/** A source beside the page that leads to it: what it is, who entered it, which figures rest on it. */
export function SourceDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { data: one, error } = useQuery({ ...sourceQuery(id ?? ""), enabled: id !== undefined });
  return (
    <Drawer.Root opened={id !== undefined} onClose={onClose} position="right" size="md">
      <Drawer.Overlay />
      <Drawer.Content aria-label={t("figures.source_of")}>
        <Drawer.Body>
          <Group justify="space-between" mb="md">
            <Title order={2} size="h4">
              {t("figures.source_of")}
            </Title>
            <CloseButton aria-label={t("common.close")} onClick={onClose} />
          </Group>
          <ProblemAlert error={error} />
          {!one && !error && <Skeleton h={240} />}
          {one && (
            <Stack gap="md">
              <Stack component="dl" gap="md" m={0}>
                <Fact label={t("figures.field.document")}>{one.document}</Fact>
                <Fact label={t("figures.field.publisher")}>{one.publisher}</Fact>
                {one.page && <Fact label={t("figures.field.page")}>{one.page}</Fact>}
                {one.published && <Fact label={t("figures.field.published")}>{one.published}</Fact>}
                {one.read_on && <Fact label={t("figures.field.read_on")}>{one.read_on}</Fact>}
                {one.link && (
                  <Fact label={t("figures.field.link")}>
                    <Anchor
                      href={one.link}
                      target="_blank"
                      rel="noreferrer"
                      style={{ overflowWrap: "anywhere" }}
                    >
                      {one.link} <IconExternalLink size={14} aria-hidden />
                    </Anchor>
                  </Fact>
                )}
                {one.note && <Fact label={t("figures.field.note")}>{one.note}</Fact>}
                <Fact label={t("figures.field.code")}>{one.code}</Fact>
                <Fact label={t("figures.field.entered")}>
                  {`${one.owner_name ?? t("figures.came_with_dure")} · ${formatInstant(one.updated, currentLanguage())}`}
                </Fact>
              </Stack>
              <Group>
                <Button component={Link} to={`/energy/figures?source=${one.id}` as string} variant="default">
                  {t("figures.source.figures")}
                </Button>
                {one.actions.includes("replace_source") && (
                  <Button
                    variant="default"
                    leftSection={<IconPencil size={18} aria-hidden />}
                    onClick={() => setEditing(true)}
                  >
                    {t("figures.source.edit")}
                  </Button>
                )}
              </Group>
              {editing && <SourceDialog source={one} onClose={() => setEditing(false)} />}
            </Stack>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
