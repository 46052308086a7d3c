// SPDX-License-Identifier: Apache-2.0
import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMailOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { mailStateQuery } from "./api";

/** Whether mails leave, in words, and what waits. */
export function ServerCard() {
  const { t } = useTranslation();
  const { data } = useQuery(mailStateQuery);
  if (!data) return null;
  const at = (instant: string) => formatInstant(instant, currentLanguage());
  const counts = [
    t("mails.waits", { count: (data.counts.waiting ?? 0) + (data.counts.sending ?? 0) }),
    t("mails.given_up", { count: data.counts.dead ?? 0 }),
  ].join(" · ");
  if (!data.configured) {
    return (
      <Alert color="gam" icon={<IconMailOff aria-hidden />} title={t("mails.server.off_title")}>
        {t("mails.server.off")}
        <div>{counts}</div>
      </Alert>
    );
  }
  if (data.trouble) {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t("mails.server.trouble_title")}>
        {t("mails.server.trouble", {
          since: data.trouble_since ? at(data.trouble_since) : "",
          trouble: data.trouble,
        })}
        <div>{counts}</div>
      </Alert>
    );
  }
  return (
    <Alert color="teal" icon={<IconCheck aria-hidden />} title={t("mails.server.on")}>
      {counts}
      {data.last_sent && ` · ${t("mails.server.last_sent", { at: at(data.last_sent) })}`}
    </Alert>
  );
}
