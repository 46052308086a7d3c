// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type Rule, ruleQuery, useReplaceRule } from "./api";

/** The rules of the board: read by all, changed by those who may. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data: rule, error } = useQuery(ruleQuery);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("board.rule.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <ProblemAlert error={error} />
        {!rule && !error && <Skeleton h={200} />}
        {rule && !rule.updated && <Alert color="gam">{t("board.rule.default")}</Alert>}
        {rule &&
          (rule.actions.includes("replace_board_rule") ? (
            <RuleForm key={rule.version} rule={rule} version={rule.version} onClose={onClose} />
          ) : (
            <Sentences rule={rule} />
          ))}
      </Stack>
    </Modal>
  );
}

function Sentences({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const fraction = { numerator: rule.quorum_numerator, denominator: rule.quorum_denominator };
  return (
    <List spacing="xs">
      <List.Item>{t(`board.rule.sentence_${rule.quorum_more_than ? "more" : "least"}`, fraction)}</List.Item>
      <List.Item>{`${t("board.rule.majority_of")}: ${t(`board.rule.of.${rule.majority_of}`)}`}</List.Item>
      <List.Item>{t(rule.proxies ? "board.rule.proxies" : "board.rule.no_proxies")}</List.Item>
      {rule.chair_decides_ties && <List.Item>{t("board.rule.chair")}</List.Item>}
      {rule.basis && <List.Item>{`${t("board.rule.basis")}: ${rule.basis}`}</List.Item>}
    </List>
  );
}

type Values = Required<Rule> & Record<string, unknown>;

function RuleForm({ rule, version, onClose }: { rule: Rule; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const replace = useReplaceRule();
  const form = useForm<Values>({
    initialValues: {
      quorum_numerator: rule.quorum_numerator,
      quorum_denominator: rule.quorum_denominator,
      quorum_more_than: rule.quorum_more_than,
      majority_of: rule.majority_of,
      proxies: rule.proxies,
      chair_decides_ties: rule.chair_decides_ties,
      basis: rule.basis ?? "",
    },
  });
  const refusal = useFormProblem(form, replace.error);
  const submit = form.onSubmit((body) =>
    replace.mutate(
      { version, body },
      {
        onSuccess: () => {
          notice("teal", t("approval.saved"));
          onClose();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={refusal} />
        <SimpleGrid cols={2}>
          <NumberInput
            label={t("board.rule.numerator")}
            min={1}
            max={100}
            allowDecimal={false}
            hideControls
            {...form.getInputProps("quorum_numerator")}
          />
          <NumberInput
            label={t("board.rule.denominator")}
            min={1}
            max={100}
            allowDecimal={false}
            hideControls
            {...form.getInputProps("quorum_denominator")}
          />
        </SimpleGrid>
        <Checkbox
          label={t("board.rule.more_than")}
          {...form.getInputProps("quorum_more_than", { type: "checkbox" })}
        />
        <Select
          label={t("board.rule.majority_of")}
          allowDeselect={false}
          data={(["present", "cast"] as const).map((value) => ({
            value,
            label: t(`board.rule.of.${value}`),
          }))}
          {...form.getInputProps("majority_of")}
        />
        <Checkbox label={t("board.rule.proxies")} {...form.getInputProps("proxies", { type: "checkbox" })} />
        <Checkbox
          label={t("board.rule.chair")}
          {...form.getInputProps("chair_decides_ties", { type: "checkbox" })}
        />
        <TextInput
          label={t("board.rule.basis")}
          description={t("approval.lines.basis_hint")}
          maxLength={300}
          {...form.getInputProps("basis")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={replace.isPending}>
            {t("common.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
