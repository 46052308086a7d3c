// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Attachment, contentPath } from "./api";

/** The file inside the page: pictures as pictures, the rest in a frame that may do nothing. */
export function PreviewDialog({ one, onClose }: { one: Attachment; onClose: () => void }) {
  const { t } = useTranslation();
  const source = contentPath(one, true);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={one.name}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {one.type.startsWith("image/") ? (
        <img
          src={source}
          alt={one.description || one.name}
          style={{ display: "block", maxWidth: "100%", maxHeight: "70vh", margin: "0 auto" }}
        />
      ) : (
        <iframe
          src={source}
          title={one.name}
          style={{ width: "100%", height: "70vh", border: 0, background: "white" }}
        />
      )}
      <Group justify="flex-end" mt="md">
        <Button
          component="a"
          href={contentPath(one)}
          download={one.name}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("files.download")}
        </Button>
      </Group>
    </Modal>
  );
}
