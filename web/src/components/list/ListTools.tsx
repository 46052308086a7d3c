// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Menu } from "@mantine/core";
import { IconColumns3, IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type ListColumn, switched } from "./columns";
import { SavedViews } from "./SavedViews";

const kForms = ["csv", "xlsx", "json"] as const;
export type DownloadForm = (typeof kForms)[number];

/** What every list has beside its filters: saved views, columns, download of what is seen. */
export function ListTools<T>(props: {
  list: string;
  columns: ListColumn<T>[];
  shown: ListColumn<T>[];
  onColumns: (address: string | undefined) => void;
  downloadUrl?: (form: DownloadForm) => string;
}) {
  const { t } = useTranslation();
  const { list, columns, shown, onColumns, downloadUrl } = props;
  return (
    <Group gap="xs" mb="md" justify="flex-end" className="no-print">
      <SavedViews list={list} />
      <Menu position="bottom-end" closeOnItemClick={false} withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconColumns3 size={18} aria-hidden />}>
            {t("list.columns")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {columns
            .filter(({ always }) => !always)
            .map((column) => (
              <Menu.CheckboxItem
                key={column.key}
                checked={shown.includes(column)}
                onChange={() => onColumns(switched(columns, shown, column.key))}
              >
                {column.label}
              </Menu.CheckboxItem>
            ))}
        </Menu.Dropdown>
      </Menu>
      {downloadUrl && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
              {t("list.download")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kForms.map((form) => (
              <Menu.Item key={form} component="a" href={downloadUrl(form)} download>
                {t(`list.form.${form}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
