// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Loader, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { type ImportResource, kMostBytes, useUpload } from "./api";

/** Chooses what a table holds and takes the file. */
export function UploadCard(props: {
  resources: ImportResource[];
  resource: string;
  onResource: (key: string) => void;
}) {
  const { t } = useTranslation();
  const { resources, resource, onResource } = props;
  const navigate = useNavigate();
  const upload = useUpload();
  const keyOf = useContentKey();
  const [refused, setRefused] = useState("");
  const take = ([file]: File[]) => {
    if (!file) return;
    setRefused("");
    const key = keyOf([resource, file.name, file.size, file.lastModified]);
    upload.mutate(
      { key, resource, file },
      {
        onSuccess: ({ id }) => void navigate({ to: "/imports/$importId", params: { importId: id } }),
      },
    );
  };
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="upload">
      <Stack>
        <Title order={2} size="h3" id="upload">
          {t("imports.upload.title")}
        </Title>
        <Select
          label={t("imports.upload.resource")}
          allowDeselect={false}
          maw={360}
          value={resource}
          onChange={(key) => key && onResource(key)}
          data={resources.map(({ key }) => ({ value: key, label: t(`imports.resource.${key}`) }))}
        />
        <Dropzone
          onDrop={take}
          onReject={() =>
            setRefused(t("imports.upload.too_large", { most: String(kMostBytes / 1024 / 1024) }))
          }
          maxSize={kMostBytes}
          multiple={false}
          disabled={upload.isPending}
          aria-label={t("imports.upload.file")}
        >
          <Group justify="center" gap="md" mih={110} style={{ pointerEvents: "none" }}>
            {upload.isPending ? <Loader size={32} /> : <IconFileSpreadsheet size={36} aria-hidden />}
            <div>
              <Text fw={600}>{t(upload.isPending ? "imports.upload.sending" : "imports.upload.drop")}</Text>
              <Text size="sm" c="dimmed">
                {t("imports.upload.formats")}
              </Text>
            </div>
          </Group>
        </Dropzone>
        {refused && (
          <Text c="var(--mantine-color-error)" role="alert">
            {refused}
          </Text>
        )}
        <ProblemAlert error={upload.error} />
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {t("imports.upload.template")}
          </Text>
          {(["xlsx", "csv"] as const).map((format) => (
            <Anchor
              key={format}
              size="sm"
              href={`/api/v1/imports/resources/${resource}/template?format=${format}&language=${currentLanguage()}`}
              download
            >
              {t(`imports.upload.template_${format}`)}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}
