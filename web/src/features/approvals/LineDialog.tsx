// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { peopleQuery, type Task } from "./api";
import { kKinds, type Line, type LineContent, type LineStep, useSaveLine } from "./lineApi";

const kRoles = [
  "director",
  "planner",
  "programme_officer",
  "cluster_manager",
  "finance_officer",
  "board_member",
  "administrator",
] as const;
type Role = (typeof kRoles)[number];
const kTasks: Task[] = ["review", "agreement", "approval"];

interface Values extends Record<string, unknown> {
  name: string;
  kind: string;
  most_krw: number | "";
  delegated: boolean;
  basis: string;
  steps: LineStep[];
}

const contentOf = ({ most_krw, ...rest }: Values): LineContent => ({
  ...rest,
  ...(most_krw !== "" && { most_krw }),
});

/** A new line, or the one given. */
export function LineDialog({ line, onClose }: { line?: Line; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveLine();
  const keyOf = useContentKey();
  const form = useForm<Values>({
    initialValues: {
      name: line?.name ?? "",
      kind: line?.kind ?? "document",
      most_krw: line?.most_krw ?? "",
      delegated: line?.delegated ?? false,
      basis: line?.basis ?? "",
      steps: line?.steps ?? [{ task: "approval", title: "", role: "director", days: 3 }],
    },
    validate: {
      name: (name) => (name.trim() === "" ? t("auth.required") : null),
      steps: { title: (title: string) => (title.trim() === "" ? t("auth.required") : null) },
    },
  });
  const stale = save.error instanceof ApiError && save.error.status === 412;
  const refusal = useFormProblem(form, stale ? null : save.error);
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    save.mutate(
      { line, key: keyOf(body), body },
      {
        onSuccess: (saved) => {
          notice("teal", t("people.saved", { name: saved.name }));
          onClose();
        },
      },
    );
  });
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t(line ? "approval.lines.edit" : "approval.lines.new")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          {stale && <Alert color="gam" title={t("approval.stale")} />}
          <ProblemAlert error={refusal} />
          <TextInput label={t("approval.lines.name")} withAsterisk {...form.getInputProps("name")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t("approval.field.kind")}
              allowDeselect={false}
              data={kKinds.map((value) => ({ value, label: t(`approval.kind.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <NumberInput
              label={t("approval.lines.most")}
              description={t("approval.lines.most_hint")}
              thousandSeparator=","
              allowDecimal={false}
              allowNegative={false}
              max={1e15}
              hideControls
              {...form.getInputProps("most_krw")}
            />
          </SimpleGrid>
          <TextInput
            label={t("approval.lines.basis")}
            description={t("approval.lines.basis_hint")}
            maxLength={300}
            {...form.getInputProps("basis")}
          />
          <Checkbox
            label={t("approval.lines.delegated")}
            {...form.getInputProps("delegated", { type: "checkbox" })}
          />
          <Steps
            steps={form.values.steps}
            errors={form.errors}
            onChange={(steps) => form.setFieldValue("steps", steps)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Steps(props: {
  steps: LineStep[];
  errors: Record<string, React.ReactNode>;
  onChange: (steps: LineStep[]) => void;
}) {
  const { t } = useTranslation();
  const { steps, errors, onChange } = props;
  const people = useQuery(peopleQuery).data ?? [];
  const set = (index: number, patch: Partial<LineStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  /** A step is for whoever holds a role, or for one person. */
  const held = ({ role: _, account: __, ...rest }: LineStep, value: string): LineStep => {
    const role = kRoles.find((known): known is Role => known === value);
    return role ? { ...rest, role } : { ...rest, account: value };
  };
  return (
    <Fieldset legend={t("approval.lines.steps")}>
      <Stack gap="md">
        {steps.map((step, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have nothing of their own but their place
            <Group key={index} gap="xs" align="flex-end" wrap="wrap">
              <Select
                style={{ flex: "1 1 110px" }}
                label={t("approval.lines.task", { number })}
                allowDeselect={false}
                data={kTasks.map((value) => ({ value, label: t(`approval.task.${value}`) }))}
                value={step.task}
                error={errors[`steps.${index}.task`]}
                onChange={(task) => set(index, { task: task as Task })}
              />
              <TextInput
                style={{ flex: "1 1 130px" }}
                label={t("approval.lines.step_title", { number })}
                maxLength={40}
                value={step.title}
                error={errors[`steps.${index}.title`]}
                onChange={(event) => set(index, { title: event.currentTarget.value })}
              />
              <Select
                style={{ flex: "2 1 180px" }}
                label={t("approval.lines.holder", { number })}
                searchable
                allowDeselect={false}
                data={[
                  {
                    group: t("approval.lines.roles"),
                    items: kRoles.map((value) => ({
                      value: value as string,
                      label: t(`accounts.roles.${value}`),
                    })),
                  },
                  {
                    group: t("approval.lines.people"),
                    items: people.map(({ account, name }) => ({ value: account, label: name })),
                  },
                ]}
                value={step.role ?? step.account ?? null}
                error={errors[`steps.${index}.account`] ?? errors[`steps.${index}`]}
                onChange={(value) =>
                  value && onChange(steps.map((one, at) => (at === index ? held(one, value) : one)))
                }
              />
              <NumberInput
                style={{ flex: "0 1 120px" }}
                label={t("approval.lines.days", { number })}
                min={1}
                max={60}
                allowDecimal={false}
                hideControls
                value={step.days ?? 3}
                error={errors[`steps.${index}.days`]}
                onChange={(days) => set(index, { days: Number(days) || 1 })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--dure-ink)"
                size={36}
                mb={4}
                disabled={steps.length === 1}
                aria-label={t("approval.lines.remove_step", { number })}
                onClick={() => onChange(steps.filter((_, at) => at !== index))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
        <Group>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              onChange([
                ...steps.slice(0, -1),
                { task: "review", title: "", role: "planner", days: 3 },
                ...steps.slice(-1),
              ])
            }
          >
            {t("approval.lines.add_step")}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
