// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";

/** jsdom draws nothing: a pen that only measures, by the number of letters. */
export function measuringPen() {
  const known = { measureText: (text: string) => ({ width: 6 * text.length }) };
  const pen = new Proxy(known, {
    get: (own, name) => (name in own ? own[name as keyof typeof own] : () => ({ addColorStop: () => {} })),
    set: () => true,
  });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation((() => pen) as never);
}

/** Chooses "SVG image" or "CSV table" of the one chart that is shown, and gives back what the file says. */
export async function savedFile(item: RegExp): Promise<string> {
  const saved: Blob[] = [];
  URL.createObjectURL = (blob: Blob | MediaSource) => {
    saved.push(blob as Blob);
    return "blob:saved";
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /^Download / }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
  await waitFor(() => {
    if (saved.length === 0) throw new Error("nothing was saved");
  });
  const file = saved[0] as Blob;
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(file);
  });
}

/** The words of a picture, its lines joined. */
export const wordsOf = (svg: string): string =>
  [...new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("text")]
    .map(({ textContent }) => textContent)
    .join(" ");
