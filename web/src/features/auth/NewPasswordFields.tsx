// SPDX-License-Identifier: Apache-2.0
import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  repeatLabel: string;
  password: PasswordInputProps;
  repeat: PasswordInputProps;
}

/** A password that is being chosen, typed twice. */
export function NewPasswordFields({ label, repeatLabel, password, repeat }: Props) {
  const { t } = useTranslation();
  const shared = {
    autoComplete: "new-password",
    size: "md",
    visibilityToggleButtonProps: { "aria-label": t("auth.show_password") },
  } as const;
  return (
    <>
      <PasswordInput label={label} description={t("auth.password_hint")} {...shared} {...password} />
      <PasswordInput label={repeatLabel} {...shared} {...repeat} />
    </>
  );
}
