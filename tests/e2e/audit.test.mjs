// SPDX-License-Identifier: Apache-2.0
// The audit read by an administrator: the chain verified, the history of one kind and period, before and after side by side,
// downloads; closed to a planner; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, downloaded, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { withoutMouse } from "./keyboard.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
let accounts;
before(async () => {
  server = await startServer("audit");
  browser = await openBrowser();
  ({ example: accounts } = await (await fetch(`${server.base}/api/v1/setup`)).json());
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

async function signIn(page, words, role) {
  const account = accounts.find((one) => one.role === role);
  await page.goto("/audit");
  await page.getByLabel(words("auth.email")).fill(account.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(account.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
}

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`the audit read in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    withoutMouse(page);
    const step = steps(t, page, `audit-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });

    await step("the chain is verified in plain words", async () => {
      await signIn(page, words, "administrator");
      await page.getByRole("heading", { level: 1, name: words("audit.title") }).waitFor();
      await button("audit.chain.verify").click();
      await page.getByRole("heading", { name: words("audit.chain.whole") }).waitFor();
      const checkpoint = await downloaded(page, () => button("audit.chain.checkpoint").click());
      assert.match(JSON.parse(checkpoint.bytes).hash, /^[0-9a-f]{64}$/);
      await checkPage(page, "audit");
    });
    await step("one kind, one record, before and after", async () => {
      await page.goto("/audit?record_kind=organisation");
      const details = page.getByRole("button", { expanded: false }).filter({ hasText: words("audit.details") });
      await details.first().click();
      await page.getByRole("table", { name: words("audit.changes") }).waitFor();
      await checkPage(page, "details");
      await page
        .getByRole("button", { name: words("audit.show_record", { kind: words("audit.kind.organisation") }) })
        .first()
        .click();
      await page.waitForURL(/record_id=/);
      await button("audit.one_record").waitFor();
    });
    await step("a period without entries says so, and is cleared", async () => {
      await page.getByLabel(words("audit.until"), { exact: true }).fill("2020-01-31");
      await page.getByText(words("audit.no_match")).waitFor();
      await button("people.clear").click();
      await page.getByRole("table", { name: words("audit.title") }).waitFor();
    });
    await step("downloads hold the entries", async () => {
      const link = (format) => page.getByRole("link", { name: words(`audit.export_${format}`), exact: true });
      const csv = await downloaded(page, () => link("csv").click());
      assert.match(csv.bytes.toString(), /create_organisation/);
      const json = await downloaded(page, () => link("json").click());
      assert.ok(JSON.parse(json.bytes).length > 9);
    });
    assert.deepEqual(faults, [], "nothing went wrong in the page");
  });
}

test("a planner is told that the audit is not theirs", async () => {
  const words = sentences("en");
  const { page } = await openPage(browser, { base: server.base, language: "en", width: 1440, scheme: "light" });
  await signIn(page, words, "planner");
  await page.getByText(words("app.refused.title")).first().waitFor();
});
