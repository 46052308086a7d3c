// SPDX-License-Identifier: Apache-2.0
// The directory of organisations: entered with a wrong business number and mended, found by its English name, changed, its
// history read, put away and taken back; in Korean on a wide screen and in English on a telephone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkPage, openBrowser, openPage, sentences, steps } from "./browser.mjs";
import { startServer } from "./server.mjs";

let server;
let browser;
before(async () => {
  server = await startServer("organisations");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  if (server) assert.equal(await server.stop(), 0, "the server stops cleanly");
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

async function signIn(page, words, to) {
  await page.goto(to);
  await page.getByLabel(words("auth.email")).fill(server.planner.email);
  await page.getByLabel(words("auth.password"), { exact: true }).fill(server.planner.password);
  await page.getByRole("button", { name: words("auth.sign_in"), exact: true }).click();
}

for (const [language, width, scheme] of [
  ["ko", 1440, "light"],
  ["en", 360, "dark"],
]) {
  test(`an organisation's life in ${language} at ${width} px`, async (t) => {
    const words = sentences(language);
    const { page, faults } = await openPage(browser, { base: server.base, language, width, scheme });
    const step = steps(t, page, `organisations-${language}`);
    const button = (key, params) => page.getByRole("button", { name: words(key, params), exact: true });
    const name = `두레시험 ${width}`;

    await step("the directory shows the example as fictitious", async () => {
      await signIn(page, words, "/organisations");
      await heading(page, words("people.organisation.title"));
      await page.getByLabel(words("common.search"), { exact: true }).fill("(가상)");
      await page.getByText("가람전지 (가상)").first().waitFor();
      assert.ok((await page.getByText(words("people.fictitious"), { exact: true }).count()) >= 5);
      await checkPage(page, "directory");
    });
    await step("a wrong number is named at its field, then mended", async () => {
      await button("people.organisation.create").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(words("people.names.name", { number: 1 }), { exact: true }).fill(name);
      await dialog.getByLabel(words("people.field.business_number"), { exact: true }).fill("123-45-67890");
      await dialog.getByLabel(words("people.field.web"), { exact: true }).fill(`www.dure-${width}.example`);
      await button("people.names.add").click();
      await dialog.getByLabel(words("people.names.name", { number: 2 }), { exact: true }).fill(`Dure Trial ${width}`);
      await dialog.getByRole("combobox", { name: words("people.names.language", { number: 2 }), exact: true }).fill(language === "ko" ? "en" : "ko");
      await page.keyboard.press("Tab");
      await checkPage(page, "dialog");
      await button("common.save").click();
      await dialog.getByText(words("error.organisation.registration_check")).waitFor();
      await dialog.getByLabel(words("people.field.business_number"), { exact: true }).fill("1234567891");
      await button("common.save").click();
      await heading(page, name);
      await page.getByText("123-45-67891").first().waitFor();
      await page.getByRole("link", { name: `https://www.dure-${width}.example` }).waitFor();
      await checkPage(page, "organisation");
    });
    await step("it is found by its other name, and the address keeps the search", async () => {
      await page.goto("/organisations");
      await page.getByLabel(words("common.search"), { exact: true }).fill(`trial ${width}`);
      await page.waitForURL(/q=trial/);
      await page.reload();
      await page.getByRole("link", { name }).waitFor();
      assert.equal(await page.getByRole("row").count(), 2, "the head and the one that fits");
      await page.getByLabel(words("common.search"), { exact: true }).fill("no such thing");
      await page.getByText(words("people.organisation.no_match")).waitFor();
      await button("people.clear").click();
      await page.getByLabel(words("common.search"), { exact: true }).fill(`trial ${width}`);
    });
    await step("a change stands in the history with before and after", async () => {
      await page.getByRole("link", { name }).click();
      await heading(page, name);
      await button("people.edit").click();
      await page.getByRole("dialog").getByLabel(words("people.field.address"), { exact: true }).fill("대구광역시 동구");
      await button("common.save").click();
      await page.getByText(words("audit.action.replace_organisation")).waitFor();
      await page.getByText("대구광역시 동구").nth(1).waitFor();
      await checkPage(page, "history");
    });
    await step("put away and taken back by the notice", async () => {
      await button("people.delete").click();
      await page.getByText(words("people.was_deleted", { name })).waitFor();
      await page.getByRole("link", { name }).waitFor({ state: "detached" });
      await Promise.all([page.waitForResponse(/\/restore$/), button("people.undo").click()]);
      await page.goto(`/organisations?q=trial ${width}`);
      await page.getByRole("link", { name }).waitFor();
    });
    // The refused number (422) was meant.
    assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), [], "nothing else went wrong in the page");
  });
}
