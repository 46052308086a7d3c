// SPDX-License-Identifier: Apache-2.0
import { Group, List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";
import { currentLanguage } from "../../../i18n";
import { VerdictBadge } from "./badges";

/** The rule's result as sentences: what is needed, what is known, from where. */
export function Validation({ validation }: { validation: Schemas["ClusterValidation"] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="validation">
      <Group gap="sm" mb="sm">
        <Title order={2} size="h3" id="validation">
          {t("network.validation.title")}
        </Title>
        <VerdictBadge verdict={validation.verdict} />
      </Group>
      <List spacing={6}>
        {validation.findings.map((one) => (
          <List.Item key={one.criterion}>
            <Finding finding={one} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Finding({ finding: one }: { finding: Schemas["ClusterFinding"] }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(currentLanguage() === "ko" ? "ko-KR" : "en-GB");
  const needed = number.format(one.needed);
  if (one.found === undefined) return <>{t(`network.validation.${one.criterion}.unknown`, { needed })}</>;
  const found = number.format(one.found);
  return (
    <>
      {t(`network.validation.${one.criterion}.${one.verdict}`, { needed, found })}{" "}
      <Text span c="dimmed" size="sm">
        {one.basis === "counted"
          ? t("network.validation.counted")
          : t("network.validation.declared", { on: one.on ?? "" })}
      </Text>
    </>
  );
}
