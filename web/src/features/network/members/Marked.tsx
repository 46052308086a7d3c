// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from "../../../api/client";

/** A text with what answers the search marked. */
export function Marked({ parts }: { parts: Schemas["Segment"][] }) {
  return parts.map((part, at) =>
    part.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place
      <mark key={at}>{part.text}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={at}>{part.text}</span>
    ),
  );
}
