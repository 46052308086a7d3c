// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Paper, Select, Stack, Text, Textarea, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { languageName } from "../people/countries";
import { type RecordReader, readersQuery, type Subject } from "./api";
import classes from "./Comments.module.css";
import { stillThere, typedMention, withMention } from "./mentions";

export interface Written {
  text: string;
  language: string;
  mentions: string[];
  shared: boolean;
}

const kLanguages = ["ko", "en", "zh", "ja", "de", "fr", "es", "vi"];

/** Where a comment is written: behind an "@" the people are offered who may read it. */
export function CommentBox(props: {
  subject: Subject;
  label: string;
  action: string;
  start?: Pick<Written, "text" | "language"> & { mentions: RecordReader[]; shared: boolean };
  /** Whether it can be chosen that those outside read it too. */
  sharing?: boolean;
  error: unknown;
  pending: boolean;
  onSend: (written: Written) => Promise<unknown>;
  onCancel?: () => void;
}) {
  const { t } = useTranslation();
  const { subject, start } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [text, setText] = useState(start?.text ?? "");
  const [caret, setCaret] = useState(text.length);
  const [language, setLanguage] = useState(start?.language ?? currentLanguage());
  const [shared, setShared] = useState(start?.shared ?? false);
  const [people, setPeople] = useState<RecordReader[]>(start?.mentions ?? []);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState<number>();
  const typed = typedMention(text, caret);
  const open = typed !== undefined && typed.at !== closed;
  const [part] = useDebouncedValue(typed?.part.trim() ?? "", 150);
  const { data } = useQuery({
    ...readersQuery(shared ? "shared_mention" : "mention", part, subject),
    enabled: open,
  });
  const offered = (data ?? []).slice(0, 8);
  const shown = open && offered.length > 0;

  const choose = (person: RecordReader) => {
    if (!typed) return;
    const put = withMention(text, caret, typed.at, person.name);
    setText(put.text);
    setCaret(put.caret);
    setPeople([...people.filter(({ account }) => account !== person.account), person]);
    setAt(0);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(put.caret, put.caret);
    });
  };
  const send = () => {
    if (text.trim() === "" || props.pending) return;
    const mentions = stillThere(text, people).map(({ account }) => account);
    void props
      .onSend({ text, language, mentions, shared })
      .then(() => {
        setText("");
        setPeople([]);
      })
      .catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
      return;
    }
    if (!open || offered.length === 0 || event.nativeEvent.isComposing) return;
    const chosen = offered[Math.min(at, offered.length - 1)];
    if (event.key === "ArrowDown") setAt((at + 1) % offered.length);
    else if (event.key === "ArrowUp") setAt((at + offered.length - 1) % offered.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen) choose(chosen);
    else if (event.key === "Escape") setClosed(typed?.at);
    else return;
    event.preventDefault();
  };
  const place = () => setCaret(box.current?.selectionStart ?? text.length);
  return (
    <Stack gap="sm" className="no-print">
      <ProblemAlert error={props.error} />
      <div>
        <Textarea
          ref={box}
          label={props.label}
          description={t("comments.hint")}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={5000}
          lang={language}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
            setAt(0);
          }}
          onSelect={place}
          onKeyDown={onKeyDown}
          aria-controls={shown ? listId : undefined}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-activedescendant={shown ? `${listId}-${Math.min(at, offered.length - 1)}` : undefined}
        />
        <Paper
          withBorder
          id={listId}
          role="listbox"
          aria-label={t("comments.suggestions")}
          mt={4}
          style={{ display: shown ? undefined : "none" }}
        >
          {offered.map((person, index) => (
            <UnstyledButton
              key={person.account}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              {person.name}
            </UnstyledButton>
          ))}
        </Paper>
        {open && data && offered.length === 0 && part !== "" && (
          <Text size="sm" c="dimmed" role="status" mt={4}>
            {t("comments.nobody")}
          </Text>
        )}
      </div>
      <Group align="flex-end" justify="space-between">
        <Select
          label={t("comments.language")}
          w={150}
          allowDeselect={false}
          value={language}
          onChange={(value) => value && setLanguage(value)}
          data={[...new Set([language, ...kLanguages])].map((value) => ({
            value,
            label: languageName(value, currentLanguage()),
          }))}
        />
        {props.sharing && (
          <Checkbox
            label={t("comments.shared")}
            description={t("comments.shared_hint")}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        <Group gap="xs">
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              {t("common.cancel")}
            </Button>
          )}
          <Button onClick={send} loading={props.pending} disabled={text.trim() === ""}>
            {props.action}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
