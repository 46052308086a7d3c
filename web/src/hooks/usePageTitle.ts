// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the browser's tab. */
export function usePageTitle(title: string) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
}
