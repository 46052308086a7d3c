// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, CloseButton, Drawer, Group, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink, IconPencil } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { valueText as figureValue } from "../../figures/names";
import { History } from "../../oversight/History";
import { Fact } from "../../people/Fact";
import { formatInstant } from "../lib/format";
import { useLanguage } from "../shell";
import { AssumptionDialog } from "./AssumptionDialog";
import { type Assumption, assumptionHistoryQuery } from "./api";
import { useNumberNames, valueText } from "./names";

/** One number beside the table: its value and range, its source with the note, who changed it when and why. */
export function AssumptionDrawer(props: {
  planId: string;
  one: Assumption | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { planId, one, onClose } = props;
  const [editing, setEditing] = useState(false);
  // One window at a time: two would each keep the focus for themselves.
  return (
    <>
      <Drawer.Root opened={one !== undefined && !editing} onClose={onClose} position="right" size="lg">
        <Drawer.Overlay />
        <Drawer.Content aria-label={t("assumption.one")}>
          <Drawer.Body>
            <Group justify="flex-end">
              <CloseButton aria-label={t("common.close")} onClick={onClose} />
            </Group>
            {one && <Details planId={planId} one={one} onEdit={() => setEditing(true)} />}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      {one && editing && <AssumptionDialog planId={planId} one={one} onClose={() => setEditing(false)} />}
    </>
  );
}

function Details({ planId, one, onEdit }: { planId: string; one: Assumption; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { partOf, fieldOf } = useNumberNames(planId);
  const history = useInfiniteQuery(assumptionHistoryQuery(planId, one.at));
  const value = (number: number | undefined) => valueText(number, one.unit, t, language);
  const note = language === "ko" ? one.note_ko || one.note_en : one.note_en || one.note_ko;
  return (
    <Stack gap="md">
      <div>
        <Text c="dimmed">{partOf(one)}</Text>
        <Title order={2} size="h3">
          {fieldOf(one)}
        </Title>
      </div>
      <Text className="num" fz={28} fw={700} lh={1.2}>
        {one.series === undefined ? value(one.value) : one.series}
      </Text>
      <Stack component="dl" gap="md" m={0}>
        <Fact label={t("assumption.field.source")}>
          <Provenance one={one} />
        </Fact>
        {one.figure_value !== undefined && one.figure_unit !== undefined && (
          <Fact label={t("assumption.field.figure")}>
            <Anchor component={Link} to={`/energy/figures/${one.figure}` as string}>
              {`${figureValue(one.figure_value, one.figure_unit, language)} · ${one.figure_period}`}
            </Anchor>
          </Fact>
        )}
        {note && <Fact label={t("assumption.note")}>{note}</Fact>}
        {(one.low !== undefined || one.high !== undefined) && (
          <Fact label={t("assumption.range")}>{`${value(one.low)} – ${value(one.high)}`}</Fact>
        )}
        {one.price_year !== undefined && (
          <Fact label={t("assumption.field.price_year")}>{one.price_year}</Fact>
        )}
        {one.changed_by && one.updated && (
          <Fact label={t("assumption.changed")}>
            {[one.changed_by, formatInstant(one.updated, language), one.reason].filter(Boolean).join(" · ")}
          </Fact>
        )}
        <Fact label={t("assumption.address")}>
          <Text component="code" size="sm" style={{ overflowWrap: "anywhere" }}>
            {one.at}
          </Text>
        </Fact>
      </Stack>
      {one.actions.includes("change_assumption") && (
        <Group>
          <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
            {t("assumption.edit")}
          </Button>
        </Group>
      )}
      <History query={history} />
    </Stack>
  );
}

/** The source in a line with its link, or the badge that there is none. */
export function Provenance({ one }: { one: Assumption }) {
  const { t } = useTranslation();
  if (!one.sourced)
    return (
      <Badge variant="light" color="orange" style={{ textTransform: "none" }}>
        {t("assumption.without_source")}
      </Badge>
    );
  const text =
    [one.source_document, one.source_publisher].filter(Boolean).join(", ") || t("assumption.from_figure");
  return one.source_link ? (
    <Anchor href={one.source_link} target="_blank" rel="noreferrer" size="sm">
      {text} <IconExternalLink size={14} aria-hidden />
    </Anchor>
  ) : (
    <Text size="sm" component="span">
      {text}
    </Text>
  );
}
