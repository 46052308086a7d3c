// SPDX-License-Identifier: Apache-2.0
import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <Center mih={320} role="status" aria-label={t("common.loading")}>
      <Loader type="dots" />
    </Center>
  );
}
