// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCopyCheck, IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useMay } from "../../app/session";
import { notice, undoNotice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { RecordTogether } from "../together/RecordTogether";
import {
  type Organisation,
  organisationHistoryQuery,
  organisationQuery,
  useDeleteOrganisation,
  useRestoreOrganisation,
} from "./api";
import { FictitiousBadge, KindBadge } from "./badges";
import { ContactsSection } from "./ContactsSection";
import { countryName, languageName } from "./countries";
import { similarQuery } from "./doublesApi";
import { Fact } from "./Fact";
import { OrganisationDialog } from "./OrganisationDialog";
import { OrganisationPersons } from "./OrganisationPersons";

export function OrganisationPage() {
  const { t } = useTranslation();
  const { organisationId: id } = useParams({ from: "/app/organisations/$organisationId" });
  const { data: one, error, refetch } = useQuery(organisationQuery(id));
  const history = useInfiniteQuery(organisationHistoryQuery(id));
  const [editing, setEditing] = useState(false);
  const gone = error instanceof ApiError && error.status === 404 ? error.problem : undefined;
  if (gone?.params.into)
    return (
      <Navigate to="/organisations/$organisationId" params={{ organisationId: gone.params.into }} replace />
    );
  if (gone) throw error;
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
          { label: t("people.organisation.title"), to: "/organisations" },
          { label: one.name },
        ]}
        badges={
          <>
            <KindBadge kind={one.kind} />
            {one.fictitious && <FictitiousBadge />}
          </>
        }
        actions={<Actions organisation={one} onEdit={() => setEditing(true)} />}
      />
      {one.fictitious && (
        <Alert color="gam" mb="md">
          {t("people.fictitious_text")}
        </Alert>
      )}
      <Stack gap="lg">
        <MaybeDouble organisation={one} />
        <Facts organisation={one} />
        <OrganisationPersons organisation={one} />
        <ContactsSection scope={{ organisation: one.id }} party={{ id: "", name: "" }} />
        <RecordTogether kind="organisation" id={one.id} />
        <History query={history} />
      </Stack>
      {editing && <OrganisationDialog organisation={one} onClose={() => setEditing(false)} />}
    </>
  );
}

/** Other records that share a key with this one, for whoever may merge them. */
function MaybeDouble({ organisation: one }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const may = useMay();
  const { names, country, registration_number, web } = one;
  const draft = {
    except: one.id,
    names: names.map(({ name }) => name),
    country,
    ...(registration_number && { registration_number }),
    ...(web && { web }),
  };
  const { data = [] } = useQuery({ ...similarQuery(draft), enabled: may("check_organisation") });
  if (data.length === 0 || !may("merge_organisations")) return null;
  return (
    <Alert color="gam" icon={<IconCopyCheck aria-hidden />} title={t("people.doubles.maybe_own")}>
      <Stack gap={6}>
        {data.map(({ organisation: other, same }) => (
          <Group key={other.id} gap="sm">
            <Anchor component={Link} to={`/organisations/${other.id}`} c="inherit" underline="always">
              {other.name}
            </Anchor>
            <span>{same.map((key) => t(`people.doubles.same.${key}`)).join(", ")}</span>
            <Button
              component={Link}
              to="/organisations/doubles"
              search={{ one: one.id, other: other.id } as never}
              size="compact-md"
              variant="default"
              aria-label={t("people.doubles.compare_named", { one: one.name, other: other.name })}
            >
              {t("people.doubles.compare")}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}

function Actions({ organisation: one, onEdit }: { organisation: Organisation; onEdit: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const remove = useDeleteOrganisation();
  const restore = useRestoreOrganisation();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () => {
        void navigate({ to: "/organisations" });
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
      {one.actions.includes("replace_organisation") && (
        <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
          {t("people.edit")}
        </Button>
      )}
      {one.actions.includes("delete_organisation") && (
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

function Facts({ organisation: one }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} component="dl" m={0} spacing="lg">
        <Fact label={t("people.field.names")}>
          {one.names.map(({ language: tag, name, primary }) => (
            <Text key={`${tag}-${name}`} lang={tag}>
              {name}
              <Text span c="dimmed" size="sm" lang={language}>
                {` · ${languageName(tag, language)}${primary ? ` · ${t("people.names.primary")}` : ""}`}
              </Text>
            </Text>
          ))}
        </Fact>
        <Fact label={t("people.field.country")}>{countryName(one.country, language)}</Fact>
        <Fact label={t(`people.field.${one.country === "KR" ? "business_number" : "registration_number"}`)}>
          <span className="num">{one.registration_number ?? t("people.unknown")}</span>
        </Fact>
        <Fact label={t("people.field.web")}>
          {one.web ? (
            <Anchor href={one.web} target="_blank" rel="noreferrer noopener">
              {one.web}
            </Anchor>
          ) : (
            t("people.unknown")
          )}
        </Fact>
        <Fact label={t("people.field.address")}>{one.address || t("people.unknown")}</Fact>
        <Fact label={t("people.entered")}>
          {t("people.entered_by", { name: one.owner_name, when: formatInstant(one.created, language) })}
        </Fact>
      </SimpleGrid>
      {one.note && (
        <>
          <Title order={2} size="h4" mt="lg" mb={4}>
            {t("people.field.note")}
          </Title>
          <Text style={{ whiteSpace: "pre-wrap" }}>{one.note}</Text>
        </>
      )}
    </Paper>
  );
}
