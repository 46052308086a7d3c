// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from "react";

/** Up and down go from row to row, to what stands there in the same place. */
export function onRowKeys(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const here = document.activeElement;
  const row = here?.closest("tr");
  if (!here || !row) return;
  const focusable = (of: Element) => [...of.querySelectorAll<HTMLElement>("a[href], button, input")];
  const place = focusable(row).indexOf(here as HTMLElement);
  let next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  while (next && focusable(next).length === 0)
    next = event.key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
  if (!next) return;
  const choices = focusable(next);
  event.preventDefault();
  choices[Math.min(Math.max(place, 0), choices.length - 1)]?.focus();
}
