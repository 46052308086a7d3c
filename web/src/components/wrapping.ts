// SPDX-License-Identifier: Apache-2.0

/** For a button whose words may be longer than a narrow page is wide: they go on in a second line. */
export const wrapping = {
  h: "auto",
  mih: 32,
  py: 6,
  maw: "100%",
  styles: { label: { whiteSpace: "normal", textAlign: "start" } },
} as const;
