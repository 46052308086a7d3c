// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { History } from "../../oversight/History";
import { type ClusterRule, ruleHistoryQuery, ruleQuery, useSaveRule } from "./api";

/** The rule by which clusters are valid: for all to read, for the secretariat to change, with its history. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const rule = useQuery(ruleQuery);
  const history = useInfiniteQuery(ruleHistoryQuery(may("list_cluster_rule_history")));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("network.rule.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text c="dimmed">{t("network.rule.text")}</Text>
        <ProblemAlert error={rule.error} onRetry={() => void rule.refetch()} />
        {rule.isPending && <Skeleton h={200} />}
        {rule.data && <Form key={rule.data.version} rule={rule.data} onClose={onClose} />}
        {may("list_cluster_rule_history") && <History query={history} />}
      </Stack>
    </Modal>
  );
}

interface Values extends Record<string, unknown> {
  min_members: number | string;
  min_fte: number | string;
  min_kinds: number | string;
  origin: string;
  note: string;
}

function Form({ rule, onClose }: { rule: ClusterRule; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveRule();
  const { min_members, min_fte, min_kinds, origin, note } = rule;
  const form = useForm<Values>({ initialValues: { min_members, min_fte, min_kinds, origin, note } });
  const refusal = useFormProblem(form, save.error);
  const editable = rule.actions.includes("replace_cluster_rule");
  const submit = form.onSubmit((values) =>
    save.mutate(
      {
        version: rule.version,
        body: {
          ...values,
          min_members: Number(values.min_members),
          min_fte: Number(values.min_fte),
          min_kinds: Number(values.min_kinds),
        },
      },
      {
        onSuccess: () => {
          notice("teal", t("network.rule.saved"));
          onClose();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!editable} style={{ border: 0, padding: 0, margin: 0 }}>
        <Stack>
          <ProblemAlert error={refusal} />
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <NumberInput
              label={t("network.rule.min_members")}
              min={0}
              allowDecimal={false}
              {...form.getInputProps("min_members")}
            />
            <NumberInput
              label={t("network.rule.min_fte")}
              min={0}
              step={0.1}
              {...form.getInputProps("min_fte")}
            />
            <NumberInput
              label={t("network.rule.min_kinds")}
              min={0}
              max={8}
              allowDecimal={false}
              {...form.getInputProps("min_kinds")}
            />
          </SimpleGrid>
          <TextInput label={t("network.rule.origin")} {...form.getInputProps("origin")} />
          <Textarea label={t("people.field.note")} autosize minRows={2} {...form.getInputProps("note")} />
        </Stack>
      </fieldset>
      {editable && (
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t("common.save")}
          </Button>
        </Group>
      )}
    </form>
  );
}
