// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "./api";

const kColours: Record<Import["state"], string> = {
  draft: "gray",
  checking: "jjok",
  checked: "jjok",
  writing: "jjok",
  stopped: "gam",
  done: "teal",
  undoing: "jjok",
  undone: "gray",
};

export function StateBadge({ state }: { state: Import["state"] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kColours[state]} radius="sm" tt="none">
      {t(`imports.state.${state}`)}
    </Badge>
  );
}
