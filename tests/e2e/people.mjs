// SPDX-License-Identifier: Apache-2.0
// People for a test: accounts made through the API, and their windows.
import assert from "node:assert/strict";
import { openPage } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";

/** Calls the API as a person; for what another test does in the browser. */
export async function call(server, who, method, to, body) {
  const answer = await fetch(`${server.base}/api/v1${to}`, {
    method,
    headers: { Cookie: who.cookie ?? "", ...(body && { "Content-Type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(answer.ok, `${method} ${to}: ${answer.status} ${await answer.clone().text()}`);
  return { json: answer.status === 204 ? null : await answer.json(), cookie: answer.headers.get("set-cookie")?.split(";")[0] };
}

/** The account with its cookie and id. */
export async function signedIn(server, account) {
  const { cookie, json } = await call(server, {}, "POST", "/session", { email: account.email, password: account.password });
  return { ...account, cookie, id: json.account.id };
}

/** A new account with these roles, signed in. */
export async function newPerson(server, administrator, key, name, roles) {
  const account = { email: `${key}@dure.example`, password: `willow in the wind ${key}`, name };
  await call(server, administrator, "POST", "/accounts", { ...account, roles });
  return signedIn(server, account);
}

/** A window in which the person has signed in and opened the address, and has no mouse. */
export async function enter(browser, server, words, account, to, look) {
  const { page, faults } = await openPage(browser, { base: server.base, ...look });
  withoutMouse(page);
  await page.goto(to);
  await page.getByLabel(words("auth.email")).fill(account.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
  return { page, faults };
}
