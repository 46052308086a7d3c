// SPDX-License-Identifier: Apache-2.0
import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "../../hooks/usePageTitle";
import { DesksSection } from "./DesksSection";

export function HomePage() {
  const { t } = useTranslation();
  usePageTitle(t("home.title"));
  return (
    <Stack gap={40}>
      <DesksSection />
    </Stack>
  );
}
