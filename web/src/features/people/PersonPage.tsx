// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Paper, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { EmptyState } from "../../components/EmptyState";
import { notice, undoNotice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { FictitiousBadge } from "./badges";
import { ConsentsCard } from "./ConsentsCard";
import { ContactsSection } from "./ContactsSection";
import { languageName } from "./countries";
import { Fact } from "./Fact";
import { PersonDialog } from "./PersonDialog";
import { PrivacyCard } from "./PrivacyCard";
import {
  type Person,
  personHistoryQuery,
  personQuery,
  useDeletePerson,
  useRestorePerson,
} from "./personsApi";

export function PersonPage() {
  const { t } = useTranslation();
  const { personId: id } = useParams({ from: "/app/persons/$personId" });
  const { data: one, error, refetch } = useQuery(personQuery(id));
  const history = useInfiniteQuery({ ...personHistoryQuery(id), enabled: Boolean(one) });
  const [editing, setEditing] = useState(false);
  if (error instanceof ApiError && error.code === "person.erased") return <Erased />;
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={320} radius="lg" />
    );
  return (
    <>
      <PageHeader
        title={one.name}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("person.title"), to: "/persons" },
          { label: one.name },
        ]}
        badges={one.fictitious && <FictitiousBadge />}
        actions={<Actions person={one} onEdit={() => setEditing(true)} />}
      />
      {one.fictitious && (
        <Alert color="gam" mb="md">
          {t("people.fictitious_text")}
        </Alert>
      )}
      <Stack gap="lg">
        <Facts person={one} />
        <ConsentsCard person={one} />
        <ContactsSection scope={{ person: one.id }} party={{ id: one.id, name: one.name }} />
        {one.actions.includes("erase_person") && <PrivacyCard person={one} />}
        <History query={history} />
      </Stack>
      {editing && <PersonDialog person={one} onClose={() => setEditing(false)} />}
    </>
  );
}

function Erased() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("person.erased")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("person.title"), to: "/persons" },
          { label: t("person.erased") },
        ]}
      />
      <EmptyState
        icon={<IconTrash size={32} />}
        title={t("person.erased")}
        text={t("error.person.erased")}
        action={
          <Button component={Link} to="/persons" variant="default">
            {t("person.title")}
          </Button>
        }
      />
    </>
  );
}

function Actions({ person: one, onEdit }: { person: Person; onEdit: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeletePerson();
  const restore = useRestorePerson();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: "/persons" });
        undoNotice({
          id: `deleted-${one.id}`,
          message: t("people.was_deleted", { name: one.name }),
          undo: t("people.undo"),
          onUndo: () => restore.mutateAsync(one.id).catch(fail),
        });
      },
      onError: fail,
    });
  return (
    <>
      {one.actions.includes("replace_person") && (
        <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t("people.edit")}
        </Button>
      )}
      {one.actions.includes("delete_person") && (
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          loading={remove.isPending}
          onClick={putAway}
        >
          {t("people.delete")}
        </Button>
      )}
    </>
  );
}

function Facts({ person: one }: { person: Person }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} component="dl" m={0} spacing="lg">
        <Fact label={t("person.field.names")}>
          {one.names.map(({ language: tag, name, primary }) => (
            <Text key={`${tag}-${name}`} lang={tag}>
              {name}
              <Text span c="dimmed" size="sm" lang={language}>
                {` · ${languageName(tag, language)}${primary ? ` · ${t("people.names.primary")}` : ""}`}
              </Text>
            </Text>
          ))}
        </Fact>
        <Fact label={t("person.field.title")}>{one.title || t("people.unknown")}</Fact>
        <Fact label={t("person.field.email")}>
          {one.email ? <Anchor href={`mailto:${one.email}`}>{one.email}</Anchor> : t("people.unknown")}
        </Fact>
        <Fact label={t("person.field.telephone")}>
          {one.telephone ? (
            <Anchor href={`tel:${one.telephone.replaceAll(/[^\d+]/g, "")}`} className="num">
              {one.telephone}
            </Anchor>
          ) : (
            t("people.unknown")
          )}
        </Fact>
        <Fact label={t("person.field.languages")}>
          {one.languages.map((tag) => languageName(tag, language)).join(", ") || t("people.unknown")}
        </Fact>
        <Fact label={t("person.field.employments")}>
          {one.employments.length === 0 && t("person.no_job")}
          {one.employments.map((job) => (
            <div key={`${job.organisation} ${job.job} ${job.first_day}`}>
              <Anchor component={Link} to={`/organisations/${job.organisation}`}>
                {job.organisation_name}
              </Anchor>
              {job.job && ` · ${job.job}`}
              {(job.first_day || job.last_day) && (
                <Text span c="dimmed" size="sm" className="num">
                  {` · ${job.first_day ?? ""} – ${job.last_day ?? ""}`}
                </Text>
              )}
            </div>
          ))}
        </Fact>
        {one.note && <Fact label={t("people.field.note")}>{one.note}</Fact>}
        <Fact label={t("people.entered")}>
          {t("people.entered_by", { name: one.owner_name, when: formatInstant(one.created, language) })}
        </Fact>
      </SimpleGrid>
    </Paper>
  );
}
