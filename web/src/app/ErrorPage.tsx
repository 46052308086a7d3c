// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Code, Container, Group, Stack, Text, Title } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/client";
import { problemSentence } from "../api/problems";
import { Logo } from "../components/Logo";

function Message(props: {
  code: string;
  title: string;
  text: string;
  framed?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Container size="sm" py={80} component={props.framed ? "div" : "main"}>
      <Stack gap="md" align="flex-start">
        <Logo size={44} />
        <Text c="dimmed" fw={700} className="num">
          {props.code}
        </Text>
        <Title order={1}>{props.title}</Title>
        <Text>{props.text}</Text>
        {props.children}
        <Anchor component={Link} to="/">
          {t("app.to_home")}
        </Anchor>
      </Stack>
    </Container>
  );
}

export function NotFoundPage({ framed }: { framed?: boolean }) {
  const { t } = useTranslation();
  return (
    <Message framed={framed} code="404" title={t("app.not_found.title")} text={t("app.not_found.text")} />
  );
}

/** What stands where a page broke or was refused: what happened, its request, and a way on. */
export function ErrorPage({ error, reset, framed }: ErrorComponentProps & { framed?: boolean }) {
  const { t } = useTranslation();
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) return <NotFoundPage framed={framed} />;
  const refused = status === 403;
  const request = error instanceof ApiError ? error.problem.request_id : "";
  return (
    <Message
      framed={framed}
      code={status ? String(status) : ""}
      title={refused ? t("app.refused.title") : t("app.broken.title")}
      text={refused ? t("app.refused.text") : problemSentence(t, error)}
    >
      {request && (
        <Text size="sm" c="dimmed">
          {t("app.request_id")} <Code>{request}</Code>
        </Text>
      )}
      <Group>
        <Button onClick={reset}>{t("common.retry")}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t("app.connection.reload")}
        </Button>
      </Group>
    </Message>
  );
}

/** The same inside the frame, where navigation stays. */
export function FramedErrorPage(props: ErrorComponentProps) {
  return <ErrorPage {...props} framed />;
}
