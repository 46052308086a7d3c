// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { Section } from "../accounts/Section";
import { secondFactorQuery } from "./api";
import { EnrollDialog } from "./EnrollDialog";
import { RemoveDialog } from "./RemoveDialog";

const kColours = { off: "gray", on: "teal", needed: "red", exempt: "gam" };

export function SecondFactorSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(secondFactorQuery);
  const [open, setOpen] = useState<"enroll" | "remove">();
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t("security.factor.title")}
      text={t("security.factor.text")}
      action={
        data &&
        (data.state === "on" ? (
          <Button variant="default" onClick={() => setOpen("remove")}>
            {t("security.factor.remove")}
          </Button>
        ) : (
          <Button onClick={() => setOpen("enroll")}>{t("security.factor.open")}</Button>
        ))
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={30} mx="lg" />}
      {data && (
        <Group px={{ base: "md", sm: "lg" }} gap="sm">
          <Badge color={kColours[data.state]}>{t(`security.factor.${data.state}`)}</Badge>
          {data.state === "on" && (
            <Text size="sm">{t("security.factor.left", { count: data.recovery_codes })}</Text>
          )}
          {data.state === "exempt" && <Text size="sm">{t("security.factor.exempt_text")}</Text>}
        </Group>
      )}
      {open === "enroll" && <EnrollDialog onClose={close} />}
      {open === "remove" && <RemoveDialog onClose={close} />}
    </Section>
  );
}
