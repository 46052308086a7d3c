// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Loader, Stack, Text, TextInput, Title } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { usePageTitle } from "../../hooks/usePageTitle";
import { AuthFrame } from "./AuthFrame";
import { useFinishOpenId } from "./api";
import { takeBack } from "./openIdBack";

interface Brought {
  state: string;
  code: string;
  /** The provider's own word for why not (RFC 6749, section 4.1.2.1). */
  error: string;
}

function whatWasBrought(): Brought {
  const query = new URLSearchParams(window.location.search);
  return { state: query.get("state") ?? "", code: query.get("code") ?? "", error: query.get("error") ?? "" };
}

/** Where the provider sends the browser back to. */
export function OpenIdPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const [brought] = useState(whatWasBrought);
  const { mutate, error } = useFinishOpenId();
  const begun = useRef(false);
  usePageTitle(t("auth.openid.title"));
  const done = { onSuccess: () => router.history.replace(takeBack()) };
  useEffect(() => {
    if (begun.current || brought.error !== "") return;
    begun.current = true;
    // A code is worth something once: it is not left in the history.
    window.history.replaceState(window.history.state, "", window.location.pathname);
    mutate(
      { state: brought.state, code: brought.code },
      { onSuccess: () => router.history.replace(takeBack()) },
    );
  }, [brought, mutate, router]);

  const codeAsked = useAskedForCode(error);
  const refused = brought.error !== "" || (error !== null && !codeAsked);
  return (
    <AuthFrame>
      <Stack gap="lg">
        <Title order={1} size="h2">
          {t(refused ? "auth.openid.failed" : "auth.openid.title")}
        </Title>
        {brought.error !== "" && (
          <Alert color="red">
            {brought.error === "access_denied"
              ? t("auth.openid.cancelled")
              : t("auth.openid.refused", { error: brought.error.slice(0, 60) })}
          </Alert>
        )}
        {codeAsked ? (
          <CodeForm
            error={error}
            onCode={(code) => mutate({ state: brought.state, second_factor: code }, done)}
          />
        ) : (
          <ProblemAlert error={error} />
        )}
        {!refused && !codeAsked && (
          <Stack gap="sm" role="status">
            <Loader />
            <Text>{t("auth.openid.wait")}</Text>
          </Stack>
        )}
        {refused && (
          <Button component={Link} to="/sign-in" variant="default">
            {t("auth.openid.again")}
          </Button>
        )}
      </Stack>
    </AuthFrame>
  );
}

/** Once the second factor was asked for, a wrong code keeps the form. */
function useAskedForCode(error: unknown): boolean {
  const [asked, setAsked] = useState(false);
  const code = error instanceof ApiError ? error.code : "";
  useEffect(() => {
    if (code === "auth.second_factor_needed") setAsked(true);
    if (code === "openid.stale") setAsked(false);
  }, [code]);
  return asked;
}

function CodeForm({ error, onCode }: { error: unknown; onCode: (code: string) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const wrong = error instanceof ApiError && error.code !== "auth.second_factor_needed" ? error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <ProblemAlert error={wrong} />
        <Text>{t("auth.code_text")}</Text>
        <TextInput
          label={t("auth.code")}
          autoComplete="one-time-code"
          size="md"
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" disabled={code.trim() === ""}>
          {t("auth.sign_in")}
        </Button>
      </Stack>
    </form>
  );
}
