// SPDX-License-Identifier: Apache-2.0
import { Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useSession } from "../../app/session";
import { SignInForm } from "./SignInForm";

/**
 * A session that ends while a page is open: sign in over it, and what was being written is still there. Someone else who
 * signs in gets a fresh page.
 */
export function SessionEnded({ ended }: { ended: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const session = useSession();
  const last = useRef<Schemas["Account"]>(undefined);
  if (session) last.current = session.account;
  const resume = ({ account }: Schemas["Session"]) => {
    if (last.current && account.id !== last.current.id) {
      window.location.assign("/");
      return;
    }
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  };
  return (
    <Modal
      opened={ended && last.current !== undefined}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("auth.session_ended.title")}
      size="md"
    >
      <Stack>
        <Text>{t("auth.session_ended.text")}</Text>
        <SignInForm email={last.current?.email ?? ""} onDone={resume} />
      </Stack>
    </Modal>
  );
}
