// SPDX-License-Identifier: Apache-2.0
import { Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** A mail as its reader sees it. The frame runs nothing and may open nothing. */
export function MailPaper(props: { subject: string; html: string; text: string; language: string }) {
  const { t } = useTranslation();
  const [form, setForm] = useState("html");
  return (
    <Stack gap="sm">
      <SegmentedControl
        value={form}
        onChange={setForm}
        data={[
          { value: "html", label: t("mails.as_html") },
          { value: "text", label: t("mails.as_text") },
        ]}
      />
      {form === "html" ? (
        <iframe
          title={props.subject}
          sandbox=""
          srcDoc={props.html}
          lang={props.language}
          style={{ width: "100%", height: 440, border: "1px solid var(--dure-line)", background: "#fff" }}
        />
      ) : (
        <Paper withBorder p="md">
          <Text component="pre" size="sm" lang={props.language} style={{ whiteSpace: "pre-wrap", margin: 0 }}>
            {props.text}
          </Text>
        </Paper>
      )}
    </Stack>
  );
}
