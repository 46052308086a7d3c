// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  Modal,
  Paper,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconDownload, IconEraser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import type { Person } from "./personsApi";
import { erasureQuery, useErasePerson, useForgetPerson } from "./privacyApi";

/** What a person may ask for: all that is kept of them, and its erasure. For administrators. */
export function PrivacyCard({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [erasing, setErasing] = useState(false);
  const url = `/api/v1/persons/${person.id}/export`;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="privacy">
      <Title order={2} size="h3" id="privacy">
        {t("person.privacy.title")}
      </Title>
      <Text mb="md">{t("person.privacy.text")}</Text>
      <Group>
        <Button
          component="a"
          href={`${url}?format=html&language=${currentLanguage()}`}
          download="person.html"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("person.privacy.export_html")}
        </Button>
        <Button
          component="a"
          href={`${url}?format=json`}
          download="person.json"
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("person.privacy.export_json")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconEraser size={18} aria-hidden />}
          onClick={() => setErasing(true)}
        >
          {t("person.privacy.erase")}
        </Button>
      </Group>
      {erasing && <EraseDialog person={person} onClose={() => setErasing(false)} />}
    </Paper>
  );
}

function EraseDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const plan = useQuery(erasureQuery(person.id));
  const erase = useErasePerson();
  const forget = useForgetPerson();
  const [sure, setSure] = useState(false);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("person.privacy.erase_named", { name: person.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Alert color="red" title={t("person.privacy.no_undo")}>
          {t("person.privacy.no_undo_text")}
        </Alert>
        <ProblemAlert error={plan.error ?? erase.error} />
        {plan.isPending && <Skeleton h={160} />}
        {plan.data && (
          <>
            <Items title={t("person.erasure.goes")} items={plan.data.filter(({ erased }) => erased)} />
            <Items title={t("person.erasure.stays")} items={plan.data.filter(({ erased }) => !erased)} />
            <Text size="sm" c="dimmed">
              {t("person.erasure.backups")}
            </Text>
          </>
        )}
        <Checkbox
          label={t("person.privacy.sure")}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            color="red.9"
            disabled={!sure || !plan.data}
            loading={erase.isPending}
            onClick={() =>
              erase.mutate(person, {
                onSuccess: () => {
                  notice("teal", t("person.privacy.was_erased"));
                  void navigate({ to: "/persons" }).then(() => forget(person.id));
                },
              })
            }
          >
            {t("person.privacy.erase")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Items({ title, items }: { title: string; items: Schemas["ErasureItem"][] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      <List size="sm">
        {items.map(({ what, count, erased }) => (
          <List.Item key={what}>
            {t(`person.erasure.what.${what}`, { count })}
            {!erased && (
              <Text size="sm" c="dimmed">
                {t(`person.erasure.why.${what}`)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
