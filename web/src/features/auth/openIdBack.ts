// SPDX-License-Identifier: Apache-2.0
// Where a person was going when they left for the provider: kept in this tab, as the provider brings back nothing of it.
import { place } from "./place";

const kKey = "dure.openid.back";

export function keepBack(back: string | undefined) {
  if (back) window.sessionStorage.setItem(kKey, back);
  else window.sessionStorage.removeItem(kKey);
}

export function takeBack(): string {
  const back = place(window.sessionStorage.getItem(kKey));
  window.sessionStorage.removeItem(kKey);
  return back ?? "/";
}
