// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Desk, kDesks } from "../../app/desks";
import { useMay } from "../../app/session";
import classes from "./Home.module.css";

function DeskCard({ id, icon: Icon, colour, to, needs }: Desk) {
  const { t } = useTranslation();
  const may = useMay();
  const open = to !== undefined && (!needs || may(needs));
  return (
    <article className={classes.desk} data-open={open} style={{ "--desk": colour } as React.CSSProperties}>
      <div className={classes.desk_head}>
        <span className={classes.desk_icon}>
          <Icon size={26} stroke={1.7} aria-hidden />
        </span>
        <Title order={3}>{t(`home.desks.${id}.name`)}</Title>
        {!to && (
          <Badge variant="default" radius="sm" tt="none" fw={600} ml="auto">
            {t("app.later")}
          </Badge>
        )}
      </div>
      <Text size="sm" className={classes.desk_text}>
        {t(`home.desks.${id}.text`)}
      </Text>
      {open && (
        <Button
          component={Link}
          to={to}
          variant="light"
          mt="auto"
          rightSection={<IconArrowRight size={18} aria-hidden />}
          style={{ alignSelf: "flex-start" }}
        >
          {t(`home.desks.${id}.action`)}
        </Button>
      )}
    </article>
  );
}

/** The institute's four jobs. Those to come say so and lead nowhere. */
export function DesksSection() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="desks">
      <Title order={2} id="desks">
        {t("home.desks.title")}
      </Title>
      <Text c="dimmed" mt={4} mb="md" maw={720}>
        {t("home.desks.text")}
      </Text>
      <div className={classes.desks}>
        {kDesks.map((desk) => (
          <DeskCard key={desk.id} {...desk} />
        ))}
      </div>
    </section>
  );
}
