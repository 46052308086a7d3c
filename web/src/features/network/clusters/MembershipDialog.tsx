// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { useContentKey } from "../../../api/useContentKey";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { sent } from "../../../components/rows";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { OrganisationSelect } from "../../people/OrganisationSelect";
import { type Cluster, type Membership, useAddMember, useChangeMember, useRemoveMember } from "./api";

/** A member of the cluster: from when until when; a new one is chosen from the organisations. */
export function MembershipDialog(props: { cluster: Cluster; membership?: Membership; onClose: () => void }) {
  const { cluster, membership: one, onClose } = props;
  const { t } = useTranslation();
  const add = useAddMember(cluster.id);
  const change = useChangeMember();
  const keyOf = useContentKey();
  const form = useForm({
    initialValues: {
      organisation: one?.organisation ?? "",
      from: one?.from ?? "",
      until: one?.until ?? "",
    },
    validate: { organisation: (id) => (id ? null : t("network.membership.choose")) },
  });
  const refusal = useFormProblem(form, add.error ?? change.error);
  const done = () => {
    notice("teal", t("network.membership.saved"));
    onClose();
  };
  const submit = form.onSubmit(({ organisation, ...days }) => {
    const body = { organisation, ...sent<{ from?: string; until?: string }>(days) };
    if (one) change.mutate({ one, body: sent(days) }, { onSuccess: done });
    else add.mutate({ key: keyOf(body), body }, { onSuccess: done });
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(one ? "network.membership.edit" : "network.membership.add")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          {one ? (
            <Text fw={600}>{one.name}</Text>
          ) : (
            <OrganisationSelect
              label={t("network.membership.organisation")}
              placeholder={t("network.membership.organisation_search")}
              value={form.values.organisation || null}
              error={form.errors.organisation}
              onChange={(id) => form.setFieldValue("organisation", id ?? "")}
            />
          )}
          <SimpleGrid cols={2}>
            <TextInput type="date" label={t("network.membership.from")} {...form.getInputProps("from")} />
            <TextInput type="date" label={t("network.membership.until")} {...form.getInputProps("until")} />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t("network.membership.days_hint")}
          </Text>
          <Group justify="space-between">
            {one?.actions.includes("remove_cluster_member") ? (
              <Remove one={one} onClose={onClose} />
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("common.cancel")}
              </Button>
              <Button type="submit" loading={add.isPending || change.isPending}>
                {t("common.save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Remove({ one, onClose }: { one: Membership; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveMember();
  const add = useAddMember(one.cluster);
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const { organisation, from, until } = one;
  const again = { organisation, ...(from && { from }), ...(until && { until }) };
  return (
    <Button
      variant="subtle"
      color="red"
      loading={remove.isPending}
      onClick={() =>
        remove.mutate(one, {
          onSuccess: () => {
            onClose();
            undoNotice({
              id: `removed-${one.id}`,
              message: t("network.membership.removed", { name: one.name }),
              undo: t("people.undo"),
              onUndo: () => add.mutateAsync({ key: crypto.randomUUID(), body: again }).catch(fail),
            });
          },
          onError: fail,
        })
      }
    >
      {t("network.membership.remove")}
    </Button>
  );
}
