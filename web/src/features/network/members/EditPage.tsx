// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Skeleton, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useUnsavedGuard } from "../../../components/useUnsavedGuard";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { type Member, memberQuery, useCreateMember, useReplaceMember } from "./api";
import { BusinessFields } from "./BusinessFields";
import { ConsentFields } from "./ConsentFields";
import { OrganisationFields } from "./OrganisationFields";
import { contentOf, type MemberValues, valuesOf } from "./values";

/** A member's profile to write: its own people, its cluster's and the secretariat's. */
export function EditMemberPage() {
  const { memberId } = useParams({ strict: false });
  const id = memberId ?? "";
  const { data: one, error, refetch } = useQuery(memberQuery(id));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (!one)
    return error ? (
      <ProblemAlert error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton h={420} radius="lg" />
    );
  return <Form key={one.version} member={one} />;
}

export function NewMemberPage() {
  return <Form />;
}

function Form({ member: one }: { member?: Member }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useCreateMember();
  const replace = useReplaceMember();
  const saving = one ? replace : create;
  const keyOf = useContentKey();
  const form = useForm<MemberValues>({
    initialValues: valuesOf(one),
    validate: {
      names: (names) => (names.some(({ name }) => name.trim() === "") ? t("error.names.blank") : null),
    },
  });
  useUnsavedGuard(form.isDirty() && !saving.isSuccess);
  const stale = saving.error instanceof ApiError && saving.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : saving.error);
  const back = one ? `/network/members/${one.id}` : "/network/members";
  const done = (saved: Member) => {
    notice("teal", t("people.saved", { name: saved.name }));
    void navigate({ to: `/network/members/${saved.id}`, ignoreBlocker: true });
  };
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    // Not given to mutate(): a saved profile has another version, so this form is gone by the time it is read again.
    const saved = one
      ? replace.mutateAsync({ id: one.id, version: one.version ?? 0, body })
      : create.mutateAsync({ key: keyOf(body), body });
    // What was refused stands in the form.
    void saved.then(done, () => {});
  });
  const title = one ? t("network.profile.edit_of", { name: one.name }) : t("network.members.create");
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t("network.members.title"), to: "/network/members" },
          ...(one ? [{ label: one.name, to: back }] : []),
          { label: title },
        ]}
      />
      <form noValidate onSubmit={submit}>
        <Stack gap="lg" maw={920}>
          {stale && (
            <Alert color="gam" title={t("people.stale")}>
              <Button
                variant="default"
                size="compact-md"
                onClick={() => void queries.invalidateQueries({ queryKey: ["members", "one", one?.id] })}
              >
                {t("people.load_latest")}
              </Button>
            </Alert>
          )}
          <ProblemAlert error={refusal} />
          <OrganisationFields form={form} />
          <BusinessFields form={form} labels={one?.labels} />
          <ConsentFields form={form} />
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {t("network.profile.save")}
            </Button>
            <Button component={Link} to={back} variant="default">
              {t("common.cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
