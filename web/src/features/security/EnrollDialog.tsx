// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useBeginFactor, useConfirmFactor } from "./api";
import { RecoveryCodes } from "./RecoveryCodes";

/** Password, then the QR code and its first digits, then the recovery codes. */
export function EnrollDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<Schemas["SecondFactorBegun"]>();
  const [codes, setCodes] = useState<string[]>();
  return (
    <Modal
      opened
      onClose={onClose}
      // The codes are shown once: they are put away by their own button.
      closeOnClickOutside={!codes}
      closeOnEscape={!codes}
      withCloseButton={!codes}
      title={t(codes ? "security.factor.codes_title" : "security.factor.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={onClose} />
      ) : begun ? (
        <Confirm begun={begun} onDone={setCodes} />
      ) : (
        <Begin onDone={setBegun} />
      )}
    </Modal>
  );
}

function Begin({ onDone }: { onDone: (begun: Schemas["SecondFactorBegun"]) => void }) {
  const { t } = useTranslation();
  const begin = useBeginFactor();
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? t("auth.required") : null) },
  });
  const refusal = useFormProblem(form, begin.error);
  return (
    <form noValidate onSubmit={form.onSubmit((values) => begin.mutate(values, { onSuccess: onDone }))}>
      <Stack>
        <ProblemAlert error={refusal} />
        <PasswordInput
          label={t("auth.current_password")}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ "aria-label": t("auth.show_password") }}
          {...form.getInputProps("password")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={begin.isPending}>
            {t("security.factor.begin")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Confirm(props: { begun: Schemas["SecondFactorBegun"]; onDone: (codes: string[]) => void }) {
  const { secret, uri } = props.begun;
  const { t } = useTranslation();
  const confirm = useConfirmFactor();
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (value) => (value.trim() === "" ? t("auth.required") : null) },
  });
  const refusal = useFormProblem(form, confirm.error);
  const submit = form.onSubmit(({ code }) =>
    confirm.mutate({ code }, { onSuccess: ({ recovery_codes }) => props.onDone(recovery_codes) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={refusal} />
        <Text>{t("security.factor.scan")}</Text>
        {/* Black on white with its margin, dark page or not: that is what cameras read. */}
        <Group justify="center">
          <QRCodeSVG value={uri} size={208} marginSize={4} level="M" title={t("security.factor.qr")} />
        </Group>
        <div>
          <Text size="sm" fw={600}>
            {t("security.factor.secret")}
          </Text>
          <Text ff="monospace" style={{ overflowWrap: "anywhere" }} data-testid="secret">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </Text>
        </div>
        <TextInput
          label={t("security.factor.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          data-autofocus
          {...form.getInputProps("code")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={confirm.isPending}>
            {t("security.factor.confirm")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
