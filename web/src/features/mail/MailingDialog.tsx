// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  Group,
  Modal,
  MultiSelect,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { kRoles, type Role } from "../accounts/api";
import { MailPaper } from "./MailPaper";
import {
  type Mailing,
  type MailingContent,
  usePreviewMailing,
  useSaveMailing,
  useSendMailing,
  useTryMailing,
} from "./mailings";

interface Fields extends Record<string, unknown> {
  subject_ko: string;
  body_ko: string;
  subject_en: string;
  body_en: string;
  audience: string;
  roles: string[];
  language: string;
}

function contentOf({ language, audience, roles, ...texts }: Fields): MailingContent {
  const persons = audience === "persons";
  const content: MailingContent = {
    ...texts,
    audience: persons ? "persons" : "accounts",
    roles: persons ? [] : (roles as Role[]),
  };
  return language === "ko" || language === "en" ? { ...content, language } : content;
}

/** Writing a mailing, and seeing who gets it and how it looks before it goes out. One that was sent is only read. */
export function MailingDialog({ of, onClose }: { of?: Mailing; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Fields>({
    initialValues: {
      subject_ko: of?.subject_ko ?? "",
      body_ko: of?.body_ko ?? "",
      subject_en: of?.subject_en ?? "",
      body_en: of?.body_en ?? "",
      audience: of?.audience ?? "accounts",
      roles: of?.roles ?? [],
      language: of?.language ?? "",
    },
  });
  const readOnly = of !== undefined && !of.actions.includes("replace_mailing");
  const preview = usePreviewMailing();
  const save = useSaveMailing();
  const keyOf = useContentKey();
  const [previewed, setPreviewed] = useState<MailingContent>();
  const refusal = useFormProblem(form, preview.error ?? save.error);
  const keep = (content: MailingContent) =>
    save.mutate(
      { of, key: keyOf(content), body: content },
      {
        onSuccess: () => {
          notice("teal", t("mailings.saved"));
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="xl"
      title={t(previewed ? "mailings.preview_title" : of ? "mailings.edit" : "mailings.new")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {previewed && preview.data ? (
        <BeforeSending
          of={of}
          content={previewed}
          preview={preview.data}
          onBack={() => setPreviewed(undefined)}
          onSent={onClose}
        />
      ) : (
        <form
          noValidate
          onSubmit={form.onSubmit((fields) => {
            const content = contentOf(fields);
            preview.mutate(content, { onSuccess: () => setPreviewed(content) });
          })}
        >
          <fieldset disabled={readOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
            <Stack gap="md">
              <ProblemAlert error={refusal} />
              <NativeSelect
                label={t("mailings.audience")}
                data={[
                  { value: "accounts", label: t("mailings.accounts") },
                  { value: "persons", label: t("mailings.persons") },
                ]}
                {...form.getInputProps("audience")}
              />
              <MultiSelect
                label={t("mailings.roles")}
                description={t("mailings.roles_text")}
                data={kRoles.map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
                disabled={readOnly || form.values.audience === "persons"}
                {...form.getInputProps("roles")}
              />
              <NativeSelect
                label={t("mailings.language")}
                data={[
                  { value: "", label: t("mailings.any_language") },
                  { value: "ko", label: t("mailings.korean") },
                  { value: "en", label: t("mailings.english") },
                ]}
                {...form.getInputProps("language")}
              />
              <Text size="sm" c="dimmed">
                {t("mailings.both_text")}
              </Text>
              {(["ko", "en"] as const).map((language) => (
                <Stack key={language} gap="xs">
                  <TextInput
                    label={t(`mailings.subject_${language}`)}
                    lang={language}
                    maxLength={200}
                    {...form.getInputProps(`subject_${language}`)}
                  />
                  <Textarea
                    label={t(`mailings.body_${language}`)}
                    lang={language}
                    autosize
                    minRows={4}
                    maxRows={14}
                    {...form.getInputProps(`body_${language}`)}
                  />
                </Stack>
              ))}
            </Stack>
          </fieldset>
          {!readOnly && (
            <Group justify="flex-end" mt="md">
              <Button
                variant="default"
                loading={save.isPending}
                onClick={() => keep(contentOf(form.getValues()))}
              >
                {t("mailings.save")}
              </Button>
              <Button type="submit" loading={preview.isPending}>
                {t("mailings.preview")}
              </Button>
            </Group>
          )}
        </form>
      )}
    </Modal>
  );
}

function BeforeSending(props: {
  of?: Mailing;
  content: MailingContent;
  preview: NonNullable<ReturnType<typeof usePreviewMailing>["data"]>;
  onBack: () => void;
  onSent: () => void;
}) {
  const { t } = useTranslation();
  const { content, preview } = props;
  const save = useSaveMailing();
  const send = useSendMailing();
  const tryOut = useTryMailing();
  const keyOf = useContentKey();
  const draft = save.data ?? props.of;
  const sendNow = async () => {
    const saved = await save.mutateAsync({ of: draft, key: keyOf(content), body: content });
    const sent = await send.mutateAsync(saved);
    notice("teal", t("mailings.sent_notice", { count: sent.readers }));
    props.onSent();
  };
  return (
    <Stack gap="md">
      <ProblemAlert error={save.error ?? send.error} />
      <Alert color={preview.readers > 0 ? "jjok" : "red"}>
        {preview.readers > 0 ? t("mailings.readers", { count: preview.readers }) : t("mailings.nobody")}
        {preview.names.length > 0 && (
          <div>{t("mailings.readers_names", { names: preview.names.join(", ") })}</div>
        )}
        {preview.blocked > 0 && <div>{t("mailings.blocked", { count: preview.blocked })}</div>}
      </Alert>
      {Object.entries(preview.samples).map(([language, sample]) => (
        <Stack key={language} gap="xs">
          <Text fw={600}>{t(language === "ko" ? "mailings.korean" : "mailings.english")}</Text>
          <MailPaper {...sample} language={language} />
        </Stack>
      ))}
      <Text size="sm" c="dimmed">
        {t("mailings.send_text")}
      </Text>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={props.onBack}>
          {t("common.back")}
        </Button>
        <Button
          variant="default"
          loading={tryOut.isPending}
          onClick={() =>
            tryOut.mutate(
              { key: keyOf({ try: content }), body: content },
              {
                onSuccess: () => notice("teal", t("mailings.tried")),
                onError: (error) => notice("red", problemSentence(t, error)),
              },
            )
          }
        >
          {t("mailings.try")}
        </Button>
        <Button
          disabled={preview.readers === 0}
          loading={save.isPending || send.isPending}
          // What goes wrong stands above: the mutations keep it.
          onClick={() => void sendNow().catch(() => undefined)}
        >
          {t("mailings.send")}
        </Button>
      </Group>
    </Stack>
  );
}
