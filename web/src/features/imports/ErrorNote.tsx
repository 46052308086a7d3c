// SPDX-License-Identifier: Apache-2.0
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

/** Why the last step did not come to its end. */
export function ErrorNote({ text }: { text: string }) {
  return <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={text} role="alert" />;
}
