// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { DoublesList } from "./DoublesList";
import { MergeDialog } from "./MergeDialog";
import { MergesList, useMergedNotice } from "./MergesList";

const kViews = ["waiting", "apart", "merges"] as const;

export function DoublesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const view = kViews.find((known) => known === search.view) ?? "waiting";
  const one = urlText(search.one);
  const other = urlText(search.other);
  const merged = useMergedNotice();
  const close = () => update({ one: undefined, other: undefined });
  return (
    <>
      <PageHeader
        title={t("people.doubles.title")}
        description={t("people.doubles.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("people.organisation.title"), to: "/organisations" },
          { label: t("people.doubles.title") },
        ]}
      />
      <SegmentedControl
        mb="lg"
        aria-label={t("people.doubles.view")}
        value={view}
        onChange={(next) => update({ view: next === "waiting" ? undefined : next })}
        data={kViews.map((value) => ({ value, label: t(`people.doubles.${value}`) }))}
      />
      {view === "merges" ? (
        <MergesList />
      ) : (
        <DoublesList
          key={view}
          apart={view === "apart"}
          onCompare={(pair) => update({ one: pair.one.id, other: pair.other.id })}
        />
      )}
      {one && other && may("merge_organisations") && (
        <MergeDialog
          one={one}
          other={other}
          onClose={close}
          onMerged={(merge) => {
            close();
            merged(merge);
          }}
        />
      )}
    </>
  );
}
