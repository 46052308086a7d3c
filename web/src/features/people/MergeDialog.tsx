// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Modal,
  Radio,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useContentKey } from "../../api/useContentKey";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type Organisation, organisationQuery } from "./api";
import { countryName, languageName } from "./countries";
import { type MergeWish, type OrganisationMerge, referencesQuery, useMerge } from "./doublesApi";
import {
  type Choice,
  type Choices,
  type Chosen,
  firstChoices,
  kChosen,
  mergedContent,
  namesOf,
  type Side,
  unitedNames,
} from "./merging";

/** Two records side by side: which stays, and what it keeps of the other. */
export function MergeDialog(props: {
  one: string;
  other: string;
  onClose: () => void;
  onMerged: (merge: OrganisationMerge) => void;
}) {
  const { t } = useTranslation();
  const one = useQuery({ ...organisationQuery(props.one), staleTime: 0 });
  const other = useQuery({ ...organisationQuery(props.other), staleTime: 0 });
  return (
    <Modal
      opened
      size="xl"
      onClose={props.onClose}
      title={t("people.merge.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <ProblemAlert error={one.error ?? other.error} />
      {one.data && other.data ? (
        <Form
          key={`${one.data.version} ${other.data.version}`}
          {...props}
          one={one.data}
          other={other.data}
          onStale={() => void Promise.all([one.refetch(), other.refetch()])}
        />
      ) : (
        !one.error && !other.error && <Skeleton h={320} />
      )}
    </Modal>
  );
}

function Form(props: {
  one: Organisation;
  other: Organisation;
  onClose: () => void;
  onMerged: (merge: OrganisationMerge) => void;
  onStale: () => void;
}) {
  const { one, other, onClose, onMerged, onStale } = props;
  const { t } = useTranslation();
  const [choices, setChoices] = useState(() => firstChoices(one, other));
  const merge = useMerge();
  const keyOf = useContentKey();
  const [kept, gone] = choices.keep === "one" ? [one, other] : [other, one];
  const stale = merge.error instanceof ApiError && merge.error.status === 412;
  const submit = () => {
    const wish: MergeWish = { kept, other: gone, content: mergedContent(one, other, choices) };
    merge.mutate({ key: keyOf(wish), wish }, { onSuccess: onMerged, onError: () => onStale() });
  };
  return (
    <Stack>
      {stale ? (
        <Alert color="gam" role="alert">
          {t("people.merge.stale")}
        </Alert>
      ) : (
        <ProblemAlert error={merge.error} />
      )}
      <KeepChoice
        one={one}
        other={other}
        keep={choices.keep}
        onChange={(keep) =>
          setChoices({
            ...choices,
            keep,
            ...(keep === "one" ? namesOf(one, other) : namesOf(other, one)),
          })
        }
      />
      <NamesChoice kept={kept} gone={gone} choices={choices} onChange={setChoices} />
      {kChosen.map((field) => (
        <FieldChoice
          key={field}
          field={field}
          one={one}
          other={other}
          value={choices.fields[field]}
          onChange={(choice) => setChoices({ ...choices, fields: { ...choices.fields, [field]: choice } })}
        />
      ))}
      <Moves id={gone.id} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button loading={merge.isPending} disabled={choices.names.length === 0} onClick={submit}>
          {t("people.merge.submit")}
        </Button>
      </Group>
    </Stack>
  );
}

function KeepChoice(props: {
  one: Organisation;
  other: Organisation;
  keep: Side;
  onChange: (keep: Side) => void;
}) {
  const { t } = useTranslation();
  const { one, other, keep, onChange } = props;
  const label = ({ name, created }: Organisation) =>
    t("people.merge.older", { name, when: formatInstant(created, currentLanguage()) });
  return (
    <Radio.Group
      label={t("people.merge.keep")}
      description={t("people.merge.keep_text")}
      value={keep}
      onChange={(value) => onChange(value === "other" ? "other" : "one")}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        <Radio value="one" label={label(one)} data-autofocus />
        <Radio value="other" label={label(other)} />
      </SimpleGrid>
    </Radio.Group>
  );
}

function NamesChoice(props: {
  kept: Organisation;
  gone: Organisation;
  choices: Choices;
  onChange: (choices: Choices) => void;
}) {
  const { t } = useTranslation();
  const { kept, gone, choices, onChange } = props;
  const set = (names: number[], primary = choices.primary) => onChange({ ...choices, names, primary });
  const drop = (at: number) => {
    const left = choices.names.filter((name) => name !== at);
    set(left, choices.primary === at ? (left[0] ?? 0) : choices.primary);
  };
  return (
    <Fieldset legend={t("people.merge.names")}>
      {unitedNames(kept, gone).map(({ language, name }, at) => (
        <Group key={`${language} ${name}`} gap="md" justify="space-between" mb={6}>
          <Checkbox
            label={`${name} · ${languageName(language, currentLanguage())}`}
            checked={choices.names.includes(at)}
            onChange={(event) => (event.currentTarget.checked ? set([...choices.names, at]) : drop(at))}
          />
          <Radio
            label={t("people.names.primary")}
            aria-label={t("people.names.primary_named", { number: at + 1 })}
            checked={choices.primary === at}
            disabled={!choices.names.includes(at)}
            onChange={() => set(choices.names, at)}
          />
        </Group>
      ))}
    </Fieldset>
  );
}

function FieldChoice(props: {
  field: Chosen;
  one: Organisation;
  other: Organisation;
  value: Choice;
  onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const { field, one, other, value, onChange } = props;
  const label = t(`people.field.${field}`);
  const shown = (record: Organisation) => {
    const said = record[field] ?? "";
    if (said === "") return t("people.merge.nothing");
    if (field === "kind") return t(`people.kind.${said}`);
    return field === "country" ? countryName(said, currentLanguage()) : said;
  };
  if ((one[field] ?? "") === (other[field] ?? ""))
    return (
      <div>
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Text style={{ overflowWrap: "anywhere" }}>
          {shown(one)}
          <Text span size="sm" c="dimmed">
            {` · ${t("people.merge.equal")}`}
          </Text>
        </Text>
      </div>
    );
  const notes = field === "note" && one.note && other.note;
  return (
    <Radio.Group
      label={label}
      aria-label={t("people.merge.choose", { field: label })}
      value={value}
      onChange={(choice) => onChange(choice as Choice)}
    >
      <SimpleGrid cols={{ base: 1, sm: notes ? 3 : 2 }} mt={4}>
        <Radio value="one" label={shown(one)} style={{ overflowWrap: "anywhere" }} />
        <Radio value="other" label={shown(other)} style={{ overflowWrap: "anywhere" }} />
        {notes && <Radio value="both" label={t("people.merge.both")} />}
      </SimpleGrid>
    </Radio.Group>
  );
}

function Moves({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(referencesQuery(id));
  if (!data) return null;
  const list = new Intl.ListFormat(currentLanguage(), { type: "conjunction" });
  const what = list.format(
    data.map(({ reference, count }) =>
      t("people.merge.moved_item", { count, what: t(`people.reference.${reference}`, reference) }),
    ),
  );
  return (
    <Text size="sm">
      {data.length > 0 ? t("people.merge.moves", { what }) : t("people.merge.moves_nothing")}
    </Text>
  );
}
