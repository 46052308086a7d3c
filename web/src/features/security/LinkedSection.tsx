// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { notice } from "../../components/notices";
import { EndDialog } from "../accounts/EndDialog";
import { Section } from "../accounts/Section";
import { useUnlinkIdentity } from "./api";

/** The link with a sign-in at the OpenID provider, where there is one. */
export function LinkedSection({ account }: { account: Schemas["Account"] }) {
  const { t } = useTranslation();
  const unlink = useUnlinkIdentity();
  const [open, setOpen] = useState(false);
  if (!account.linked) return null;
  const close = () => setOpen(false);
  const confirm = () =>
    unlink.mutate(account.id, {
      onSuccess: () => {
        notice("teal", t("security.linked.done"));
        close();
      },
    });
  return (
    <Section
      title={t("security.linked.title")}
      text={t("security.linked.text")}
      action={
        <Button variant="default" onClick={() => setOpen(true)}>
          {t("security.linked.undo")}
        </Button>
      }
    >
      {open && (
        <EndDialog
          title={t("security.linked.question")}
          text={t("security.linked.after")}
          action={t("security.linked.undo")}
          error={unlink.error}
          pending={unlink.isPending}
          onConfirm={confirm}
          onClose={close}
        />
      )}
    </Section>
  );
}
