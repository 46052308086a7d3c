// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function TableSkeleton({ rows }: { rows: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
        <Skeleton key={row} height={44} />
      ))}
    </Stack>
  );
}

export function CardsSkeleton({ cards, height = 150 }: { cards: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} role="status" aria-label={t("common.loading")}>
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
        <Skeleton key={card} height={height} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
